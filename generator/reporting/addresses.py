"""Where the documentation of a rule is."""

SITE = "https://termloom.github.io/termloom/"


def rule_path(rule: str) -> str:
    """Return the path of a rule's page below the documentation."""
    return f"reference/rules/{rule}"


def rule_address(rule: str) -> str:
    """Return the address of a rule's page."""
    return f"{SITE}{rule_path(rule)}/"
