"""The form as files of the site."""

import json
from pathlib import Path

import pytest

from generator.errors import ConfigError
from generator.pipeline import build
from tests.factories import TODAY, diagnostics, project, term_text

ADMIN = {"repo": "example/glossary"}


def test_without_the_option_nothing_of_it_is_there(tmp_path: Path) -> None:
    built = build(project(tmp_path, {"terms/a.yml": term_text("a")}), TODAY)
    assert [path for path in built.site.assets if path.startswith("admin/")] == []


def test_one_line_of_config_makes_a_page_that_needs_nobody_else(tmp_path: Path) -> None:
    built = build(project(tmp_path, {"terms/a.yml": term_text("a")}, {"admin": ADMIN}), TODAY)
    files = {path: data for path, data in built.site.assets.items() if path.startswith("admin/")}
    assert list(files) == [
        "admin/config.json",
        "admin/form.css",
        "admin/form.js",
        "admin/index.html",
        "admin/preview.css",
        "admin/vendor/decap-cms/LICENSE.txt",
        "admin/vendor/decap-cms/NOTICES.txt",
        "admin/vendor/decap-cms/decap-cms.js",
        "admin/vendor/js-yaml/LICENSE.txt",
        "admin/vendor/js-yaml/js-yaml.umd.min.js",
    ]
    assert json.loads(files["admin/config.json"])["backend"]["repo"] == "example/glossary"
    assert files["admin/vendor/decap-cms/decap-cms.js"].startswith(b"/*! For license")
    page = files["admin/index.html"].decode()
    assert "://" not in page.replace(
        "connect-src &#39;self&#39; blob: https://api.github.com http://localhost:8081", ""
    ).replace("https://avatars.githubusercontent.com", "")


def test_what_somebody_writes_into_the_config_stays_text(tmp_path: Path) -> None:
    hostile = {"repo": "a/b", "base_url": "https://e.org/'><script>"}
    with pytest.raises(ConfigError, match="is not a web address"):
        project(tmp_path, {}, {"admin": hostile})


def test_a_page_of_somebody_at_its_address_is_reported(tmp_path: Path) -> None:
    files = {"docs/admin/index.md": "# Ours\n", "terms/a.yml": term_text("a")}
    assert [found.rule for found in diagnostics(tmp_path / "without", files)] == []
    (found,) = diagnostics(tmp_path / "with", files, {"admin": ADMIN})
    assert (found.rule, found.location.path) == ("path-taken", "docs/admin/index.md")
