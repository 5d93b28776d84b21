"""The house form of an entry: order, quotes, lists and lines."""
