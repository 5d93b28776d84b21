"""Write the action and the workflows that `termloom init` gives, from our own, or check them.

python -m reference.starter           writes generator/starter/.github/
python -m reference.starter --check   names what differs, and ends with 1

A new project cannot name our action by its hash before there is a release of it, so it gets a copy.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "generator" / "starter" / ".github"
ACTION = "actions/glossary/action.yml"
WORKFLOWS = ("from-issue", "glossary", "links", "publish", "restore")
# What is different in a project that has no Termloom in it, and uses the one it installs.
_ACTION = (
    ("See docs/guides/pull-requests.md.", "The workflows beside it use it."),
    ("name: Termloom\n", "name: Glossary\n"),
    ("author: Termloom\nbranding:\n  icon: book-open\n  color: blue\n", ""),
    (
        """ Empty: the Termloom that
      this action belongs to, with the exact packages it is tested with.
    default: ""
""",
        """
    default: requirements.txt
""",
    ),
    ("        ACTION: ${{ github.action_path }}\n", ""),
    ("        lock=${REQUIREMENTS:-$ACTION/requirements.txt}\n", ""),
    ('--no-filters "$lock"', '--no-filters "$REQUIREMENTS"'),
    (
        """\
        if [ -n "$REQUIREMENTS" ]; then
          python -m pip install --quiet --requirement "$REQUIREMENTS"
        else
          python -m pip install --quiet --require-hashes --requirement "$ACTION/requirements.txt"
          python -m pip install --quiet --no-deps --no-build-isolation "$ACTION"
        fi
""",
        """\
        python -m pip install --quiet --requirement "$REQUIREMENTS"
""",
    ),
)


def rendered() -> dict[str, str]:
    """Return every file by its path below the folder."""
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    for ours, theirs in _ACTION:
        assert ours in action, f"action.yml no longer says {ours!r}"
        action = action.replace(ours, theirs)
    files = {ACTION: action}
    for name in WORKFLOWS:
        text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
        files[f"workflows/{name}.yml"] = text.replace(
            "uses: ./\n", "uses: ./.github/actions/glossary\n"
        )
    return files


def differing() -> list[str]:
    """Return the files that are not what ours say."""
    return [
        path
        for path, text in rendered().items()
        if not (FOLDER / path).is_file() or (FOLDER / path).read_text(encoding="utf-8") != text
    ]


def main(arguments: list[str]) -> int:
    """Write, or check; return the exit code."""
    if arguments == ["--check"]:
        for path in differing():
            sys.stdout.write(f"{FOLDER / path} differs from ours: run 'make generate'\n")
        return 1 if differing() else 0
    for path, text in rendered().items():
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
