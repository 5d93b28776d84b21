"""Where an address leads, seen from a page of a site below a folder of its host."""

import pytest

from generator.check.addresses import Aim, Base, Trouble
from generator.check.reference import Reference, Use

BASE = Base.of("https://example.org/glossary")
PAGE = "terms/a/index.html"


@pytest.mark.parametrize(
    ("url", "path", "anchor"),
    [
        ("", PAGE, "malformed"),
        ("#b", PAGE, "b"),
        ("#", PAGE, ""),
        ("?q=1#b", PAGE, "b"),
        (".", "terms/a/", ""),
        ("..", "terms/", ""),
        ("../b/", "terms/b/", ""),
        ("../../", "", ""),
        ("../../#b", "", "b"),
        ("../b", "terms/b", ""),
        ("b//c/./d.html", "terms/a/b/c/d.html", ""),
        ("../%C3%A9%20b/?x#%C3%A9", "terms/é b/", "é"),
        ("%2e%2e/b/", "terms/b/", ""),
        ("/glossary/b/", "b/", ""),
        ("/glossary", "", ""),
        ("//EXAMPLE.org/glossary/b/", "b/", ""),
        ("https://example.org/glossary/b/#c", "b/", "c"),
        ("http://example.org/glossary", "", ""),
        (" ../b/\n", "terms/b/", ""),
        ("../b/#c:~:text=d", "terms/b/", "c"),
    ],
)
def test_an_address_leads_to_a_path_and_an_anchor(url: str, path: str, anchor: str) -> None:
    aim = BASE.aim(Reference(url, Use.PAGE), PAGE)
    if anchor == "malformed":
        assert aim == Aim(Use.PAGE, url, "it is empty", Trouble.MALFORMED)
    else:
        assert aim == Aim(Use.PAGE, path, anchor)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "https://example.org/glossary-of-others/",
        "https://example.org:8080/glossary/",
        "https://www.example.org/glossary/",
        "mailto:a@example.org",
        "tel:1",
        "javascript:void(0)",
        "data:,a",
        "urn:isbn:1",
        "ftps://example.org/",
    ],
)
def test_what_leads_elsewhere_is_not_judged(url: str) -> None:
    assert BASE.aim(Reference(url, Use.PAGE), PAGE) is None


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/b/", "/b/"),
        ("/", "/"),
        ("../../../b/", "/b/"),
        ("../../../../../b/", "//b/"),
        ("../../../../glossary/b/", "//glossary/b/"),
    ],
)
def test_what_leaves_the_site_is_outside(url: str, path: str) -> None:
    assert BASE.aim(Reference(url, Use.FILE), PAGE) == Aim(Use.FILE, url, path, Trouble.OUTSIDE)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https:/example.org", "'https:' is not followed by '//'"),
        ("http:example.org", "'http:' is not followed by '//'"),
        ("https://", "it names no host"),
        ("https://a b/", "'a b' is no host"),
        ("https://a:b/", "port could not be cast to integer value as 'b'"),
        ("https://a:99999/", "port out of range 0-65535"),
        ("https://[a/", "invalid IPv6 URL"),
        ("htps://a/", "'htps' is no kind of address"),
        ("hhttps://a/", "'hhttps' is no kind of address"),
        ("C:\\a.png", "'c:' names a disk"),
        ("a\\b.png", "it has a backslash"),
        ("a%2.png", "a '%' in it is not followed by two hexadecimal digits"),
        ("example.org:80/a", "it has no 'https://' before the host"),
        ("mailto:", "it names no mailbox"),
    ],
)
def test_a_malformed_address_says_why(url: str, why: str) -> None:
    aim = BASE.aim(Reference(url, Use.PAGE), PAGE)
    assert aim == Aim(Use.PAGE, url, why, Trouble.MALFORMED)


def test_without_an_address_of_the_site_every_host_is_elsewhere() -> None:
    base = Base.of(None)
    assert base.aim(Reference("https://example.org/", Use.PAGE), PAGE) is None
    assert base.aim(Reference("/b/", Use.PAGE), PAGE) == Aim(Use.PAGE, "b/")
    outside = base.aim(Reference("../../../b/", Use.PAGE), PAGE)
    assert outside == Aim(Use.PAGE, "../../../b/", "//b/", Trouble.OUTSIDE)


def test_a_page_may_set_the_address_that_others_count_from() -> None:
    assert BASE.aim(Reference("b/#c", Use.PAGE), PAGE, "../../x/") == Aim(Use.PAGE, "x/b/", "c")
    elsewhere = BASE.aim(Reference("b/", Use.PAGE), PAGE, "https://other.example/")
    assert elsewhere is None


def test_the_search_counts_from_the_root() -> None:
    reference = Reference("terms/a/#b", Use.PAGE, whole=True)
    assert BASE.aim(reference, "search/search_index.json") == Aim(Use.PAGE, "terms/a/", "b")
