"""Findings for machines: every format escapes what is special in it and names the right place."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from assistant.documents import read_document
from assistant.lint import Lines, lint
from assistant.lint.reports import Report, github_lines, json_document, render_junit, render_sarif, text_lines

TEXT = "<h1>续航 👍</h1>\r\n<p>Our <b>world</b>-class kettle"


def report(text: str = TEXT, file: str = "page.html", kind: Any = "html") -> Report:
    return Report(file, lint(read_document(text, kind), "en"), Lines(text))


def test_text_names_line_and_column_of_the_original() -> None:
    first, *rest = text_lines(report())
    assert first.startswith("page.html:2:11: warning empty-class: “world-class” ")
    assert [line[:6] for line in rest] == ["    ? ", "    → ", "    ✎ "]


def test_json_has_offsets_and_places() -> None:
    (span,) = json_document(report())["spans"]
    assert TEXT[span["start"] : span["end"]] == span["text"] == "world</b>-class"
    assert (span["line"], span["column"], span["end_line"], span["end_column"]) == (2, 11, 2, 26)


@pytest.mark.parametrize(
    ("file", "shown"),
    [("a,b:c%d.html", "file=a%2Cb%3Ac%25d.html,"), ("x\ny.html", "file=x%0Ay.html,"), ("页.html", "file=页.html,")],
)
def test_github_properties_are_escaped(file: str, shown: str) -> None:
    (line,) = github_lines(report(file=file))
    assert line.startswith("::warning " + shown)
    assert "line=2,endLine=2,col=11,endColumn=26,title=empty-class::" in line


def test_github_messages_stay_on_one_line() -> None:
    (line,) = github_lines(report("Our 100% world\nclass kettle", kind="text"))
    assert "\n" not in line
    assert "endLine=2" in line
    assert "col=" not in line
    assert "“world%0Aclass”" in line


def test_junit_is_xml_whatever_the_text_holds() -> None:
    text = 'Our world\x0b-class <&"\x00]]> kettle. A world-class pan.'
    root = ET.fromstring(render_junit([report(text, 'a<b>&"\x01.txt', "text"), report("Tea.", "b.txt")]))
    assert (root.get("tests"), root.get("failures")) == ("2", "1")
    assert [suite.get("name") for suite in root] == ['a<b>&"\ufffd.txt', "b.txt"]
    (failure,) = root.iter("failure")
    assert failure.get("type") == "empty-class"
    assert "“world-class”" in (failure.get("message") or "")
    assert int(root[1].get("failures") or -1) == 0


def check_sarif(log: Any) -> None:
    """What SARIF 2.1.0 requires of the parts used here (sections 3.13 to 3.30)."""
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert len(ids) == len(set(ids))
    for rule in rules:
        assert set(rule) <= {"id", "defaultConfiguration", "help"}
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for result in run["results"]:
        assert set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations", "suppressions"}
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert all(char not in place["artifactLocation"]["uri"] for char in ' \\"<>')
        region = place["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert region["endLine"] >= region["startLine"]
        assert region["charOffset"] >= 0
        assert region["charLength"] == len(region["snippet"]["text"])
        for one in result.get("suppressions", ()):
            assert one["kind"] == "inSource"
            assert one["justification"]


def test_sarif_has_the_parts_that_the_standard_requires() -> None:
    noted = "<p>A world-class pan <!-- yardstick: allow empty-class because a quotation --><p>The best pot"
    log = json.loads(render_sarif([report(), report(noted, "dir/a b.html")], "1.2.3"))
    check_sarif(log)
    results = log["runs"][0]["results"]
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    assert uris == ["page.html", "dir/a%20b.html", "dir/a%20b.html"]
    assert [one.get("suppressions") for one in results] == [
        None,
        [{"kind": "inSource", "justification": "a quotation"}],
        None,
    ]
    region = results[0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 11, 26)


def test_sarif_without_findings_is_a_run_without_results() -> None:
    log = json.loads(render_sarif([report("<p>Tea.")], "1"))
    check_sarif(log)
    assert log["runs"][0]["results"] == []
