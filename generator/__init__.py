"""Termloom: a folder of YAML term entries becomes a validated, cross-linked knowledge site."""

__version__ = "0.1.0"
