"""Every option of the plugin."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from generator.config.admin import Admin
from generator.config.linking import Linking
from generator.config.links import Links
from generator.config.publishing import Category, Home, Publisher, Region
from generator.config.strictness import Folder, Judgement, Limits
from generator.part import Part, Switch
from generator.text import CategoryId, Line, RegionCode, Url


class Config(Part):
    """Everything a publisher may set."""

    terms: Line = Field(
        Line("terms"),
        title="Terms",
        description="The folder of entries, from the project's root.",
        examples=["terms"],
    )
    templates: Line = Field(
        Line("templates"),
        title="Templates",
        description=(
            "The folder of your own templates, from the project's root. A file in it replaces "
            "the packaged one of the same name; it need not exist."
        ),
        examples=["templates"],
    )
    language: Line = Field(
        Line("en-AU"),
        title="Language",
        description=(
            "The language of the entries as a BCP 47 tag; region names and dates follow it."
        ),
        examples=["en-AU"],
    )
    linking: Linking = Field(
        Linking(),
        title="Linking",
        description="How prose links itself to the terms it mentions.",
        examples=[{"mentions": "page"}],
    )
    links: Links = Field(
        Links(),
        title="Links",
        description=(
            "How links to other sites are checked by `termloom links --external`. Nothing else "
            "asks another server."
        ),
        examples=[{"timeout_seconds": 30}],
    )
    home: Home = Field(
        Home(),
        title="Home page",
        description="What the generated home page says.",
        examples=[{"heading": "Customising AI, in plain words"}],
    )
    categories: Mapping[CategoryId, Category] = Field(
        {},
        title="Categories",
        description="The shelves of the glossary, by id, in the order readers see them.",
        examples=[{"customising-models": {"name": "Customising models"}}],
    )
    regions: Mapping[RegionCode, Region] = Field(
        {},
        title="Regions",
        description=(
            "Groups, subdivisions and names of your own. Countries of ISO 3166-1 and `EU` are "
            "known without being listed; listed regions come first on every page."
        ),
        examples=[{"AU-NSW": {"name": "New South Wales"}}],
    )
    publisher: Publisher | None = Field(
        None,
        title="Publisher",
        description="Who publishes the glossary, and what stands below every term.",
        examples=[{"name": "Example Cooperative"}],
    )
    edit_url: Url | None = Field(
        None,
        title="Edit address",
        description="What stands before an entry's path in the address where it can be edited.",
        examples=["https://github.com/example/glossary/edit/main/"],
    )
    suggest_url: Url | None = Field(
        None,
        title="Suggestion address",
        description=(
            "Where readers suggest a change. Made from the edit address if that is of GitHub or "
            "GitLab: a new issue there. `{page}` and `{title}` stand for those of the page."
        ),
        examples=["https://example.org/contact?about={page}"],
    )
    admin: Admin | None = Field(
        None,
        title="Form",
        description=(
            "A form on the site, at `admin/`, in which editors change entries without git. "
            "Saving opens a pull request."
        ),
        examples=[{"repo": "example/glossary"}],
    )
    map: Switch = Field(
        default=True,
        title="Map",
        description="Whether there is a page with a map of all terms, at `map/`.",
        examples=["false"],
    )
    report: Switch = Field(
        default=False,
        title="Report",
        description=(
            "Whether the site has a page for editors at `report/`: terms that nothing links to, "
            "words without an entry, and what else `termloom report` tells. Search engines and "
            "the site's own search leave it out, and `nav` shows it only if you name `report.md`. "
            "It makes a build of many terms slower, and anybody who knows the address can read it."
        ),
        examples=["true"],
    )
    labels: Mapping[str, Line] = Field(
        {},
        title="Labels",
        description="Other words for the site's visible texts; see the reference of labels.",
        examples=[{"faq": "Common questions"}],
    )
    rules: Mapping[str, Judgement] = Field(
        {},
        title="Rules",
        description="Another severity for a rule: `error`, `warning`, `hint` or `off`.",
        examples=[{"definition-too-long": "error"}],
    )
    limits: Limits = Field(
        Limits(),
        title="Limits",
        description="How long things may be before a rule complains.",
        examples=[{"definition_words": 40}],
    )
    folders: Mapping[Line, Folder] = Field(
        {},
        title="Folders",
        description=(
            "Other severities and limits for the files below a folder, named from the "
            "project's root. Of two that hold a file, the deeper one counts."
        ),
        examples=[{"terms/archive": {"rules": {"review-overdue": "off"}}}],
    )

    def judgement(self, rule: str, path: str) -> Judgement | None:
        """Return what the config says of a rule for a file; nothing where it says nothing."""
        for _, folder in reversed(self._holding(path)):
            if rule in folder.rules:
                return folder.rules[rule]
        return self.rules.get(rule)

    def limits_for(self, path: str) -> Limits:
        """Return the limits for a file."""
        said: dict[str, int] = {}
        for _, folder in self._holding(path):
            said |= folder.limits.model_dump(exclude_unset=True)
        return self.limits.model_copy(update=said) if said else self.limits

    def _holding(self, path: str) -> list[tuple[str, Folder]]:
        """Return the folders that hold a file, the deepest last."""
        found = [(name, f) for name, f in self.folders.items() if path.startswith(f"{name}/")]
        return sorted(found, key=lambda item: len(item[0]))

    @field_validator("folders")
    @classmethod
    def _are_inside(cls, value: Mapping[Line, Folder]) -> Mapping[Line, Folder]:
        return {cls._stays_inside(folder): said for folder, said in value.items()}

    @field_validator("terms", "templates")
    @classmethod
    def _stays_inside(cls, value: Line) -> Line:
        path = PurePosixPath(value)
        if path.is_absolute() or ".." in path.parts or "\\" in value or not path.parts:
            raise PydanticCustomError(
                "outside", "this folder must lie inside the project: no '..', no leading '/'"
            )
        return Line(str(path))

    @field_validator("categories", "regions")
    @classmethod
    def _leave_the_list_its_address(cls, value: Mapping[str, Part]) -> Mapping[str, Part]:
        if any(id.lower() == "index" for id in value):
            raise PydanticCustomError(
                "taken", "'index' is the address of the list itself; choose another id"
            )
        return value
