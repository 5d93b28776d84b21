"""`termloom rules` and `termloom explain`: what they print where nothing is styled."""

import re

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import cli
from generator.diagnostics import Theme
from generator.pipeline import RULES


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_every_rule_is_listed_once_below_its_theme() -> None:
    listed = re.findall(r"^  ([a-z-]+) +(?:error|warning|hint) ", run("rules").output, re.MULTILINE)
    assert listed == [
        name for theme in Theme for name in sorted(RULES) if RULES[name].theme is theme
    ]


def test_a_line_says_the_severity_the_sentence_and_the_marks() -> None:
    lines = [line.split(maxsplit=2) for line in run("rules").output.splitlines()]
    told = {line[0]: line[1:] for line in lines if len(line) == 3}
    assert told["yaml-syntax"] == ["error", "An entry is well-formed YAML. (always)"]
    assert told["raw-html"] == ["error", "Prose holds no HTML."]
    for name, rule in RULES.items():
        assert ("fixable" in told[name][1].rpartition("(")[2]) == rule.fixable, name
        assert told[name][1].endswith("off)") == (not rule.enabled), name


def test_one_theme_may_be_asked_for() -> None:
    shown = run("rules", "--theme", "suppressions").output
    assert re.findall(r"^\S.*", shown, re.MULTILINE) == [
        "Suppressions: Comments that switch a rule off at one place."
    ]
    assert re.findall(r"^  ([a-z-]+)", shown, re.MULTILINE) == sorted(
        name for name, rule in RULES.items() if rule.theme is Theme.SUPPRESSIONS
    )


def test_a_theme_that_is_none_is_refused() -> None:
    assert run("rules", "--theme", "prosa").exit_code == 2


def test_a_rule_is_explained_with_everything_there_is_to_know() -> None:
    assert (
        run("explain", "tab-indentation").output
        == """\
# tab-indentation

Lines are indented with spaces.

- Severity: error, always
- Theme: File
- Fixed: by hand
- Switched on: yes
- Page: https://termloom.github.io/termloom/reference/rules/tab-indentation/

YAML does not allow tabs there, since editors show them in different widths.

Not like this:

```yaml
name: Token
faq:
\t- question: Is a token a word?
```

Like this:

```yaml
name: Token
faq:
  - question: Is a token a word?
    answer: Often a part of one.
status: draft
```
"""
    )


@pytest.mark.parametrize("name", RULES)
def test_every_rule_can_be_explained(name: str) -> None:
    shown = run("explain", name)
    assert shown.exit_code == 0
    assert f"\n{RULES[name].sentence}\n" in shown.output
    assert "yaml bad" not in shown.output


def test_a_rule_that_is_none_is_refused_with_its_neighbour() -> None:
    shown = run("explain", "unknown-tern")
    assert shown.exit_code == 2
    assert "there is no rule 'unknown-tern'; did you mean 'unknown-term'?" in shown.output
