"""The one configuration, read from the plugin's options in `mkdocs.yml`.

The command line and the MkDocs plugin use the same model; defaults are written here, once.
"""

from generator.config.admin import Admin, Host
from generator.config.linking import Linking, Mentions
from generator.config.links import IgnoredLink, Links
from generator.config.options import Config
from generator.config.publishing import CallToAction, Category, Home, Publisher, Region
from generator.config.strictness import Folder, Judgement, Limits

__all__ = [
    "Admin",
    "CallToAction",
    "Category",
    "Config",
    "Folder",
    "Home",
    "Host",
    "IgnoredLink",
    "Judgement",
    "Limits",
    "Linking",
    "Links",
    "Mentions",
    "Publisher",
    "Region",
]
