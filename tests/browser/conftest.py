"""The real site of this repository, served."""

from collections.abc import Iterator

import pytest

from tests.browser.visiting import ROOT, build, served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """This repository's own site."""
    folder = tmp_path_factory.mktemp("own")
    for url in served(folder / "site"):
        # Instant navigation works only where the site knows its own address.
        build(ROOT, folder / "site", f"{url}/")
        yield url
