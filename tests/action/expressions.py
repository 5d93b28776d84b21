"""The expressions of GitHub's workflows, as far as ours use them; anything else is refused.

After "Evaluate expressions in workflows and actions" of GitHub's documentation: strings compare
without regard to case, different kinds compare as numbers, and `&&` and `||` give an operand.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_TOKEN = re.compile(r"\s*(?:(\|\||&&|==|!=|!|[()\[\],])|('(?:[^']|'')*')|([A-Za-z_][\w.-]*)|(\d+))")
_INSERTED = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_CONSTANTS = {"true": True, "false": False, "null": None}
STATUS = ("success()", "failure()", "cancelled()", "always()")


class NotKnown(Exception):
    """An expression uses what this evaluator does not know."""


def tokens(text: str) -> list[str]:
    found: list[str] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise NotKnown(text[at:])
        found.append(match.group().strip())
        at = match.end()
    return found


@dataclass
class _Parser:
    words: list[str]
    contexts: Mapping[str, Any]
    functions: Mapping[str, Callable[[], bool]]

    def whole(self) -> Any:
        value = self.either()
        if self.words:
            raise NotKnown(" ".join(self.words))
        return value

    def either(self) -> Any:
        value = self.both()
        while self._next("||"):
            other = self.both()
            value = value or other
        return value

    def both(self) -> Any:
        value = self.compared()
        while self._next("&&"):
            other = self.compared()
            value = value and other
        return value

    def compared(self) -> Any:
        value = self.single()
        for sign, wanted in (("==", True), ("!=", False)):
            if self._next(sign):
                return _equal(value, self.single()) is wanted
        return value

    def single(self) -> Any:
        if self._next("!"):
            return not self.single()
        if self._next("("):
            value = self.either()
            assert self._next(")")
            return value
        word = self.words.pop(0)
        if word.startswith("'"):
            return word[1:-1].replace("''", "'")
        if word.isdecimal() or word in _CONSTANTS:
            return _CONSTANTS.get(word, int(word) if word.isdecimal() else None)
        return self._called(word) if self._next("(") else self._looked_up(word)

    def _called(self, word: str) -> bool:
        if word not in self.functions or not self._next(")"):
            raise NotKnown(f"{word}(")
        return self.functions[word]()

    def _looked_up(self, word: str) -> Any:
        first, *rest = word.split(".")
        if first not in self.contexts:
            raise NotKnown(word)
        value: Any = self.contexts[first]
        for step in rest:
            value = value.get(step) if isinstance(value, Mapping) else None
        return value

    def _next(self, word: str) -> bool:
        if self.words and self.words[0] == word:
            self.words.pop(0)
            return True
        return False


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return one == other if type(one) is type(other) else _number(one) == _number(other)


def _number(value: Any) -> float:
    try:
        return float(value or 0)
    except (TypeError, ValueError):
        return float("nan")


def evaluated(
    text: str, contexts: Mapping[str, Any], functions: Mapping[str, Callable[[], bool]]
) -> Any:
    """Return the value of an expression, without its braces."""
    return _Parser(tokens(text), contexts, functions).whole()


def filled(value: Any, contexts: Mapping[str, Any]) -> str:
    """Return a value of a workflow as the text that a program is given."""
    if isinstance(value, bool):
        return str(value).lower()
    return _INSERTED.sub(lambda found: _text(evaluated(found[1], contexts, {})), str(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def holds(
    condition: Any, contexts: Mapping[str, Any], functions: Mapping[str, Callable[[], bool]]
) -> bool:
    """Return whether a step runs; without a function of its own it runs after success only."""
    if condition is None:
        return functions["success"]()
    text = str(condition).strip()
    bare = _INSERTED.fullmatch(text)
    text = bare[1] if bare else text
    value = bool(evaluated(text, contexts, functions))
    return value if any(name in text for name in STATUS) else functions["success"]() and value
