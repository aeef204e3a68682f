"""Tests reach this machine and nothing else."""

from __future__ import annotations

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


# Addresses set aside for documentation: nobody answers there, even if the guard were gone.
@pytest.mark.filterwarnings("ignore:A test tried to use socket")
@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")])
def test_no_connection_leaves_this_machine(family: socket.AddressFamily, host: str) -> None:
    with socket.socket(family) as sock, pytest.raises(SocketConnectBlockedError):
        sock.connect((host, 9))


def test_a_server_on_loopback_can_be_reached() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            assert client.getpeername() == server.getsockname()
