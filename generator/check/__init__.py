"""Judges the links of a finished site, from its HTML and whatever else it holds.

Nothing is imported here: commands that only name the rules need no parser of HTML.
"""
