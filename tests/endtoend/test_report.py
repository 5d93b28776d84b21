"""`termloom report`, and the page for editors in a built site."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.endtoend.command import termloom
from tests.factories import project as make
from tests.factories import term_text

SCHEMA = Path(__file__).resolve().parents[2] / "docs/reference/reports.schema.json"
FILES = {
    "terms/ant.yml": term_text("ant", summary="Unlike a bee, says the GDPR."),
    "terms/bee.yml": term_text("bee", summary="Unlike an ant, by GDPR."),
    "terms/cow.yml": term_text("cow", summary="The GDPR of a *herd*?"),
    "terms/draft.yml": term_text("draft", status="draft", aliases=["secret words"]),
}

TEXT = """\
Terms that mention each other and are not related: 1 [related-candidates]
Whoever reads the one will want to know of the other. A relation says how they belong together, \
and gives each a card on the other's page. The closest pairs come first.

  'Ant' and 'Bee' mention each other and are not related
  hint: if they belong together, add 'bee' to 'related' of 'ant', with the kind; one side is enough
    terms/ant.yml:4:19 mentions 'Bee'
    terms/bee.yml:4:20 mentions 'Ant'

"""


def test_people_read_a_report_with_its_places(tmp_path: Path) -> None:
    make(tmp_path, FILES)
    said = termloom("report", "--only", "related-candidates", cwd=tmp_path)
    assert (said.code, said.out) == (0, TEXT)


def test_programs_read_json_with_every_report(tmp_path: Path) -> None:
    make(tmp_path, FILES)
    said = termloom("report", "--format", "json", cwd=tmp_path)
    document = json.loads(said.out)
    jsonschema.validate(document, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert document["$schema"].endswith(f"/reference/{SCHEMA.name}")
    assert (said.code, said.err, document["version"], document["entries"]) == (0, "", 1, 4)
    assert {each["name"]: each["total"] for each in document["reports"]} == {
        "near-duplicates": 3,
        "uneven-relations": 0,
        "related-candidates": 1,
        "undefined-words": 1,
        "unlinked-terms": 1,
        "unused-forms": 0,
    }
    (words,) = (each for each in document["reports"] if each["name"] == "undefined-words")
    assert words["findings"][0]["places"][0] == {
        "path": "terms/ant.yml",
        "line": 4,
        "column": 33,
        "end_line": 4,
        "end_column": 37,
        "message": None,
    }


def test_no_more_are_shown_than_were_asked_for(tmp_path: Path) -> None:
    make(tmp_path, FILES)
    said = termloom("report", "--only", "undefined-words", "--max", "0", cwd=tmp_path)
    assert said.out.splitlines()[-2:] == ["  1 more, not shown: see '--max'", ""]


def test_an_unknown_report_is_refused(tmp_path: Path) -> None:
    make(tmp_path, FILES)
    said = termloom("report", "--only", "nothing", cwd=tmp_path)
    assert (said.code, said.out) == (2, "")


def test_entries_with_errors_are_left_out_and_this_is_said(tmp_path: Path) -> None:
    make(tmp_path, {**FILES, "terms/dog.yml": "nmae: Dog\n"})
    said = termloom("report", "--only", "near-duplicates", cwd=tmp_path)
    assert (said.code, said.err) == (
        0,
        "Some entries have errors and may be missing here: termloom check\n",
    )


@pytest.mark.slow
def test_the_site_has_a_page_for_editors_if_the_config_says_so(tmp_path: Path) -> None:
    settings = {"theme": {"name": "material", "font": False}, "site_url": "https://example.org/"}
    for wanted in (True, False):
        folder = tmp_path / str(wanted)
        folder.mkdir()
        made = make(folder, FILES, {"report": wanted}, **settings)
        made.docs_dir.mkdir(exist_ok=True)
        plugins = json.loads((folder / "mkdocs.yml").read_text(encoding="utf-8"))
        plugins["plugins"].insert(0, "search")
        (folder / "mkdocs.yml").write_text(json.dumps(plugins), encoding="utf-8")
        said = termloom("build", cwd=folder)
        assert said.code == 0, said.all
        page = folder / "site" / "report" / "index.html"
        assert page.is_file() == wanted
        search = (folder / "site" / "search" / "search_index.json").read_text(encoding="utf-8")
        assert "Report for editors" not in search
        assert "/report/" not in (folder / "site" / "sitemap.xml").read_text(encoding="utf-8")
        home = (folder / "site" / "index.html").read_text(encoding="utf-8")
        assert "report/" not in home
    html = (tmp_path / "True" / "site" / "report" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert "&#39;Ant&#39; and &#39;Bee&#39; mention each other and are not related" in html
    assert '<a href="../terms/ant/">terms/ant.yml:4</a>' in html
    # A draft is nobody's business yet.
    assert "secret words" not in html
