"""What becomes of words that stand for a term."""

from enum import StrEnum


class Verdict(StrEnum):
    """Whether words are linked, or why not; each reason ends a sentence that begins 'not linked'.

    The order is that in which reasons are looked for: the first that holds is given.
    """

    LINKED = "linked"
    COMPOUND = "the word is the latter part of a compound"
    ADDRESS = "it stands in an address"
    BROKEN = "markup divides the words"
    HEADING = "it stands in a heading"
    CODE = "it stands in code"
    LINK = "it stands in a link"
    IMAGE = "it stands in the words of an image"
    HTML = "it stands in HTML"
    UNSEEN = "it stands in a footnote that nothing refers to"
    FORBIDDEN = "'[[!…]]' forbids it here"
    SWITCHED_OFF = "'termloom:off' stands before it"
    FIELD = "this field is not linked"
    CASE = "the capitals differ"
    LONGER = "it is part of a longer form"
    OWN_PAGE = "this is the term's own page"
    DRAFT = "the term is a draft"
    QUOTED = "it stands alone in quotation marks, so it is spoken about"
    OFF = "the config switches linking off"
    AMBIGUOUS = "more than one term claims this form"
    REPEATED = "the term is linked in this section already"
