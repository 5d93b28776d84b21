"""`mkdocs.yml` to a `Project`."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Judgement
from generator.errors import ConfigError
from generator.project import Project
from generator.reading import open_project
from generator.reading.files import read_pages
from generator.reading.settings import config_from
from tests.factories import write


def opened(tmp_path: Path, text: str, **files: str) -> Project:
    (tmp_path / "terms").mkdir(exist_ok=True)
    named = {name.replace("_", "."): content for name, content in files.items()}
    write(tmp_path, {"mkdocs.yml": text, **named})
    return open_project(tmp_path / "mkdocs.yml")


def refused(tmp_path: Path, text: str, **files: str) -> str:
    with pytest.raises(ConfigError) as caught:
        opened(tmp_path, text, **files)
    return str(caught.value)


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: termloom",
        "plugins: [termloom]",
        "plugins: [search, termloom]",
        "plugins:\n  - termloom:\n",
        "plugins:\n  - termloom: {}\n",
        "plugins:\n  search:\n  termloom:\n",
        "plugins:\n  search: {}\n  termloom: {}\n",
    ],
)
def test_the_plugin_may_be_named_in_every_way_that_mkdocs_knows(
    tmp_path: Path, plugins: str
) -> None:
    project = opened(tmp_path, f"site_name: A\n{plugins}\n")
    assert replace(project, options=()) == Project(tmp_path, project.config, site_name="A")
    assert project.config == config_from({}, "nowhere")


@pytest.mark.parametrize(
    "plugins",
    ["", "plugins:", "plugins: []", "plugins: [search, termlooms]", "plugins: {search: }"],
)
def test_a_project_that_does_not_name_the_plugin_is_told_so(tmp_path: Path, plugins: str) -> None:
    assert refused(tmp_path, f"site_name: A\n{plugins}\n") == (
        "mkdocs.yml does not name the plugin 'termloom'; add it under 'plugins'"
    )


@pytest.mark.parametrize("listed", [True, False])
def test_options_are_read_in_both_forms(tmp_path: Path, listed: bool) -> None:
    mark = "- " if listed else "  "
    project = opened(
        tmp_path,
        f"""
plugins:
{mark}termloom:
      regions:
        'NO':
          name: Norway
        SE: {{name: Sweden}}
      categories:
        models: {{name: Models}}
      rules: {{definition-too-long: off, raw-html: hint}}
      home:
""",
    )
    assert {code: str(region.name) for code, region in project.config.regions.items()} == {
        "NO": "Norway",
        "SE": "Sweden",
    }
    assert list(project.config.categories) == ["models"]
    assert project.config.rules["definition-too-long"] is Judgement.OFF


def test_the_region_no_needs_no_quotes(tmp_path: Path) -> None:
    project = opened(tmp_path, "plugins:\n- termloom:\n    regions:\n      NO: {name: Norway}\n")
    assert list(project.config.regions) == ["NO"]


def test_other_settings_are_taken_over(tmp_path: Path) -> None:
    project = opened(
        tmp_path,
        "site_name: A\ndocs_dir: pages\nuse_directory_urls: false\nplugins: [termloom]\n",
    )
    assert (project.site_name, project.docs, project.directory_urls) == ("A", "pages", False)


@pytest.mark.parametrize("word", ["false", "False", "FALSE", "no", "No", "off", "OFF"])
def test_a_setting_is_false_in_every_spelling_that_mkdocs_knows(tmp_path: Path, word: str) -> None:
    assert not opened(tmp_path, f"use_directory_urls: {word}\nplugins: [termloom]\n").directory_urls


@pytest.mark.parametrize("word", ["true", "yes", "on", "True"])
def test_and_true_in_the_others(tmp_path: Path, word: str) -> None:
    assert opened(tmp_path, f"use_directory_urls: {word}\nplugins: [termloom]\n").directory_urls


@pytest.mark.parametrize("docs", ["./pages", "pages/", "pages/../pages"])
def test_the_folder_of_pages_is_named_in_one_way(tmp_path: Path, docs: str) -> None:
    assert opened(tmp_path, f"docs_dir: {docs}\nplugins: [termloom]\n").docs == "pages"


def test_the_folder_of_pages_may_lie_outside(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/a.md": "# A\n"})
    (tmp_path / "project").mkdir()
    for docs in ("../elsewhere", tmp_path / "elsewhere"):
        project = opened(tmp_path / "project", f"docs_dir: {docs}\nplugins: [termloom]\n")
        assert project.docs == "../elsewhere"
        assert list(read_pages(project).documents) == ["../elsewhere/a.md"]


def test_tags_anchors_and_merge_keys_of_others_are_let_pass(tmp_path: Path) -> None:
    project = opened(
        tmp_path,
        """
site_name: !ENV [NAME, "A"]
extra: &extra {a: b}
more: *extra
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      <<: *extra
plugins: [termloom]
""",
    )
    assert project.site_name == "Glossary"


def test_settings_are_inherited_and_joined(tmp_path: Path) -> None:
    project = opened(
        tmp_path,
        "INHERIT: base.yml\nsite_name: Child\nplugins:\n  termloom:\n    language: de\n",
        base_yml="""
INHERIT: root.yml
site_name: Base
plugins:
  termloom: {terms: terms, categories: {models: {name: Models}}}
""",
        root_yml="docs_dir: pages\nsite_name: Root\n",
    )
    assert (project.site_name, project.docs) == ("Child", "pages")
    assert project.config.language == "de"
    assert list(project.config.categories) == ["models"]


def test_a_list_of_plugins_replaces_the_inherited_one(tmp_path: Path) -> None:
    base = "plugins: [{termloom: {language: de}}]\n"
    project = opened(tmp_path, "INHERIT: base.yml\nplugins: [termloom]\n", base_yml=base)
    assert project.config.language == "en-AU"


def test_inheritance_in_a_circle_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, "INHERIT: base.yml\n", base_yml="INHERIT: mkdocs.yml\n")
    assert said == "mkdocs.yml inherits from itself"


def test_an_inherited_file_that_is_missing_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path, "INHERIT: gone.yml\n").startswith("there is no gone.yml in ")


def test_a_fault_in_an_inherited_file_names_that_file(tmp_path: Path) -> None:
    base = "site_name: A\nplugins:\n  termloom:\n    langauge: de\n"
    assert refused(tmp_path, "INHERIT: base.yml\n", base_yml=base) == (
        "base.yml:4:5: unknown field 'langauge' (did you mean 'language'?)"
    )


def test_a_fault_is_shown_in_the_nearest_file_that_holds_it(tmp_path: Path) -> None:
    base = (
        "plugins:\n  termloom:\n    home: {featured: [a, B]}\n    categories:\n"
        "      models: {name: Models, members: [a]}\n"
    )
    own = "INHERIT: base.yml\nplugins:\n  termloom:\n    edit_url: nowhere\n"
    assert [
        line.partition(": ")[0] for line in refused(tmp_path, own, base_yml=base).splitlines()
    ] == [
        "base.yml:3:26",
        "base.yml:5:30",
        "mkdocs.yml:4:15",
    ]


def test_an_unknown_option_has_line_and_column(tmp_path: Path) -> None:
    said = refused(tmp_path, "site_name: A\nplugins:\n  - search\n  - termloom:\n      term: x\n")
    assert said == "mkdocs.yml:5:7: unknown field 'term' (did you mean 'terms'?)"


def test_every_wrong_option_is_named(tmp_path: Path) -> None:
    said = refused(
        tmp_path,
        """
plugins:
  termloom:
    rules: {raw-html: loud}
    categories:
      Bad Id: {name: A}
      models: {}
    edit_url: nowhere
    home: [a]
""",
    )
    assert said.splitlines() == [
        "mkdocs.yml:4:23: 'loud' is not one of error, warning, hint, off",
        "mkdocs.yml:6:7: 'Bad Id' is not an id: use lower-case letters, digits and single hyphens",
        "mkdocs.yml:7:7: the field 'name' is missing (add 'name: Customising models')",
        "mkdocs.yml:8:15: 'nowhere' is not a web address: it starts with https:// and holds no spaces",
        "mkdocs.yml:9:5: expected fields such as 'heading' and 'introduction' and 'featured', found a list",
    ]


def test_options_that_are_no_fields_are_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, "plugins:\n  - termloom: terms\n")
    assert said == (
        "mkdocs.yml:2:15: expected fields such as 'terms' and 'templates' and 'language', "
        "found 'terms'"
    )


def test_the_environment_may_not_fill_in_our_options(tmp_path: Path) -> None:
    said = refused(tmp_path, "plugins:\n  - termloom:\n      terms: !ENV [A, terms]\n")
    assert said == "mkdocs.yml:3:14: the options of 'termloom' may not use !ENV"


@pytest.mark.parametrize("terms", ["../terms", "/tmp/terms", "a/../../b", "..", "a\\\\b"])
def test_the_folder_of_terms_must_lie_inside(tmp_path: Path, terms: str) -> None:
    said = refused(tmp_path, f'plugins:\n  - termloom: {{terms: "{terms}"}}\n')
    assert said == (
        "mkdocs.yml:2:23: this folder must lie inside the project: no '..', no leading '/'"
    )


def test_the_folder_of_terms_may_not_be_a_link_to_the_outside(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "words").symlink_to(tmp_path / "outside")
    said = refused(tmp_path / "project", "plugins:\n  - termloom: {terms: words}\n")
    assert said == "the folder 'words' lies outside the project"


def test_the_folder_of_terms_must_be_there(tmp_path: Path) -> None:
    said = refused(tmp_path, "plugins:\n  - termloom: {terms: words}\n")
    assert said == (
        f"there is no folder 'words' in {tmp_path}; make it, or set 'terms' under the plugin "
        "'termloom' in mkdocs.yml"
    )


def test_a_folder_of_terms_is_named_in_one_way(tmp_path: Path) -> None:
    project = opened(tmp_path, "plugins:\n  - termloom: {terms: ./terms/}\n")
    assert project.config.terms == "terms"


def test_a_missing_config_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        open_project(tmp_path / "mkdocs.yml")
    assert str(caught.value) == (
        f"there is no mkdocs.yml in {tmp_path}; go to your project, name its config with "
        "--config, or start a new project with 'termloom init DIR'"
    )


def test_a_config_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        open_project(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "mkdocs.yml:1:1: this file is empty"),
        ("# nothing\n", "mkdocs.yml:1:1: this file is empty"),
        ("- a\n", "mkdocs.yml:1:1: an entry must be"),
        ("a: b: c\n", "mkdocs.yml:1:5: there is a second ': ' in this line"),
        ("a: b\na: c\n", "mkdocs.yml:2:1: the field 'a' is written twice"),
        ("plugins:\n\t- termloom\n", "mkdocs.yml:2:1: this line is indented with a tab"),
        ("\0", "mkdocs.yml:1:1: this file holds a NUL byte"),
    ],
)
def test_a_config_that_is_no_yaml_is_refused_at_its_place(
    tmp_path: Path, text: str, said: str
) -> None:
    assert refused(tmp_path, text).startswith(said)


def test_options_without_a_file_name_their_path() -> None:
    with pytest.raises(ConfigError) as caught:
        config_from({"home": {"header": "A"}, "terms": ".."}, "the options of 'termloom'")
    assert str(caught.value) == (
        "the options of 'termloom': terms: this folder must lie inside the project: no '..', no "
        "leading '/'; home.header: unknown field 'header'"
    )


@pytest.mark.parametrize("field", ["categories: {index: {name: A}}", "regions: {INDEX: {name: A}}"])
def test_an_id_that_is_the_address_of_a_list_is_refused(tmp_path: Path, field: str) -> None:
    said = refused(tmp_path, f"plugins:\n  - termloom: {{{field}}}\n")
    assert "is the address of the list" in said
