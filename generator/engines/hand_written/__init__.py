"""Hand-written pages: a Python-Markdown extension that knows the glossary.

`[[rag]]` becomes a link, `![[prompting-or-rag]]` on a line of its own becomes the comparison
itself, and what a page mentions is linked as in entries. What names nothing stays as its words;
the rules report it at its line.
"""

from generator.engines.hand_written.extension import GlossaryMarkdown

__all__ = ["GlossaryMarkdown"]
