"""Why we had to stop: faults in the situation, never in the content.

A fault in the content is a `Diagnostic`. Everything here ends the run with one clear
sentence and exit code 3.
"""


class TermloomError(Exception):
    """Something outside the entries keeps us from working; its text is one clear sentence."""


class ConfigError(TermloomError):
    """`mkdocs.yml` is missing, unreadable, or says something we cannot follow."""


class TemplateFault(TermloomError):
    """A template of the project is missing, does not parse, or asks for what is not there."""


class EngineFailed(TermloomError):
    """The engine that turns pages into themed HTML gave up."""


class AlreadyThere(TermloomError):
    """We would have to overwrite something that an author wrote."""
