"""The addresses that an author wrote."""

import time

import pytest

from generator.check.written import ids, is_wordless, written

TEXT = """\
[one](a.md), ![two](<b c.png> "title") and [three](d(e).md#f)[four][ref]
<https://auto.example/> `[code](code.md)` <!-- [comment](comment.md) -->

    !!! note
        [five](g.md)

~~~ markdown
[code](code.md)
~~~

> [ref]: <h.md> "title"

<a href="i.md?a=1&amp;b=2"></a> <img src=j.png srcset='k.png 1x, l.png 2x' data-src="not.png">
<p style="background: url('m.png')">
"""


def test_addresses_are_found_in_the_order_of_the_text_and_not_in_code() -> None:
    assert [found.url for found in written(TEXT)] == [
        "a.md", "b c.png", "d(e).md#f", "https://auto.example/", "g.md", "h.md",
        "i.md?a=1&b=2", "j.png", "k.png 1x, l.png 2x", "k.png", "1x", "l.png", "2x", "m.png",
    ]  # fmt: skip


def test_every_address_knows_its_place() -> None:
    for found in written(TEXT):
        assert TEXT[found.start : found.end].replace("&amp;", "&") == found.url


def test_plain_text_holds_none() -> None:
    assert list(written("Nothing here: a (b) [c] href.")) == []


@pytest.mark.parametrize(
    ("text", "wordless"),
    [
        ("[](a)", True),
        ("[ ](<a>)", True),
        ("[![](b.png)](a)", True),
        ("[![Words](b.png)](a)", False),
        ("[words](a)", False),
        ("<a href='a'></a>", True),
        ("<a href='a'><img src='b' alt=''> </a>", True),
        ("<a href='a'><img src='b' alt='Words'></a>", False),
        ("<a href='a'>Words</a>", False),
        ("<a title='Words' href='a'></a>", False),
    ],
)
def test_a_link_without_words_is_told_from_others(text: str, wordless: bool) -> None:
    address = next(found for found in written(text) if found.url == "a")
    assert is_wordless(text, address) is wordless


def test_an_id_is_found_where_it_stands_again() -> None:
    text = "# A {#one}\n\n<b id='one'></b> `<b id=one>` data-id=one\n\n## B { .c #one }\n"
    found = [(one.start, text[one.start : one.end]) for one in ids(text, "one")]
    assert found == [(text.index("'one'") + 1, "one"), (text.rindex("one"), "one")]


@pytest.mark.parametrize(
    "part",
    ["<!--", "`a``b```c", "<a href=x>", "](((", "{#", "[](", "```\n~~~~\n", "<a href='", "["],
)
def test_text_that_never_ends_what_it_begins_takes_no_longer(part: str) -> None:
    text = part * (300_000 // len(part))
    began = time.process_time()
    for found in written(text):
        is_wordless(text, found)
    list(ids(text, "x"))
    assert time.process_time() - began < 10
