"""Where an English text speaks of the law."""

import re

# Before a capital 'Act' that is the verb, as in a title: 'How You Must Act Fast'.
_ACTORS = (
    r"(?:Always|Agents|And|But|Can|Could|Do|Don|I|Let|May|Might|Models|Must|Never|Not|Now|Or|People"
    r"|Please|Shall|Should|So|Then|They|To|Us|Users|We|Who|Will|Would|You)"
)
_LAW = re.compile(
    r"\b(?:"
    # Whatever a parliament or an authority sets down.
    r"[Ll]aws?|[Ss]tatut(?:es?|ory)|[Ll]egislation|[Rr]egulations?|[Cc]odes? of [Pp]ractice"
    r"|GDPR|HIPAA|CCPA|LGPD|PIPEDA"
    # 'EU directive', 'ePrivacy Directive', 'Directive 2002/58/EC'; a directive may be an order.
    r"|[A-Z]{2,}\w*\s[Dd]irectives?|(?!(?:An?|Each|Every|The)\s)[a-z]?[A-Z]\w+\sDirectives?"
    r"|Directive(?=\s(?:\(|\d))"
    # 'the Act', 'Privacy Act 1988', 'Emergency (Powers) Act': what cannot be the verb.
    r"|(?:[Tt]h(?:e|is|at|ese|ose)|[Aa]n|[Ee]ach|[Bb]oth|[Uu]nder)\sActs?"
    rf"|(?!{_ACTORS}\s)[A-Z][\w'’-]*(?:\s\([^()]{{1,40}}\))?\sActs?(?=\s[\d(a-z]|[^\w\s]|$)"
    r")\b"
)
# What only sounds like it, and addresses.
_NO_LAW = re.compile(
    r"https?://\S+|\]\([^()\s]*\)"
    r"|(?<=\w-)laws?\b|\blaws?-\w+"
    r"|\b(?:scaling|power|natural|physical|inverse-square) laws?\b"
    r"|\b(?:Amdahl|Benford|Brooks|Conway|Fitts|Gall|Goodhart|Hick|Hofstadter|Hooke|Metcalfe|Moore"
    r"|Murphy|Newton|Ohm|Parkinson|Zipf)['’]s? laws?\b"
    r"|\blaws? (?:enforcement|firms?|schools?|students?)\b"
    r"|\blaws? of (?:averages|diminishing|gravity|large|motion|nature|physics|thermodynamics)\b"
    r"|\b(?:emotion(?:al)?|heat|self|speed|temperature|thermal|voltage)[ -]regulation\b",
    re.IGNORECASE,
)


def law_in(text: str) -> tuple[int, int] | None:
    """Return where a text first names a law or the law, if it does; addresses do not count."""
    # Blanked, and not cut out, so that the places stay.
    found = _LAW.search(_NO_LAW.sub(lambda away: " " * len(away.group()), text))
    return found.span() if found else None
