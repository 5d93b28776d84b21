"""Rules about comparisons."""
