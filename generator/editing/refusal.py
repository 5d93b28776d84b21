"""Why a file is left as it is."""


class NotEdited(Exception):
    """A change was not made; its text is one clear sentence for the author."""
