"""Addresses are read as browsers read them, so that what is checked is what is asked."""

import pytest

from generator.external_links.addresses import Barred, is_web, redirected, web_address


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://EXAMPLE.org/Path", "https://example.org/Path"),
        ("https://example.org:443/", "https://example.org/"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://example.org:8443/a?b=c#d", "https://example.org:8443/a?b=c"),
        ("//example.org/a", "https://example.org/a"),
        ("https:\\\\example.org\\a?b\\c", "https://example.org/a?b\\c"),
        ("https:example.org", "https://example.org/"),
        ("https:////example.org/", "https://example.org/"),
        (" https://exa\nmple.org/ ", "https://example.org/"),
        ("https://example.org/a b/é", "https://example.org/a%20b/%C3%A9"),
        ("https://example.org/100%25/%2F", "https://example.org/100%25/%2F"),
        ("https://example.org/a/../b/./c", "https://example.org/b/c"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://ｅｘａｍｐｌｅ。org/", "https://example.org/"),
        ("https://example.org./", "https://example.org./"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f000001/", "http://127.0.0.1/"),
        ("http://0177.0.0.01/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("http://[0:0::FFFF:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
    ],
)
def test_an_address_has_one_spelling(written: str, asked: str) -> None:
    address = web_address(written)
    assert str(address).replace("::ffff:127.0.0.1", "::ffff:7f00:1") == asked
    assert web_address(str(address)) == web_address(asked)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ftp://example.org/", "'ftp:' is neither 'http:' nor 'https:'"),
        ("file:///etc/passwd", "'file:' is neither 'http:' nor 'https:'"),
        ("example.org", "':' is neither 'http:' nor 'https:'"),
        ("https://me@example.org/", "it holds a user name or a password"),
        ("https://me:secret@example.org/", "it holds a user name or a password"),
        ("http://example.org\\@127.0.0.1/", None),
        ("https://example.org:25/", "browsers open no pages on port 25"),
        ("https://example.org:6667/", "browsers open no pages on port 6667"),
        ("https://example.org:0/", "browsers open no pages on port 0"),
        ("https://example.org:99999/", "it is no web address"),
        ("https://[::1/", "it is no web address"),
        ("https://[v1.x]/", "'v1.x' is no name of a host"),
        ("https:///", "'' is no name of a host"),
        ("https://exa mple.org/", "'exa mple.org' is no name of a host"),
        ("https://exa%6dple.org/", "'exa%6dple.org' is no name of a host"),
        ("https://1.2.3.4.5/", "'1.2.3.4.5' is no name of a host"),
        ("https://256.1/", "'256.1' is no name of a host"),
        ("https://4294967296/", "'4294967296' is no name of a host"),
        ("https://09.1.1.1/", "'09.1.1.1' is no name of a host"),
        ("https://a..b/", "'a..b' is no name of a host"),
        (f"https://{'a' * 64}.org/", f"'{'a' * 64}.org' is no name of a host"),
        (f"https://example.org/{'a' * 4_000}", "it has more than 4,000 characters"),
    ],
)
def test_what_is_no_public_web_address_says_why(written: str, why: str | None) -> None:
    if why is None:
        # The backslash ends the host, as it does in a browser.
        assert str(web_address(written)) == "http://example.org/@127.0.0.1/"
        return
    with pytest.raises(Barred) as barred:
        web_address(written)
    assert str(barred.value) == why


@pytest.mark.parametrize(
    ("location", "asked", "fragment"),
    [
        ("/new", "https://example.org/new", "part"),
        ("new#other", "https://example.org/a/new", "other"),
        ("../x?y", "https://example.org/x?y", "part"),
        ("//other.org/z", "https://other.org/z", "part"),
        ("/\\other.org", "https://other.org/", "part"),
        ("?q", "https://example.org/a/b?q", "part"),
        ("http://other.org", "http://other.org/", "part"),
        ("/caf\udce9", "https://example.org/caf%E9", "part"),
    ],
)
def test_a_location_is_read_from_where_it_was_said(
    location: str, asked: str, fragment: str
) -> None:
    target = redirected(web_address("https://example.org/a/b#part"), location)
    assert (str(target), target.fragment) == (asked, fragment)


def test_only_http_and_https_lead_to_other_sites() -> None:
    written = ("https://a.org", "HTTP://a.org", "//a.org", "mailto:a@a.org", "a.md", "/a", "#a")
    assert [is_web(text) for text in written] == [True, True, True, False, False, False, False]
