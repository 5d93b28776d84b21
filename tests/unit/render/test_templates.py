"""The project's own templates, and the packaged ones behind them."""

from pathlib import Path

import pytest

from generator.errors import TemplateFault
from generator.render import Templates, packaged_templates
from generator.render.labels import Labels
from tests.factories import write


def own(tmp_path: Path, **texts: str) -> Templates:
    """Return the templates of a project; `__` in a name stands for the folder's slash."""
    names = {name.replace("__", "/"): text for name, text in texts.items()}
    write(tmp_path, {f"{name}.html.jinja": text for name, text in names.items()})
    return Templates(tmp_path)


def fault(templates: Templates, name: str, **context: object) -> str:
    with pytest.raises(TemplateFault) as caught:
        templates.render(name, **context)
    return str(caught.value)


def test_a_template_of_the_project_replaces_the_packaged_one(tmp_path: Path) -> None:
    templates = own(tmp_path, redirect="Gone to {{ href }}\n")
    assert templates.render("redirect", href="a<b") == "Gone to a&lt;b\n"


def test_the_others_stay(tmp_path: Path) -> None:
    shown = own(tmp_path, term="x").render("parts/rating", view=Labelled(), rating=3)
    assert "3 of 5" in shown


class Labelled:
    """As much of a view as some templates need."""

    label = Labels({})


def test_a_packaged_template_includes_the_one_of_the_project(tmp_path: Path) -> None:
    templates = own(tmp_path, mine='{% include "parts/part.html.jinja" %}', parts__part="ours")
    assert templates.render("mine") == "ours"


def test_a_new_section_has_a_template(tmp_path: Path) -> None:
    templates = own(tmp_path, sections__mine="x")
    assert templates.has("sections/mine")
    assert not templates.has("sections/yours")


def test_a_project_without_templates_has_the_packaged_ones(tmp_path: Path) -> None:
    assert Templates(tmp_path / "nowhere").has("term")
    assert packaged_templates().is_dir()


def test_a_syntax_fault_names_file_and_line(tmp_path: Path) -> None:
    said = fault(own(tmp_path, mine="fine\n{% if x %}\n"), "mine")
    assert said.startswith("mine.html.jinja:2: Unexpected end of template.")


def test_a_syntax_fault_in_a_part_names_the_part(tmp_path: Path) -> None:
    templates = own(tmp_path, mine='{% include "parts/p.html.jinja" %}', parts__p="a\nb\n{{ x y }}")
    assert fault(templates, "mine", x=1).startswith("parts/p.html.jinja:3: expected token")


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("missing", "'missing' is undefined"),
        ("value.missing", "'str object' has no attribute 'missing'"),
        ("label('fqa')", "there is no label 'fqa'"),
        ("1 / 0", "division by zero"),
        ("value + 1", "can only concatenate str"),
        ("value | missing", "No filter named 'missing'."),
        ("value()", "'str' object is not callable"),
    ],
)
def test_a_fault_at_work_names_file_and_line(tmp_path: Path, expression: str, said: str) -> None:
    templates = own(
        tmp_path,
        mine='<p>\n{% include "parts/p.html.jinja" %}',
        parts__p=f"one\n\n{{{{ {expression} }}}}\n",
    )
    found = fault(templates, "mine", value="v", label=Labels({}))
    assert found.removeprefix("parts/").startswith(f"p.html.jinja:3: {said}")


def test_a_missing_part_names_the_template_that_asks_for_it(tmp_path: Path) -> None:
    templates = own(tmp_path, mine='<p>\n{% include "parts/gone.html.jinja" %}')
    assert fault(templates, "mine") == (
        "mine.html.jinja:2: there is no template 'parts/gone.html.jinja'"
    )


def test_a_template_that_is_no_text_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"mine.html.jinja": b"\xff"})
    assert "mine" in fault(Templates(tmp_path), "mine")


def test_styles_and_scripts_of_the_project_come_first(tmp_path: Path) -> None:
    write(tmp_path, {"assets/termloom.css": "mine", "assets/extra.css": "more"})
    assets = Templates(tmp_path).assets()
    assert assets["termloom.css"] == b"mine"
    assert assets["extra.css"] == b"more"
    assert "termloom.js" in assets


def test_assets_are_not_read_through_a_link(tmp_path: Path) -> None:
    write(tmp_path, {"secret": "x", "own/assets/a.css": "a"})
    (tmp_path / "own/assets/b.css").symlink_to(tmp_path / "secret")
    assert "b.css" not in Templates(tmp_path / "own").assets()
