"""The templates: a project's own first, file by file, the packaged ones behind them."""

from importlib.resources import files
from pathlib import Path

import jinja2

from generator.errors import TemplateFault

SUFFIX = ".html.jinja"
# What an expression in a template can raise.
_FAULTS = (
    jinja2.TemplateRuntimeError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


def packaged_templates() -> Path:
    """Return the folder of the packaged templates.

    In a wheel they lie inside the package; in a checkout they are the project's own folder.
    """
    inside = Path(str(files("generator"))) / "templates"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "templates"


class Templates:
    """Renders a template by name; every fault names the template and its line."""

    def __init__(self, own: Path | None = None) -> None:
        folders = [folder for folder in (own, packaged_templates()) if folder and folder.is_dir()]
        self._folders = tuple(folders)
        self._names = {
            path.relative_to(folder).as_posix().removesuffix(SUFFIX)
            for folder in folders
            for path in folder.rglob(f"*{SUFFIX}")
        }
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            # A build makes its own environment, so nothing can change while it runs.
            auto_reload=False,
        )

    def has(self, name: str) -> bool:
        """Return whether there is a template of this name."""
        return name in self._names

    def render(self, name: str, **context: object) -> str:
        """Return the rendered template, or raise `TemplateFault`."""
        try:
            return self._environment.get_template(f"{name}{SUFFIX}").render(context)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateFault(f"{error.name}:{error.lineno}: {error.message}") from error
        except jinja2.TemplateNotFound as error:
            where = _where(error, name)
            raise TemplateFault(f"{where}: there is no template '{error.name}'") from error
        except _FAULTS as error:
            raise TemplateFault(f"{_where(error, name)}: {error}") from error

    def assets(self) -> dict[str, bytes]:
        """Return the style sheets and scripts by path below `assets/`, the project's own first."""
        return self.files("assets")

    def files(self, name: str) -> dict[str, bytes]:
        """Return the files of a folder by path below it, the project's own first."""
        found: dict[str, bytes] = {}
        for folder in reversed(self._folders):
            wanted = folder / name
            for path in sorted(wanted.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    found[path.relative_to(wanted).as_posix()] = path.read_bytes()
        return dict(sorted(found.items()))


def _where(error: BaseException, name: str) -> str:
    """Return the innermost template file and line of an error's traceback."""
    where, trace = name, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(SUFFIX):
            where = f"{Path(file).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where
