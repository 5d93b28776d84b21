"""`termloom schema`: printed, kept in a project, and published with the site."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.cli.main import run
from generator.pipeline import build
from generator.reading import open_project
from generator.schema import project_schema, written
from tests.endtoend.command import ROOT, termloom
from tests.endtoend.command import run as run_command
from tests.factories import TODAY, term_text

LOCAL = ".termloom/entry.schema.json"


def refresh(project: Path, *arguments: str) -> int:
    """Run `termloom schema` for a project and its own file."""
    config = str(project / "mkdocs.yml")
    return run(["schema", "-c", config, "--with-ids", "-o", str(project / LOCAL), *arguments])


def ids(schema: dict[str, Any]) -> list[str]:
    """Return the ids of terms that a schema accepts."""
    found: list[str] = schema["$defs"]["TermId"]["enum"]
    return found


def in_project(project: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((project / LOCAL).read_text(encoding="utf-8"))
    return found


def test_it_is_printed_anywhere(tmp_path: Path) -> None:
    said = termloom("schema", cwd=tmp_path)
    assert (said.code, said.err) == (0, "")
    schema = json.loads(said.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == "Termloom entry"
    assert "enum" not in schema["$defs"]["TermId"]


def test_a_new_project_has_one_that_is_up_to_date(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ids(in_project(project)) == ["click-through-rate", "open-rate"]
    assert refresh(project, "--check") == 0
    assert capsys.readouterr().out == f"{project / LOCAL} is up to date\n"


def test_it_accepts_the_entries_of_its_project(project: Path) -> None:
    validator = jsonschema.Draft202012Validator(in_project(project))
    paths = sorted((project / "terms").rglob("*.yml"))
    assert len(paths) == 3
    for path in paths:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert [error.message for error in validator.iter_errors(data)] == []


def test_it_falls_behind_and_catches_up(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "terms" / "bounce-rate.yml").write_text(term_text("bounce-rate"), encoding="utf-8")
    before = (project / LOCAL).read_bytes()
    assert refresh(project, "--check") == 1
    said = capsys.readouterr().out
    file = project / LOCAL
    command = f"termloom schema --config {project / 'mkdocs.yml'} --with-ids --output {file}"
    assert said == f"{file} is out of date; run: {command}\n"
    assert file.read_bytes() == before
    assert refresh(project) == 0
    assert capsys.readouterr().out == f"Wrote {file}\n"
    assert ids(in_project(project)) == ["bounce-rate", "click-through-rate", "open-rate"]
    stamp = file.stat()
    assert refresh(project) == 0
    assert capsys.readouterr().out == f"{file} is up to date\n"
    assert file.stat() == stamp
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_folder_that_is_missing_is_made(project: Path) -> None:
    output = project / "a" / "b" / "schema.json"
    config = str(project / "mkdocs.yml")
    assert run(["schema", "--with-ids", "-c", config, "-o", str(output)]) == 0
    assert output.read_text(encoding="utf-8") == (project / LOCAL).read_text(encoding="utf-8")
    assert run(["schema", "-o", str(output.with_name("plain.json"))]) == 0


@pytest.mark.parametrize("content", [b"mine", b"{}", b"[1]", b"\xff\xfe", b""])
def test_what_is_no_schema_of_ours_stays(
    project: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (project / LOCAL).write_bytes(content)
    assert refresh(project) == 3
    assert capsys.readouterr().err == (
        f"termloom: {project / LOCAL} is no schema that Termloom wrote; nothing was written\n"
    )
    assert (project / LOCAL).read_bytes() == content


def test_a_link_is_not_followed(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    (project / LOCAL).rename(elsewhere)
    (project / LOCAL).symlink_to(elsewhere)
    (project / "terms" / "bounce-rate.yml").write_text(term_text("bounce-rate"), encoding="utf-8")
    before = elsewhere.read_bytes()
    assert refresh(project) == 3
    assert elsewhere.read_bytes() == before


def test_a_missing_file_is_out_of_date(project: Path) -> None:
    (project / LOCAL).unlink()
    assert refresh(project, "--check") == 1
    assert not (project / LOCAL).exists()


def test_check_needs_a_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--check"]) == 2
    assert "--check needs a file to look at, such as --output " in capsys.readouterr().err


def test_a_broken_entry_may_be_referred_to(project: Path) -> None:
    (project / "terms" / "broken.yml").write_text("nmae: Broken\n", encoding="utf-8")
    (project / "terms" / "worse.yml").write_text("name: [\n", encoding="utf-8")
    assert refresh(project) == 0
    found = in_project(project)["$defs"]["TermId"]
    words = dict(zip(found["enum"], found["enumDescriptions"], strict=True))
    assert {id: words[id] for id in ("broken", "worse")} == {
        "broken": "Its file has errors.",
        "worse": "Its file has errors.",
    }


def test_a_new_term_names_the_schema_and_is_known_to_it(project: Path) -> None:
    config = str(project / "mkdocs.yml")
    assert run(["new", "term", "Bounce rate", "-c", config, "--folder", "deep"]) == 0
    assert run(["new", "comparison", "A or B", "bounce-rate", "open-rate", "-c", config]) == 0
    for path in ("deep/bounce-rate.yml", "comparisons/a-or-b.yml"):
        first, _, rest = (project / "terms" / path).read_text("utf-8").partition("\n")
        assert first == "# yaml-language-server: $schema=../../.termloom/entry.schema.json"
        assert rest.startswith("## Lines that start with ## explain.")
    assert ids(in_project(project)) == ["bounce-rate", "click-through-rate", "open-rate"]
    assert refresh(project, "--check") == 0


def test_a_project_without_a_schema_gets_none(project: Path) -> None:
    (project / LOCAL).unlink()
    assert run(["new", "term", "Bounce rate", "-c", str(project / "mkdocs.yml")]) == 0
    text = (project / "terms" / "bounce-rate.yml").read_text(encoding="utf-8")
    assert text.startswith("## Lines that start with ## explain.")
    assert not (project / LOCAL).exists()


def published(project: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        build(open_project(project / "mkdocs.yml"), TODAY).site.assets["schema/entry.json"]
    )
    return found


def test_the_site_has_it_without_drafts(project: Path) -> None:
    draft = term_text("bounce-rate", status="draft", tags=["secret"], definition="Not yet.")
    (project / "terms" / "bounce-rate.yml").write_text(draft, encoding="utf-8")
    schema = published(project)
    assert "$id" not in schema
    assert ids(schema) == ["click-through-rate", "open-rate"]
    assert "secret" not in json.dumps(schema)
    assert refresh(project) == 0
    assert ids(in_project(project)) == ["bounce-rate", "click-through-rate", "open-rate"]


@pytest.mark.parametrize(
    "site_url", ["https://example.org/glossary/", "https://example.org/glossary"]
)
def test_it_knows_the_address_of_the_site(project: Path, site_url: str) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"site_url: {site_url}\n{settings}", encoding="utf-8")
    assert published(project)["$id"] == "https://example.org/glossary/schema/entry.json"


@pytest.mark.slow
@pytest.mark.parametrize("command", [("mkdocs", "build", "--strict"), ("termloom", "build")])
def test_it_is_published_with_the_site(project: Path, command: tuple[str, ...]) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"site_url: !ENV ADDRESS\n{settings}", encoding="utf-8")
    assert "$id" not in published(project)
    done = run_command(*command, cwd=project, env={"ADDRESS": "https://example.org/"})
    assert done.code == 0, done.all
    schema = json.loads((project / "site" / "schema" / "entry.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "https://example.org/schema/entry.json"
    assert {**schema, "$id": ""} == {**in_project(project), "$id": ""}
    entry = yaml.load((project / "terms" / "open-rate.yml").read_text("utf-8"), yaml.BaseLoader)
    assert jsonschema.Draft202012Validator(schema).is_valid(entry)
    assert not jsonschema.Draft202012Validator(schema).is_valid({**entry, "category": "none"})


def test_our_own_is_up_to_date() -> None:
    config = ["--config", str(ROOT / "mkdocs.yml")]
    output = ["--output", str(ROOT / LOCAL)]
    assert run(["schema", *config, "--with-ids", *output, "--check"]) == 0, "run 'make generate'"


def test_our_own_accepts_our_entries() -> None:
    built = build(open_project(ROOT / "mkdocs.yml"), TODAY)
    schema = project_schema(built.graph, built.project.config)
    assert written(schema).encode() == built.site.assets["schema/entry.json"]
    validator = jsonschema.Draft202012Validator(schema)
    for path in sorted((ROOT / "terms").rglob("*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert [error.message for error in validator.iter_errors(data)] == [], path.name


@pytest.mark.parametrize("folder", [ROOT, ROOT / "generator" / "starter"])
def test_editors_are_told_where_it_is(folder: Path) -> None:
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {LOCAL: ["terms/**/*.yml", "terms/**/*.yaml"]}
    advice = json.loads((folder / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert advice == {"recommendations": ["redhat.vscode-yaml"]}
