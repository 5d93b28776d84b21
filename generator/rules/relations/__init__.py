"""Rules about relations between terms, and about every other reference."""
