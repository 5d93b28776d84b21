"""The one configuration, read from the plugin's options in `mkdocs.yml`.

The command line and the MkDocs plugin use the same model; defaults are written here, once.
"""

from generator.config.linking import Linking, Mentions
from generator.config.options import Config
from generator.config.publishing import CallToAction, Category, Home, Publisher, Region
from generator.config.strictness import Folder, Judgement, Limits

__all__ = [
    "CallToAction",
    "Category",
    "Config",
    "Folder",
    "Home",
    "Judgement",
    "Limits",
    "Linking",
    "Mentions",
    "Publisher",
    "Region",
]
