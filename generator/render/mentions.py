"""The words of a page that link themselves."""

from collections import defaultdict
from collections.abc import Mapping

from generator.graph import Graph
from generator.layout import path_of
from generator.model import value_at
from generator.prose import Mentioned


def mentions_on(graph: Graph, path: str) -> Mapping[int, list[Mentioned]]:
    """Return the words to link in each value of the entry whose page stands at a path.

    The key is the identity of the value, as another value may say the same. Values of other
    entries that the page shows too hold no links.
    """
    source = path.rpartition("/")[2]
    entry = graph.glossary.get(source)
    found: defaultdict[int, list[Mentioned]] = defaultdict(list)
    if entry is not None and path_of(entry) == path:
        for mention in graph.linked.get(entry.id, ()):
            assert mention.at.span is not None
            value = value_at(entry, mention.at.path)
            found[id(value)].append(Mentioned(*mention.at.span, mention.target))
    return found
