# `make` tells what there is. Every target makes what it needs first; nothing is installed twice.

PORT    ?= 8501
ARGS    ?=
# The newest Python that can make a virtual environment. Each is run, not just found: a version manager's
# stand-in for a Python that is switched off exists and fails.
PYTHON  ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

BIN     := .venv/bin
PIP     := $(BIN)/python -m pip --disable-pip-version-check -qq
SOURCES := $(wildcard assistant evals tests streamlit_app.py)

# A stamp's name says what was installed, and where: a change of the lock, of pyproject.toml or of the folder
# makes a new name, a new checkout of the same files does not.
hash     = $(shell { pwd; cat pyproject.toml $(1) 2>/dev/null; } | { sha256sum 2>/dev/null || shasum -a 256; } | cut -c1-16)
RUN     := .venv/.installed-run-$(call hash,requirements.txt)
DEV     := .venv/.installed-dev-$(call hash,requirements-dev.txt)
PEERS   := .venv-bench/.installed-$(call hash,evals/bench/requirements-peers.txt)
# An environment half made, or whose Python has gone, is made anew.
$(shell for v in .venv .venv-bench; do \
	[ -x $$v/bin/python ] || rm -f $$v/bin/pip; [ -x $$v/bin/pip ] || rm -f $$v/.installed-*; done)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help app test check format bench evals soak lock clean python

help:  ## What there is to make
	@sed -n 's/^\([a-z][a-z]*\):.*##  *\(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

app: $(if $(wildcard $(DEV)),$(DEV),$(RUN))  ## The app in the browser, on this machine only (PORT=8501)
	@if [ "$$(uname)" = Darwin ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then headless=false; else headless=true; fi; \
	exec $(BIN)/python -m streamlit run streamlit_app.py --server.port=$(PORT) --server.headless=$$headless $(ARGS)

test: $(DEV)  ## All tests (ARGS="-k name" for some of them)
	@$(BIN)/python -m pytest -n auto --maxprocesses=4 --dist=loadgroup $(ARGS)

check: $(DEV)  ## Formatting, lint, types, floors; no tests
	@failed=; \
	for step in "ruff format --check" "ruff check" mypy; do $(BIN)/$$step $(SOURCES) || failed=yes; done; \
	$(BIN)/lint-imports --no-logo || failed=yes; \
	[ -z "$$failed" ]

format: $(DEV)  ## Formats the code and mends what ruff can mend
	@$(BIN)/ruff check --fix-only --quiet $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

bench: $(DEV) $(PEERS)  ## Speed, beside other tools (installed in .venv-bench); a model's tokens, beside a naive chain's
	@$(BIN)/python -m evals.bench $(ARGS)

evals: $(DEV)  ## How good the copy is, sample by sample
	@$(BIN)/python -m evals $(ARGS)

soak: $(DEV)  ## The property tests, each with thousands of examples; the pages in every language at every width
	@$(BIN)/python -m pytest -n auto --maxprocesses=4 -m "hypothesis and not browser" --hypothesis-profile=soak $(ARGS)
	@YARDSTICK_EVERY_LANGUAGE=1 $(BIN)/python -m pytest -n auto --maxprocesses=4 --dist=loadgroup -m browser

lock: $(DEV)  ## Pins the dependencies anew (ARGS=--upgrade for newer ones)
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile $(LOCKING) $(ARGS) -o requirements.txt pyproject.toml
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile $(LOCKING) $(ARGS) --extra auth --extra dev --extra postgres -c requirements.txt \
		-o requirements-dev.txt pyproject.toml

clean:  ## Removes everything that make has made
	rm -rf .venv .venv-bench .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist

python:
	@echo $(PYTHON)

# The lock names no host, so that it installs from whatever index a machine is set up for.
LOCKING := --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
	--strip-extras --allow-unsafe --quiet --build-deps-for editable

.venv/bin/pip:
	@[ -n "$(PYTHON)" ] || { echo "Yardstick needs Python 3.11 or newer with venv (Debian: apt-get install python3-venv), or PYTHON=path/to/python3" >&2; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear .venv

# The build backend is in the lock as well, so the package itself is installed without asking for anything more.
define install
	@echo "Installing $(1) (once; a few minutes where nothing is cached)"
	@$(PIP) install --require-hashes -r $(1)
	@$(PIP) install --no-deps --no-build-isolation -e .
	@rm -f .venv/.installed-$(2)-* && touch $@
endef

$(RUN): | .venv/bin/pip
	$(call install,requirements.txt,run)

$(DEV): | .venv/bin/pip
	$(call install,requirements-dev.txt,dev)

$(PEERS): | .venv/bin/pip
	@$(BIN)/python -m venv --clear .venv-bench
	@echo "Installing the tools to measure in .venv-bench"
	@.venv-bench/bin/python -m pip --disable-pip-version-check -qq install -r evals/bench/requirements-peers.txt
	@if command -v npm >/dev/null; then \
		npm install --prefix .venv-bench --no-fund --no-audit --loglevel=error write-good@1.0.8; fi
	@touch $@
