"""Where every page stands, said before anything is rendered."""

from pathlib import Path

import pytest

from generator.layout import page_path, paths
from generator.pipeline import build
from generator.reading import open_project
from tests.factories import TODAY

CASES = Path(__file__).parents[1] / "golden" / "cases"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_the_plan_is_what_is_rendered(case: Path) -> None:
    built = build(open_project(case / "mkdocs.yml"), TODAY)
    planned = paths(built.graph.glossary, built.project.config, built.project.docs)
    assert planned == {path: page.source for path, page in built.site.pages.items()}


def test_a_readme_is_an_index() -> None:
    assert page_path("docs/guides/README.md", "docs") == "guides/index"
