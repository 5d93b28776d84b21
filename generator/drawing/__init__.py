"""Where things stand in pictures: measured words, the neighbourhood of a term, the map.

Nothing here knows entries or HTML, and nothing is left to chance: the same names and edges
give the same picture for everyone.
"""

from generator.drawing.islands import Island, Plan, planned
from generator.drawing.measure import Wrapped, width_of, wrapped
from generator.drawing.rows import Arrangement, Box, Column, arranged

__all__ = [
    "Arrangement",
    "Box",
    "Column",
    "Island",
    "Plan",
    "Wrapped",
    "arranged",
    "planned",
    "width_of",
    "wrapped",
]
