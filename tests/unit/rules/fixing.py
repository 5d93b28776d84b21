"""What a file looks like after the fixes of what is wrong with it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.editing import edited
from generator.pipeline import judged
from tests.factories import TODAY, project


def fixed(
    tmp_path: Path, files: Mapping[str, str | bytes], config: Mapping[str, Any] | None = None
) -> str:
    """Return the first file after every fix that is offered for it."""
    result = judged(project(tmp_path, files, config), TODAY)
    path = next(iter(files))
    offered = [diagnostic.fix for diagnostic in result.diagnostics if diagnostic.fix]
    edits = [edit for fix in offered for edit in fix.edits if edit.at.file == path]
    return edited(result.sources.documents[path], edits)
