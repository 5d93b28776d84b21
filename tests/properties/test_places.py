"""Characters of a value are found in the file in every style of scalar; addresses lead home."""

from urllib.parse import urljoin

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.reading import Document
from generator.reading.locate import within
from generator.reading.tree import Scalar
from generator.site import Addresses

MARKER = "\u2603\u2603\u2603"
words = st.text(
    st.sampled_from("abc éß日😀\u0301'\"\\#:-&*!|>%@`{}[],?~\t\n") | st.characters(codec="utf-8"),
    max_size=30,
)
# As a file holds it after `decode`.
STRANGE = set("\r\x85\u2028\u2029\ufeff")


@st.composite
def values(draw: st.DrawFn) -> str:
    return draw(words) + MARKER + draw(words)


def found(text: str) -> str:
    """Return the characters of the file that stand for the marker in the field `a`."""
    tree = Document("a.yml", text).tree()
    node = tree.values["a"]
    assert isinstance(node, Scalar)
    value = node.text.strip()
    start = value.index(MARKER)
    first, last = within(node, text, start, start + len(MARKER))
    return text[first:last]


@given(values(), st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([20, 80, 1000]))
@settings(max_examples=1000)
def test_a_place_in_a_value_is_found_in_every_style(value: str, style: str, width: int) -> None:
    assume(not STRANGE & set(value) or style == '"')
    text = yaml.dump({"a": value}, default_style=style, allow_unicode=True, width=width)
    assume(not STRANGE & set(text))
    assume(yaml.safe_load(text) == {"a": value} or style != '"')
    text = f"# é\nb: 日本\n{text}"
    assert found(text) == MARKER


@given(
    st.text(st.sampled_from("ab é日 \n"), max_size=20),
    st.sampled_from(["|", "|-", "|+", ">", ">-"]),
)
@settings(max_examples=200)
def test_a_place_in_a_block_as_people_write_it(before: str, header: str) -> None:
    lines = [line.strip() for line in f"x{before} {MARKER} after\n\nmore".split("\n")]
    body = "".join(f"    {line}\n" if line else "\n" for line in lines)
    assert found(f"a: {header}  # comment\n{body}b: c\n") == MARKER


segment = st.text(st.sampled_from("abc-12"), min_size=1, max_size=5)
paths = st.lists(segment, min_size=1, max_size=4).map("/".join) | st.sampled_from(
    ["index", "terms/index", "a/b/index"]
)


@given(paths, paths, st.booleans(), st.sampled_from(["", "#part"]))
def test_a_relative_address_leads_to_its_page(
    origin: str, target: str, directories: bool, anchor: str
) -> None:
    addresses = Addresses(directories)
    root = "https://example.org/deep/site/"
    relative = addresses.relative(origin, addresses.url(target) + anchor)
    assert urljoin(root + addresses.url(origin), relative) == root + addresses.url(target) + anchor
