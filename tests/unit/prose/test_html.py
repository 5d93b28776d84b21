"""Prose to HTML: the whole of what comes out."""

from textwrap import dedent

import pytest

from generator.prose import Target, to_html


class Site:
    """Knows the pages `token` and `rag`; addresses are easy to recognise."""

    def reference(self, target: str) -> Target | None:
        known = {"token": "Token", "RAG": "RAG", "R&D": "R&D"}
        words = known.get(target)
        if target == "draft":
            return Target(None, "Draft")
        return Target(f"../{target.lower()}/", words) if words else None

    def link(self, url: str) -> str:
        return f"../../{url}"


def html(markdown: str, *, inline: bool = False, prefix: str = "") -> str:
    return to_html(markdown, Site(), inline=inline, prefix=prefix)


def check(markdown: str, expected: str, **how: str) -> None:
    assert html(dedent(markdown).strip("\n"), **how) == dedent(expected).lstrip("\n")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("*em* **strong** ~~gone~~", "<em>em</em> <strong>strong</strong> <del>gone</del>"),
        ("`a < b`", "<code>a &lt; b</code>"),
        ("`[[token]]`", "<code>[[token]]</code>"),
        ("&lt;b&gt; &amp;amp; &copy;", "&lt;b&gt; &amp;amp; ©"),
        ("one\ntwo", "one\ntwo"),
        ("one  \ntwo", "one<br>\ntwo"),
        (r"\*plain\* \[[token]]", "*plain* [[token]]"),
        ("עברית \u200fx", "עברית \u200fx"),
    ],
)
def test_text_is_escaped_and_marked_up(markdown: str, shown: str) -> None:
    assert html(markdown) == f"<p>{shown}</p>\n"


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<!-- comment -->",
        "<iframe src='https://example.org'></iframe>",
        "<b>bold</b>",
        "</p></div>",
        "<?php ?>",
        "<![CDATA[x]]>",
        "<a href=javascript:alert(1)>x</a>",
    ],
)
@pytest.mark.parametrize("around", ["{}", "text {} text", "- {}", "> {}", "# {}", "**{}**"])
def test_html_appears_as_text(raw: str, around: str) -> None:
    shown = html(around.format(raw))
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        raw = raw.replace(character, entity)
    assert raw in shown.replace("&quot;", '"')


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#10;script:alert(1)",
        "java&#9;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&#32;javascript:alert(1)",
        "javascript&colon;alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:x",
        "ftp://example.org",
    ],
)
def test_an_unsafe_link_leaves_its_words(url: str) -> None:
    assert html(f"[words]({url})") == "<p>words</p>\n"
    assert html(f"![words]({url})") == "<p>words</p>\n"
    assert html(f"[words]\n\n[words]: {url}\n") == "<p>words</p>\n"


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("[a](https://e.org)", '<a href="https://e.org" rel="noopener">a</a>'),
        ("<https://e.org>", '<a href="https://e.org" rel="noopener">https://e.org</a>'),
        ("[a](//e.org)", '<a href="//e.org" rel="noopener">a</a>'),
        ("<a@e.org>", '<a href="mailto:a@e.org" rel="noopener">a@e.org</a>'),
        ("[a](tel:+61)", '<a href="tel:+61" rel="noopener">a</a>'),
        ("[a](b.md#c)", '<a href="../../b.md#c">a</a>'),
        ("[a](#c)", '<a href="#c">a</a>'),
        ('[a](b.md "t \\" <t>")', '<a href="../../b.md" title="t &quot; &lt;t&gt;">a</a>'),
        ('[a](b"c)', '<a href="../../b&quot;c">a</a>'),
    ],
)
def test_a_safe_link_leads_somewhere(link: str, shown: str) -> None:
    assert html(link) == f"<p>{shown}</p>\n"


@pytest.mark.parametrize(
    "url",
    [
        "https://e.org/a.png",
        "HTTP://e.org/a.png",
        "//e.org/a.png",
        r"\\\\e.org/a.png",
        r"/\\e.org/a.png",
        "&#9;https://e.org/a.png",
        "h&#10;ttps://e.org/a.png",
        "/&#9;/e.org/a.png",
    ],
)
def test_a_picture_of_another_host_is_its_words(url: str) -> None:
    assert html(f"![words]({url})") == "<p>words</p>\n"


@pytest.mark.parametrize(
    ("image", "shown"),
    [
        ("![a map](images/map.png)", 'src="../../images/map.png" alt="a map"'),
        ("![](map.png)", 'src="../../map.png" alt=""'),
        ('![a "b" <c> & d](m.png)', 'src="../../m.png" alt="a &quot;b&quot; &lt;c&gt; &amp; d"'),
        ("![*a* **b** `c`](m.png)", 'src="../../m.png" alt="a b c"'),
        ('![a](m"n.png)', 'src="../../m&quot;n.png" alt="a"'),
    ],
)
def test_a_picture_has_words_for_those_who_do_not_see_it(image: str, shown: str) -> None:
    assert html(image) == f'<p><img {shown} loading="lazy"></p>\n'


def test_a_picture_may_be_a_link() -> None:
    assert html("[![a](b.png)](c.md)") == (
        '<p><a href="../../c.md"><img src="../../b.png" alt="a" loading="lazy"></a></p>\n'
    )


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("[[token]]", '<a class="tl-term" href="../token/">Token</a>'),
        ("[[ token ]]", '<a class="tl-term" href="../token/">Token</a>'),
        ("[[RAG]]", '<a class="tl-term" href="../rag/">RAG</a>'),
        ("[[R&D]]", '<a class="tl-term" href="../r&amp;d/">R&amp;D</a>'),
        ("[[token|a *piece* & `bit`]]",
         '<a class="tl-term" href="../token/">a <em>piece</em> &amp; <code>bit</code></a>'),
        ("**[[token]]**", '<strong><a class="tl-term" href="../token/">Token</a></strong>'),
        ("[[draft]]", "Draft"),
        ("[[draft|the *words*]]", "the <em>words</em>"),
        ("[[gone]]", "gone"),
        ("[[gone|the *words*]]", "the <em>words</em>"),
        ("![[token]]", '<a class="tl-term" href="../token/">Token</a>'),
        ("![[gone]]", "gone"),
        ("![[https://e.org/x.png]]", "https://e.org/x.png"),
        ("[[javascript:alert(1)]]", "javascript:alert(1)"),
    ],
)  # fmt: skip
def test_a_reference_leads_to_its_page_or_stays_as_words(reference: str, shown: str) -> None:
    assert html(reference) == f"<p>{shown}</p>\n"


def test_a_table_may_hold_bars_references_and_html_as_text() -> None:
    check(
        r"""
        | Left | Middle | Right | None |
        |:-----|:------:|------:|------|
        | a \| b | [[token\|a piece]] | [[token]] | `c \| d` |
        | <b> | &lt; | | e |
        """,
        """
        <div class="tl-scroll" tabindex="0"><table>
        <thead><tr><th scope="col" class="tl-left">Left</th><th scope="col" class="tl-center">Middle</th><th scope="col" class="tl-right">Right</th><th scope="col">None</th></tr></thead>
        <tbody>
        <tr><td class="tl-left">a | b</td><td class="tl-center"><a class="tl-term" href="../token/">a piece</a></td><td class="tl-right"><a class="tl-term" href="../token/">Token</a></td><td><code>c | d</code></td></tr>
        <tr><td class="tl-left">&lt;b&gt;</td><td class="tl-center">&lt;</td><td class="tl-right"></td><td>e</td></tr>
        </tbody></table></div>
        """,
    )


def test_headings_begin_below_those_of_the_page() -> None:
    check(
        """
        # One
        ## Two
        ### Three
        #### Four
        """,
        """
        <h3 id="one">One</h3>
        <h3 id="two">Two</h3>
        <h3 id="three">Three</h3>
        <h4 id="four">Four</h4>
        """,
    )


def test_the_anchor_of_a_heading_is_its_words() -> None:
    check(
        """
        # Q & A: what's *it* `do`?
        # See [[token|a piece]]
        # 日本 è
        # ???
        """,
        """
        <h3 id="why-q-a-what-s-it-do">Q &amp; A: what's <em>it</em> <code>do</code>?</h3>
        <h3 id="why-see-a-piece">See <a class="tl-term" href="../token/">a piece</a></h3>
        <h3 id="why-日本-è">日本 è</h3>
        <h3 id="why-section">???</h3>
        """,
        prefix="why",
    )


def test_headings_with_the_same_words_have_anchors_of_their_own() -> None:
    check(
        """
        # A
        # A 2
        # A
        # A
        """,
        """
        <h3 id="a">A</h3>
        <h3 id="a-2">A 2</h3>
        <h3 id="a-3">A</h3>
        <h3 id="a-4">A</h3>
        """,
    )


def test_footnotes_are_numbered_as_they_are_read_and_kept_apart_by_the_prefix() -> None:
    check(
        """
        One[^b] and two[^a] and one[^b].

        [^a]: Second, *with* [[token]].
        [^b]: First.
        [^c]: Never.
        """,
        """
        <p>One<sup id="fnref-faq-1"><a href="#fn-faq-1" role="doc-noteref">1</a></sup> and two<sup id="fnref-faq-2"><a href="#fn-faq-2" role="doc-noteref">2</a></sup> and one<sup><a href="#fn-faq-1" role="doc-noteref">1</a></sup>.</p>
        <div class="tl-footnotes" role="doc-endnotes"><ol>
        <li id="fn-faq-1"><p>First.</p>
        <a href="#fnref-faq-1" role="doc-backlink" aria-label="Back to the text">↩</a></li>
        <li id="fn-faq-2"><p>Second, <em>with</em> <a class="tl-term" href="../token/">Token</a>.</p>
        <a href="#fnref-faq-2" role="doc-backlink" aria-label="Back to the text">↩</a></li>
        </ol></div>
        """,
        prefix="faq",
    )


def test_the_name_of_a_footnote_may_be_written_in_other_letters() -> None:
    shown = html("One[^A] and two[^a].\n\n[^a]: Text.")
    assert shown.count('href="#fn-1"') == 2
    assert '<li id="fn-1"><p>Text.</p>' in shown


def test_a_footnote_without_a_text_stays_as_it_is_written() -> None:
    assert html("a[^1]") == "<p>a[^1]</p>\n"


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        ("NOTE", "note"),
        ("TIP", "tip"),
        ("IMPORTANT", "info"),
        ("WARNING", "warning"),
        ("CAUTION", "danger"),
    ],
)
def test_an_alert_has_the_theme_s_look(kind: str, style: str) -> None:
    assert html(f"> [!{kind}]\n> Mind *this*.") == (
        f'<div class="admonition {style}">\n<p class="admonition-title">{kind.capitalize()}</p>\n'
        "<p>Mind <em>this</em>.</p>\n</div>\n"
    )


def test_other_blocks() -> None:
    check(
        """
        > quoted

        - one
        - two
          1. a

        3. three
        4. four

        ---

        ```python
        a < b
        ```
        """,
        """
        <blockquote>
        <p>quoted</p>
        </blockquote>
        <ul>
        <li>one</li>
        <li>two<ol>
        <li>a</li>
        </ol>
        </li>
        </ul>
        <ol start="3">
        <li>three</li>
        <li>four</li>
        </ol>
        <hr>
        <pre tabindex="0"><code>a &lt; b
        </code></pre>
        """,
    )


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("one *two*", "one <em>two</em>"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
        ("# one", '<h3 id="one">one</h3>\n'),
        ("- one", "<ul>\n<li>one</li>\n</ul>\n"),
        ("a < b", "a &lt; b"),
    ],
)
def test_a_single_paragraph_may_stand_within_a_line(markdown: str, shown: str) -> None:
    assert html(markdown, inline=True) == shown
