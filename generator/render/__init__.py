"""A `Graph` to a `Site`: which fields are sections, and HTML through Jinja templates."""

from generator.render.pages import (
    embedded,
    not_found_html,
    page_foot,
    press_for,
    redirect_html,
    render,
)
from generator.render.templates import Templates, packaged_templates
from generator.render.view import Press, View

__all__ = [
    "Press",
    "Templates",
    "View",
    "embedded",
    "not_found_html",
    "packaged_templates",
    "page_foot",
    "press_for",
    "redirect_html",
    "render",
]
