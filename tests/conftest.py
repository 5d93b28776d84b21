"""What all tests share: options of the run, and how hard the properties look."""

import os
from collections.abc import Iterator

import jinja2
import pytest
from hypothesis import HealthCheck, settings
from jinja2.bccache import Bucket
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests import chromium, node
from tests.browser.visiting import FLAGS, Visit, watched

# Derandomised, so that a run can be repeated anywhere and no database is written.
settings.register_profile(
    "repeatable",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("searching", settings.get_profile("repeatable"), derandomize=False)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write what the golden cases give now as what they should give.",
    )
    parser.addoption(
        "--search",
        action="store_true",
        help="Let the properties try other examples than last time.",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--search"):
        settings.load_profile("searching")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests where there is no browser or Node, unless `REQUIRE_BROWSER` or so is set."""
    for marker, variable, program, advice in (
        ("browser", "REQUIRE_BROWSER", chromium.chromium(), chromium.ADVICE),
        ("node", "REQUIRE_NODE", node.node(), node.ADVICE),
    ):
        if os.environ.get(variable) or program is not None:
            continue
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=advice))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that the browser or editor tests did not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    for advice in (chromium.ADVICE, node.ADVICE):
        if any(advice in str(report.longrepr) for report in skipped):
            terminalreporter.write_line(advice, bold=True, yellow=True)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


# Here, so that a worker has one browser: Playwright starts but once in a thread.
@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.chromium()
    assert path is not None, chromium.ADVICE
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=FLAGS)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext) -> Visit:
    return watched(context)


class _Remembered(jinja2.BytecodeCache):
    """Keeps compiled templates: to compile them anew takes nine tenths of a small build."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        # The bytes begin with a checksum of the source, which Jinja compares.
        if (known := self._known.get(bucket.key)) is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once() -> Iterator[None]:
    remembered, plain = _Remembered(), jinja2.Environment.__init__

    def init(self: jinja2.Environment, *args: object, **options: object) -> None:
        plain(self, *args, **{"bytecode_cache": remembered, **options})  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "__init__", init)
        yield
