"""The tags of a table."""

from typing import Any


class Table:
    """Knows the column that is being written, and how it is aligned."""

    def __init__(self) -> None:
        self._alignments: tuple[str, ...] = ()
        self._column = 0
        self._head = False

    def tags(self, name: str, value: Any) -> tuple[str, str]:
        """Return what opens and closes a part of a table."""
        match name:
            case "Table":
                self._alignments = tuple(value)
                return '<div class="tl-scroll" tabindex="0"><table>\n', "</tbody></table></div>\n"
            case "TableHead":
                self._head, self._column = True, 0
                return "<thead><tr>", "</tr></thead>\n<tbody>\n"
            case "TableRow":
                self._head, self._column = False, 0
                return "<tr>", "</tr>\n"
            case "TableCell":
                tag = 'th scope="col"' if self._head else "td"
                side = self._alignments[self._column] if self._alignments else "None"
                self._column += 1
                style = f' class="tl-{side.lower()}"' if side != "None" else ""
                return f"<{tag}{style}>", f"</{tag[:2]}>"
            case _:
                return "", ""
