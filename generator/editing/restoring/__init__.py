"""What an author wrote and a form lost, given back: comments, order, spelling."""

from generator.editing.restoring.entry import restored, tidied

__all__ = ["restored", "tidied"]
