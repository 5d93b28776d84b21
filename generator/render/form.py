"""The form for editors, as files of the site."""

import gzip
import json

from generator.admin import FORM, cms_settings, hosts
from generator.config import Admin, Host
from generator.render.view import Press

_PACKED = ".gz"
_FACES = "https://avatars.githubusercontent.com"


def form(press: Press, admin: Admin) -> dict[str, bytes]:
    """Return the page of the form, its settings and its scripts, by path.

    The scripts of others lie compressed beside the templates, so that no build needs a network.
    """
    settings = cms_settings(press.graph, press.config, admin, docs=press.docs)
    page = press.templates.render(
        f"{FORM}/index", view=press.view(f"{FORM}/index"), policy=_policy(admin)
    )
    files = {
        name.removesuffix(_PACKED): gzip.decompress(data) if name.endswith(_PACKED) else data
        for name, data in press.templates.files(FORM).items()
        if not name.endswith(".jinja")
    }
    files["index.html"] = page.encode()
    files["config.json"] = (json.dumps(settings, ensure_ascii=False, indent=1) + "\n").encode()
    return {f"{FORM}/{name}": data for name, data in sorted(files.items())}


def _policy(admin: Admin) -> str:
    """Return the content security policy of the page.

    Decap CMS makes functions of text for the check of its own settings, and writes styles into
    the page. Its question whether GitHub is in good health is not let through: it needs no
    answer.
    """
    faces = f" {_FACES}" if admin.host is Host.GITHUB else ""
    parts = {
        "default-src": "'none'",
        "script-src": "'self' 'unsafe-eval'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' data: blob:{faces}",
        "font-src": "'self' data:",
        "connect-src": f"'self' blob: {' '.join(hosts(admin))}",
        "frame-src": "'self' blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())
