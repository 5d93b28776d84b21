"""What the live server shows when an entry is broken."""

from pathlib import Path

from generator.engines.preview import banner, with_broken_entries
from generator.pipeline import Built, build
from tests.factories import TODAY, project, term_text


def built(tmp_path: Path, **files: str) -> Built:
    named = {f"terms/{id}.yml": text for id, text in files.items()}
    return build(project(tmp_path, named), TODAY)


def test_where_nothing_is_wrong_there_is_no_banner(tmp_path: Path) -> None:
    fine = built(tmp_path, a=term_text("a", definition=None))
    assert fine.diagnostics
    assert banner(fine.press, fine.diagnostics) == ""


def test_the_banner_shows_every_error_as_text(tmp_path: Path) -> None:
    broken = built(tmp_path, a="name: '<b>'\n", b=term_text("b", related=["gone"]))
    shown = banner(broken.press, broken.diagnostics)
    assert "terms/a.yml:1:7" in shown
    assert "&#39;&lt;b&gt;&#39;" in shown
    assert "no term has the id" in shown
    assert "<b>" not in shown


def test_an_entry_that_cannot_be_loaded_keeps_its_address(tmp_path: Path) -> None:
    broken = built(tmp_path, a="name: [\n", b=term_text("b", related=["gone"]))
    site = with_broken_entries(broken.site, broken.press, broken.diagnostics)
    assert set(site.pages) - set(broken.site.pages) == {"terms/a"}
    assert "terms/a.yml" in site.pages["terms/a"].body
