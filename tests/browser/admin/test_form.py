"""The form on the site, from a click to a commit: a real Chromium, a real repository."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from generator.cli.main import run
from generator.editing.restoring.meaning import meaning
from generator.model import Comparison, Term
from generator.reading import Document
from tests.browser.admin.repository import ANT, BOTH, git, made, proxy
from tests.browser.visiting import ROOT, Visit, build, served, watched

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.node]

# Where the form looks for the server on this machine.
LOCAL = "http://localhost:8081"
HEADER = {"id", "kind"}


@dataclass
class Form:
    """The form of a project in the browser. The server listens where there is room."""

    project: Path
    site: str
    visit: Visit

    @property
    def page(self) -> Page:
        return self.visit.page

    def open(self, address: str) -> None:
        """Open a page of the form, logged in."""
        self.page.goto(f"{self.site}/admin/{address}")
        self.page.get_by_role("button", name="Login").click()

    def field(self, label: str) -> Locator:
        """Return the box with this label; optional ones say so behind it."""
        named = re.compile(rf"^{re.escape(label)}( \(optional\))?$", re.IGNORECASE)
        return self.page.get_by_label(named).first

    def pick(self, label: str, words: str) -> None:
        """Choose in a list what begins with some words."""
        self.field(label).fill(words)
        self.page.get_by_role("option", name=re.compile(rf"^{words}")).first.click()

    def save(self, branch: str) -> str:
        """Save, and return what stands in the entry's file on its branch."""
        self.page.get_by_role("button", name="Save").click()
        expect(self.page.get_by_text("Changes saved")).to_be_visible()
        collection, slug = branch.removeprefix("cms/").split("/")
        folder = {"terms": "terms", "comparisons": "terms/comparisons"}[collection]
        return git(self.project, "show", f"{branch}:{folder}/{slug}.yml")


def to(port: int) -> Callable[[Route], None]:
    """Return what sends the form's questions to the port at which the server listens."""
    return lambda route: route.continue_(
        url=route.request.url.replace(LOCAL, f"http://localhost:{port}")
    )


@pytest.fixture
def form(tmp_path: Path, context: BrowserContext) -> Iterator[Form]:
    for site in served(tmp_path / "site"):
        project = made(tmp_path, site)
        build(project, tmp_path / "site")
        with proxy(project) as port:
            context.route(f"{LOCAL}/**", to(port))
            yield Form(project, site, watched(context))


@pytest.fixture
def nobody_else_is_asked(form: Form) -> Iterator[None]:
    yield
    known = (f"{form.site}/", f"{LOCAL}/", "data:", "blob:", "about:")
    assert [url for url in form.visit.requests if not url.startswith(known)] == []
    assert form.visit.faults == []


def restored(form: Form, branch: str) -> str:
    """Return the file that a branch has changed after `termloom restore` and a clean check."""
    git(form.project, "checkout", "--quiet", branch)
    config = str(form.project / "mkdocs.yml")
    assert run(["restore", "main", "--config", config]) == 0
    assert run(["check", "--config", config]) == 0
    (changed,) = git(
        form.project, "diff", "--name-only", "main", "--diff-filter=AM"
    ).splitlines() or [""]
    return (form.project / changed).read_text(encoding="utf-8") if changed else ""


@pytest.mark.usefixtures("nobody_else_is_asked")
def test_before_anybody_logs_in_no_other_host_is_asked(form: Form) -> None:
    form.page.goto(f"{form.site}/admin/")
    expect(form.page.get_by_role("button", name="Login")).to_be_visible()
    policy = form.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'self'")


@pytest.mark.usefixtures("nobody_else_is_asked")
def test_the_pages_of_the_site_lead_to_it(form: Form) -> None:
    form.page.goto(f"{form.site}/terms/ant/")
    assert form.page.get_by_role("link", name="Edit this page").get_attribute("href") == (
        "https://github.com/example/glossary/edit/main/terms/ant.yml"
    )
    form.page.get_by_role("link", name="Suggest a change").click()
    form.page.get_by_role("button", name="Login").click()
    expect(form.field("Name")).to_have_value("Ant")
    form.page.goto(f"{form.site}/terms/")
    form.page.get_by_label("Filter the terms").fill("no such term")
    form.page.locator(".tl-filter__none").get_by_role("link", name="Add a term").click()
    expect(form.field("Name")).to_have_value("")
    assert form.page.url == f"{form.site}/admin/#/collections/terms/new"


@pytest.mark.usefixtures("nobody_else_is_asked")
def test_every_field_of_the_model_is_there(form: Form) -> None:
    form.open("?new=terms")
    for name, field in Term.model_fields.items():
        if name not in HEADER:
            label = form.page.locator("label", has_text=re.compile(rf"^{re.escape(field.title)}"))
            expect(label.first).to_be_visible()
    form.page.goto(f"{form.site}/admin/#/collections/comparisons/new")
    for name, field in Comparison.model_fields.items():
        if name not in HEADER:
            label = form.page.locator("label", has_text=re.compile(rf"^{re.escape(field.title)}"))
            expect(label.first).to_be_visible()


@pytest.mark.usefixtures("nobody_else_is_asked")
def test_a_new_term_becomes_a_branch_with_one_commit(form: Form) -> None:
    form.open("?new=terms")
    form.field("Name").fill("Bumble bee (wild)")
    form.pick("Category", "Animals")
    form.field("Definition").fill("A **large** [[bee]].")
    form.field("Why it matters").fill("It flies early:\n\n- in the cold\n- in the rain")
    form.page.get_by_role("button", name="Add relation").click()
    form.pick("Term", "Bee")
    form.pick("Relation", "Broader term")
    preview = form.page.frame_locator("iframe")
    expect(preview.get_by_role("heading", level=1)).to_have_text("Bumble bee (wild)")
    expect(preview.locator("strong", has_text="large")).to_be_visible()
    expect(preview.get_by_role("link", name="bee")).to_be_visible()
    form.save("cms/terms/bumble-bee-wild")
    branches = git(form.project, "branch", "--format=%(refname:short)").split()
    assert branches == ["cms/terms/bumble-bee-wild", "main"]
    log = git(form.project, "log", "--format=%s", "main..cms/terms/bumble-bee-wild")
    assert log == "Add bumble-bee-wild\n"
    assert restored(form, "cms/terms/bumble-bee-wild") == (
        "name: Bumble bee (wild)\n"
        "category: animals\n"
        "definition: A **large** [[bee]].\n"
        "why_it_matters: |\n  It flies early:\n\n  - in the cold\n  - in the rain\n"
        "related:\n  - term: bee\n    relation: broader\n"
    )


@pytest.mark.usefixtures("nobody_else_is_asked")
def test_of_a_term_that_is_edited_nothing_else_changes(form: Form) -> None:
    form.open("?entry=terms/ant")
    expect(form.field("Name")).to_have_value("Ant")
    expect(form.field("Abbreviation")).to_have_value("NO")
    expect(form.field("Reviewed")).to_have_value("2026-11-21")
    form.field("Definition").fill("An animal that lives with others.")
    saved = form.save("cms/terms/ant")
    assert "#" not in saved
    assert restored(form, "cms/terms/ant") == ANT.replace(
        "  A small animal that lives\n  with others of its kind.\n",
        "  An animal that lives with others.\n",
    )


@pytest.mark.usefixtures("nobody_else_is_asked")
def test_of_a_comparison_that_is_edited_nothing_else_changes(form: Form) -> None:
    form.open("?entry=comparisons/ant-or-bee")
    expect(form.field("Name")).to_have_value("Ant or bee")
    form.field("Question").fill("Ant, or bee?")
    form.save("cms/comparisons/ant-or-bee")
    assert restored(form, "cms/comparisons/ant-or-bee") == BOTH.replace(
        "question: Ant or bee?", "question: Ant, or bee?"
    )


def test_what_the_rules_refuse_is_refused_in_the_form(form: Form) -> None:
    form.open("?new=terms")
    form.field("Name").fill("<b>Bold</b>")
    form.field("Review every").fill("often")
    form.page.get_by_role("button", name="Save").click()
    expect(form.page.get_by_text("A name may not be empty or hold any of")).to_be_visible()
    expect(form.page.get_by_text("A span of time is a number and days")).to_be_visible()
    assert git(form.project, "branch", "--format=%(refname:short)").split() == ["main"]


NASTY = {
    "words": "name: NO\ntags: [yes, 12:30, 1e3, 2026-11-21, 0x1F, '~', 'null']\ninflect: false\n",
    "nothing": "name: A\nabbreviation: ~\nsummary:\ntags: []\nhow_it_works: {}\nowner: null\n",
    "short": "name: A\nhow_it_works: |\n  One.\n\n  Two.\nkey_takeaways:\n  - A\n  - {point: B}\n",
    "signs": (
        "name: A\nsummary: \"a: b # c\\td\\n\\n- e\"\nowner: '- f'\ntags: ['{x}', '&y', '!z']\n"
    ),
    "unknown": "name: A\nkind: term\nnot_a_field: {a: [b, {c: d}], e: f}\n",
    "cells": BOTH,
}


def test_what_the_form_reads_it_writes(form: Form) -> None:
    """The texts go through the form's own reader and writer, one after the other."""
    form.page.goto(f"{form.site}/admin/")
    form.page.get_by_role("button", name="Login").wait_for()
    own = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "terms").rglob("*.yml")}
    for name, text in (own | NASTY).items():
        after = form.page.evaluate("text => Entries.toFile(Entries.fromFile(text))", text)
        read, written = Document(name, text).tree(), Document(name, after).tree()
        assert meaning(written) == meaning(read), name


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(form: Form, width: int) -> None:
    form.page.set_viewport_size({"width": width, "height": 844})
    for address in ("?new=terms", "#/collections/terms"):
        if address.startswith("?"):
            form.open(address)
            form.field("Name").wait_for()
        else:
            form.page.goto(f"{form.site}/admin/{address}")
            form.page.get_by_text("Bee", exact=True).wait_for()
        assert form.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_hostile_entry_runs_nothing_in_the_preview(form: Form) -> None:
    payload = (
        '<img src=x onerror="top.hacked=1"><script>top.hacked=1</script>'
        "[x](javascript:top.hacked=1)"
    )
    form.open("?new=terms")
    form.field("Name").fill("Evil")
    form.field("What it means").fill(f"Hello.\n\n{payload}")
    preview = form.page.frame_locator("iframe")
    expect(preview.get_by_text("Hello.")).to_be_visible()
    assert form.page.evaluate("window.hacked") is None
    assert preview.locator("script, [onerror], [href^='javascript']").count() == 0
