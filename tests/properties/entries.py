"""Entries with every kind of value and every style of scalar, to be spoilt."""

FULL_TERM = """\
name: Token
abbreviation: TK
aliases: [Bit of text, "Piece"]
avoid:
  - {label: Word, because: 'It''s *more* than that.'}
former_ids:
  - old-token
category: models
tags: [cost]
status: published
reviewed: 2026-01-31
review_every: 1 year
definition: >-
  A piece of text, see [[word|the word]] and
  [this](https://example.org).
summary: |
  One **bold** claim.

  | a | b |
  |---|---|
  | c | [[word\\|d]] |
how_it_works:
  text: "Tab\\there, \\u00e9 and \\"quotes\\"."
  steps:
    - Cut.
    - title: Count
      text: Then count,
        over two lines.
when_not_to_use:
  - when: Never
    instead: word
regional_notes:
  - region: AU
    text: Same there.
    sources: [{title: A law, url: "https://example.org/law", published: 2024-06}]
faq:
  - question: "Why: because?"
    answer: |-
      Because.[^1]

      [^1]: Really.
related:
  - word
  - {term: other, relation: part_of, note: Near.}
"""

FULL_COMPARISON = """\
kind: comparison
name: Token or word
question: Which?
summary: See [[token]].
options:
  - token
  - {term: word, label: The word}
criteria:
  - name: Size
    meaning: How large.
    cells:
      token: {text: Small, rating: 2}
      word: Larger
verdicts:
  - when: It is late
    choose: token
sources:
  - title: A book
"""

PAGE = """\
# A page

See [[Token]], [[gone]] and ![[d]].
"""
