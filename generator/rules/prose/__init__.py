"""Rules about Markdown."""
