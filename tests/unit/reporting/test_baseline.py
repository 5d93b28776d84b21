"""What is known, what is new, and what is mended."""

import pytest

from generator.diagnostics import Diagnostic, Location, Severity
from generator.errors import TermloomError
from generator.reporting.baseline import Baseline


def diagnostic(rule: str = "some-rule", path: str = "terms/a.yml", line: int = 1) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, Location(path, line), "Something is “wrong”")


def test_a_baseline_knows_what_it_was_made_of_wherever_it_moves() -> None:
    sifted = Baseline.of([diagnostic(line=1)]).sift([diagnostic(line=9)])
    assert (sifted.new, sifted.known, sifted.mended) == ((), 1, 0)


def test_more_of_the_same_is_new() -> None:
    again = diagnostic(line=9)
    sifted = Baseline.of([diagnostic()]).sift([diagnostic(), again])
    assert (sifted.new, sifted.known, sifted.mended) == ((again,), 1, 0)


def test_another_file_or_rule_is_new() -> None:
    others = [diagnostic(path="terms/b.yml"), diagnostic("other-rule")]
    sifted = Baseline.of([diagnostic()]).sift(others)
    assert (sifted.new, sifted.known, sifted.mended) == (tuple(others), 0, 1)


def test_the_file_is_sorted_and_read_back() -> None:
    baseline = Baseline.of([diagnostic("b"), diagnostic("a"), diagnostic("a")])
    assert baseline.text() == (
        '{\n  "version": 1,\n  "known": {\n    "terms/a.yml": {\n'
        '      "a": {\n        "Something is “wrong”": 2\n      },\n'
        '      "b": {\n        "Something is “wrong”": 1\n      }\n    }\n  }\n}\n'
    )
    assert Baseline.parse("old.json", baseline.text()) == baseline


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 1, "known": 1}', '{"version":1,"known":{"a":{"b":"c"}}}']
)
def test_another_file_is_no_baseline(text: str) -> None:
    with pytest.raises(TermloomError, match=r"^old\.json is not a baseline$"):
        Baseline.parse("old.json", text)


def test_a_baseline_of_another_version() -> None:
    with pytest.raises(TermloomError) as caught:
        Baseline.parse("old.json", '{"version": 2, "known": {}}')
    said = "old.json is a baseline of version 2; this Termloom reads 1"
    assert str(caught.value) == said
