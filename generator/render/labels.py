"""Every visible string of the templates, in one table that the config may override."""

from collections.abc import Mapping

from generator.errors import ConfigError
from generator.model import Comparison, RelationKind, Status, Term
from generator.shape import did_you_mean

_OWN = {
    "site_home": "Home",
    "head_title": "What is “{name}”?",
    "breadcrumb": "Breadcrumb",
    "on_this_page": "On this page",
    "also_called": "Also called",
    "avoided": "Better not",
    "avoided_say": "say “{name}”",
    "quick_definition": "Quick definition",
    "deprecated": "This term is no longer used.",
    "superseded": "See {name} instead.",
    "instead": "Instead",
    "remedy": "Better",
    "misconception": "Misconception",
    "reality": "Reality",
    "opinion": "Opinion",
    "compared": "Compared with",
    "open_comparison": "See the whole comparison",
    "compare_with": "Compare with",
    "open_page": "Open page",
    "this_term": "this page",
    "criterion": "Criterion",
    "rating": "{rating} of 5",
    "choose": "Choose",
    "short_answer": "Short answer",
    "options": "The options",
    "side_by_side": "Side by side",
    "mentioned_in": "Mentioned in",
    "mentioned_more": "{count} more",
    "neighbourhood": "How it connects",
    "neighbour": "{kind}: {name}",
    "neighbourhood_more": "And {count} more, as a list:",
    "neighbourhood_lists": "The same as a list:",
    "mention_both": "Mention each other",
    "mention_in": "Mentions this",
    "mention_out": "Mentioned here",
    "reviewed": "Reviewed {date}",
    "reviewed_by": "Kept by {owner}",
    "published": "published {date}",
    "accessed": "read {date}",
    "edit": "Edit this page",
    "suggest": "Suggest a change",
    "add_term": "Add a term",
    "term_missing": "Is a term missing?",
    "about": "About {name}",
    "all_terms": "All terms, A to Z",
    "all_terms_intro": "{count} terms, explained in plain words.",
    "filter": "Filter the terms",
    "filter_none": "No term fits. Try fewer letters, or search the whole site.",
    "filter_count": "{count} of {total} terms",
    "letters": "Letters",
    "see": "see",
    "categories": "Categories",
    "categories_intro": "The glossary by subject.",
    "category_terms": "{count} terms",
    "category_term": "1 term",
    "map": "Map of terms",
    "map_intro": "{terms} terms and {relations} relations between them.",
    "map_search": "Find a term on the map",
    "map_terms": "Terms",
    "map_zoom_in": "Zoom in",
    "map_zoom_out": "Zoom out",
    "map_zoom_fit": "Show everything",
    "map_keys": "Drag to move. Scroll to zoom after a click on the map. With the map in focus, "
    "arrow keys go from a term to its neighbours, + and − zoom, 0 shows everything, Enter opens "
    "the page, Escape lets go of the term.",
    "map_panel": "The chosen term",
    "map_list": "The map as a list",
    "map_show": "Show on the map",
    "map_uncategorised": "Without a category",
    "map_count": "{count} of {total} terms",
    "map_found": "The first {count} of {total} terms; type more letters",
    "map_island": "{name} ({count})",
    "map_none": "No term fits. Try fewer letters.",
    "map_open_first": "Open a category, or search for a term.",
    "map_selected": "{name}, {category}. Relations: {count}.",
    "map_unselected": "Choose a term to see what it means and what it is connected to.",
    "regions": "Regions",
    "regions_intro": "What differs from region to region.",
    "region_intro": "Terms with notes for {region}.",
    "region_notes": "{count} terms with notes",
    "region_note": "1 term with notes",
    "comparisons": "Comparisons",
    "comparisons_intro": "Terms side by side, with a clear answer for each situation.",
    "nothing_yet": "There is nothing here yet.",
    "search": "Search the glossary",
    "search_button": "Search",
    "featured": "Start here",
    "report": "Report for editors",
    "report_intro": "What may be worth a look. These are hints, and nothing here is an error.",
    "report_more": "{count} more: see 'termloom report'",
    "report_nothing": "Nothing found.",
    "not_found": "There is no such page",
    "not_found_text": "It may have moved, or its address was mistyped. Search for what you need:",
    "form": "Edit the glossary",
    "form_wait": "The form is on its way. It is large, so the first time takes a moment.",
    "form_script": "The form needs JavaScript.",
    "moved": "Moved",
    "moved_text": "This page has moved.",
    "moved_link": "Go there",
    "broken_title": "The glossary has errors",
    "broken_intro": "Mend this and save: the page reloads by itself.",
}


def defaults() -> dict[str, str]:
    """Return every label with its wording: our own, the fields', the relations', the states'."""
    fields = {
        name: str(field.title)
        for model in (Comparison, Term)
        for name, field in model.model_fields.items()
    }
    relations = {f"relation_{kind.value}": kind.label for kind in RelationKind}
    states = {f"status_{status.value}": status.value.capitalize() for status in Status}
    return fields | relations | states | _OWN


class Labels:
    """Looks labels up."""

    def __init__(self, overrides: Mapping[str, str]) -> None:
        self._texts = defaults()
        for name, text in overrides.items():
            if name not in self._texts:
                hint = did_you_mean(name, self._texts) or "see the reference of labels"
                raise ConfigError(f"there is no label '{name}' to override; {hint}")
            self._texts[name] = str(text)

    def __call__(self, label: str, /, **values: object) -> str:
        """Return the text of a label, its placeholders filled in."""
        text = self._texts.get(label)
        if text is None:
            raise LookupError(f"there is no label '{label}'")
        for key, value in values.items():
            text = text.replace(f"{{{key}}}", str(value))
        return text
