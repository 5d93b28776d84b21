"""How links to other sites are checked."""

import re
from datetime import date
from ipaddress import ip_network

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from generator.part import Part
from generator.text import Line, Url

_HOST = re.compile(r"(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*", re.IGNORECASE)


class IgnoredLink(Part):
    """Links that are not asked after, for a reason, and until some day."""

    url: Line = Field(
        title="Address",
        description="The web address; `*` stands for any characters.",
        examples=["https://intranet.example.org/*"],
    )
    because: Line = Field(
        title="Because",
        description="Why nobody needs to ask.",
        examples=["Only people of the house can open it."],
    )
    until: Line | None = Field(
        None,
        title="Until",
        description="The last day on which it is ignored; afterwards a diagnostic says so.",
        examples=["2027-01-01"],
    )

    @property
    def last_day(self) -> date | None:
        """Return the last day on which it holds, if there is one."""
        return date.fromisoformat(self.until) if self.until is not None else None

    @field_validator("url")
    @classmethod
    def _begins_like_an_address(cls, value: Line) -> Line:
        if not re.match(r"https?://", value):
            raise PydanticCustomError(
                "not_a_pattern",
                "{value} covers no web address: it starts with https:// or http://",
                {"value": repr(str(value))},
            )
        return value

    @field_validator("until")
    @classmethod
    def _is_a_day(cls, value: Line | None) -> Line | None:
        if value is not None and not _is_day(value):
            raise PydanticCustomError(
                "not_a_day",
                "{value} is not a date: write it as 2026-11-21",
                {"value": repr(str(value))},
            )
        return value


class Links(Part):
    """How links to other sites are checked, when `termloom links --external` asks them."""

    ignore: tuple[IgnoredLink, ...] = Field(
        (),
        title="Ignore",
        description="Links that are not asked after.",
        examples=[
            [
                {
                    "url": "https://intranet.example.org/*",
                    "because": "Only people of the house can open it.",
                    "until": "2027-01-01",
                }
            ]
        ],
    )
    allow: tuple[Line, ...] = Field(
        (),
        title="Allow",
        description=(
            "Hosts and networks that may be asked though they are not public: a name, "
            "`*.` and a name for all names below it, an address, or a network. Entries may "
            "come from strangers, so private addresses are refused unless they are listed."
        ),
        examples=[["intranet.example.org", "10.0.0.0/8"]],
    )
    proxy: Url | None = Field(
        None,
        title="Proxy",
        description=(
            "The proxy to go through. Without it, the variables `HTTPS_PROXY`, `HTTP_PROXY` "
            "and `NO_PROXY` say so."
        ),
        examples=["http://proxy.example.org:8080"],
    )
    timeout_seconds: int = Field(
        20,
        ge=1,
        le=300,
        title="Timeout",
        description="How many seconds a server has to answer.",
        examples=[30],
    )
    retries: int = Field(
        2,
        ge=0,
        le=10,
        title="Retries",
        description="How often a server that fails or is silent is asked again in one run.",
        examples=[1],
    )
    pause_seconds: int = Field(
        1,
        ge=0,
        le=60,
        title="Pause",
        description="How many seconds lie between two questions to one server.",
        examples=[2],
    )
    at_once: int = Field(
        8,
        ge=1,
        le=64,
        title="At once",
        description="How many questions are on their way at the same time.",
        examples=[4],
    )
    keep_good_days: int = Field(
        7,
        ge=0,
        le=365,
        title="Keep good answers",
        description="For how many days an answer that the page is there needs no other.",
        examples=[30],
    )
    keep_bad_days: int = Field(
        1,
        ge=0,
        le=365,
        title="Keep bad answers",
        description="For how many days any other answer needs no other.",
        examples=[3],
    )
    confirm_hours: int = Field(
        12,
        ge=0,
        le=8760,
        title="Confirm",
        description=(
            "How many hours must lie between two runs that find a page gone, before that is "
            "an error."
        ),
        examples=[24],
    )

    @field_validator("allow")
    @classmethod
    def _are_hosts_or_networks(cls, value: tuple[Line, ...]) -> tuple[Line, ...]:
        for allowed in value:
            if not _HOST.fullmatch(allowed) and not _is_network(allowed):
                raise PydanticCustomError(
                    "not_a_host",
                    "{value} is neither a host nor a network: write intranet.example.org, "
                    "*.example.org or 10.0.0.0/8",
                    {"value": repr(str(allowed))},
                )
        return value


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_network(value: str) -> bool:
    try:
        ip_network(value)
    except ValueError:
        return False
    return True
