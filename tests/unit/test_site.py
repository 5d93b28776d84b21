"""Addresses of pages."""

from urllib.parse import urljoin

import pytest

from generator.site import Addresses


@pytest.mark.parametrize(
    ("path", "directories", "url", "file"),
    [
        ("index", True, "", "index.html"),
        ("index", False, "index.html", "index.html"),
        ("terms/index", True, "terms/", "terms/index.html"),
        ("terms/index", False, "terms/index.html", "terms/index.html"),
        ("terms/rag", True, "terms/rag/", "terms/rag/index.html"),
        ("terms/rag", False, "terms/rag.html", "terms/rag.html"),
        ("tags", True, "tags/", "tags/index.html"),
    ],
)
def test_a_page_has_an_address_and_a_file(
    path: str, directories: bool, url: str, file: str
) -> None:
    addresses = Addresses(directories)
    assert (addresses.url(path), addresses.file(path)) == (url, file)


PATHS = ["index", "tags", "terms/index", "terms/a", "terms/ab", "guides/deep/er", "regions/au-nsw"]


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("origin", PATHS)
@pytest.mark.parametrize("target", PATHS)
def test_a_relative_address_leads_to_the_page(origin: str, target: str, directories: bool) -> None:
    addresses = Addresses(directories)
    here = f"https://example.org/base/{addresses.url(origin)}"
    relative = addresses.relative(origin, f"{addresses.url(target)}#part")
    assert not relative.startswith(("/", "http"))
    assert urljoin(here, relative) == f"https://example.org/base/{addresses.url(target)}#part"


def test_a_file_has_an_address_too() -> None:
    assert Addresses().relative("terms/a", "assets/x.css") == "../../assets/x.css"
