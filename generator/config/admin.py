"""The form on the site, and where it sends what editors write."""

import re
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from generator.part import Part, Switch
from generator.text import Line, Url

# GitLab has groups in groups.
_REPOSITORY: Final = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+")


class Host(StrEnum):
    """Where the repository is."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


class Admin(Part):
    """The form on the site, at `admin/`: Decap CMS, made from the fields of entries."""

    repo: Line = Field(
        title="Repository",
        description="The repository that the form changes: its owner, a slash and its name.",
        examples=["example/glossary"],
    )
    host: Host = Field(
        Host.GITHUB,
        title="Host",
        description="Where the repository is: `github`, `gitlab` or `gitea`.",
        examples=["gitlab"],
    )
    branch: Line = Field(
        Line("main"),
        title="Branch",
        description="The branch that pull requests are for.",
        examples=["main"],
    )
    folder: Line | None = Field(
        None,
        title="Folder",
        description="Where the project is in the repository, if not at its top.",
        examples=["handbook"],
    )
    base_url: Url | None = Field(
        None,
        title="Login address",
        description=(
            "The service that logs editors in. GitHub needs one, see the guide for "
            "publishers; without this, Netlify's is asked."
        ),
        examples=["https://login.example.org"],
    )
    auth_endpoint: Line | None = Field(
        None,
        title="Login path",
        description="The path at the login address, if it is not `auth`.",
        examples=["oauth/authorize"],
    )
    api_root: Url | None = Field(
        None,
        title="API address",
        description="The interface of a host of your own, such as GitHub Enterprise.",
        examples=["https://git.example.org/api/v4"],
    )
    app_id: Line | None = Field(
        None,
        title="Application id",
        description="What GitLab or Gitea gave for the form. Editors then log in there directly.",
        examples=["b9bcfd34"],
    )
    open_authoring: Switch = Field(
        default=False,
        title="Open authoring",
        description=(
            "Whether people who may not write to the repository can suggest changes too, from "
            "a copy of their own. On GitHub alone."
        ),
        examples=["true"],
    )

    @field_validator("repo")
    @classmethod
    def _is_a_repository(cls, value: Line) -> Line:
        if not _REPOSITORY.fullmatch(value):
            raise PydanticCustomError(
                "not_a_repository",
                "{value} is not a repository: write its owner, a slash and its name",
                {"value": repr(str(value))},
            )
        return value

    @field_validator("folder")
    @classmethod
    def _stays_inside(cls, value: Line | None) -> Line | None:
        path = PurePosixPath(value or "")
        if path.is_absolute() or ".." in path.parts or "\\" in str(value):
            raise PydanticCustomError(
                "outside", "this folder must lie inside the repository: no '..', no leading '/'"
            )
        return Line(str(path)) if path.parts else None
