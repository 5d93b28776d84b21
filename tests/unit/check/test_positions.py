"""Where in a finished file something stands."""

from generator.check.positions import addresses, ids, links

PAGE = """\
<!doctype html>
<p id="a" title="b/">b/ <a class=x href="b/">1</a><a
  href='b/'>2</a> <a href=c&amp;d id=a>3</a></p>
<img srcset="one.png 1x, two.png 2x" src="x/two.png">
<style>p { background: url(two.png) }</style>
<script type="application/ld+json">{"url": "e\\/f"}</script>
"""


def shown(text: str, spans: tuple[tuple[int, int], ...]) -> list[tuple[int, str]]:
    """Return the line and the words of each range."""
    return [(text.count("\n", 0, start) + 1, text[start:end]) for start, end in spans]


def test_addresses_are_found_in_attributes_and_styles() -> None:
    assert shown(PAGE, addresses("a.html", PAGE, {"b/"})) == [(2, "b/"), (3, "b/")]
    assert shown(PAGE, addresses("a.html", PAGE, {"c&d"})) == [(3, "c&amp;d")]
    assert shown(PAGE, addresses("a.html", PAGE, {"two.png"})) == [(4, "two.png"), (5, "two.png")]
    assert addresses("a.html", PAGE, {"nothing"}) == ()


def test_the_link_of_a_number_is_found() -> None:
    assert shown(PAGE, links(PAGE, "b/", 1)) == [(3, "b/")]
    assert links(PAGE, "b/", 2) == ()


def test_every_element_with_an_id_is_found() -> None:
    assert shown(PAGE, ids(PAGE, "a")) == [(2, "a"), (3, "a")]


def test_in_data_an_address_stands_alone_and_may_be_escaped() -> None:
    text = "<loc>https://a/b/?c=1&amp;d</loc><loc>https://a/b/</loc><loc>https://a/b/c/</loc>"
    assert shown(text, addresses("sitemap.xml", text, {"https://a/b/"})) == [(1, "https://a/b/")]
    found = addresses("sitemap.xml", text, {"https://a/b/?c=1&d"})
    assert shown(text, found) == [(1, "https://a/b/?c=1&amp;d")]
    assert len(addresses("a.json", '["caf\\u00e9/", "café/"]', {"café/"})) == 2
