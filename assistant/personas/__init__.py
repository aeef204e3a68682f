"""Ready personas and personas of a team's own: YAML files, one persona each, checked when they are loaded.

A persona without customers' own words is a guess; `Persona.evidence_state` says so wherever it is used.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from assistant.errors import DataFileError, InputError
from assistant.schema import Lang, Market
from assistant.schema.brief import Persona
from assistant.schema.data import load_yaml_map

DATA = Path(__file__).parent / "data"
_ADVICE = "See `yardstick schema persona`."


def load_persona(path: Path) -> Persona:
    """The persona in a YAML file; its id is the file's name unless it says otherwise.

    Raises `DataFileError` naming file and field, `InputError` for a file that cannot be read.
    """
    document = load_yaml_map(path, "A persona is a page of text.", "expected keys such as name and who", _ADVICE)
    try:
        return Persona.model_validate({"id": path.stem, **document})
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in detail["loc"])
        raise DataFileError(str(path), place, detail["msg"].removeprefix("Value error, "), _ADVICE) from None


@cache
def load_personas() -> dict[str, Persona]:
    """The ready personas by id, in the order of their ids."""
    return {path.stem: load_persona(path) for path in sorted(DATA.glob("*.yaml"))}


def get_persona(name: str, lang: Lang | None = None, market: Market | None = None) -> Persona:
    """A ready persona by id, or one from a file when `name` is a path to YAML.

    A short name ("student") finds the persona of that kind that lives in the market or reads the language, else the
    first by id. Raises `InputError` naming the near matches for an unknown name.
    """
    if name.endswith((".yaml", ".yml")):
        return load_persona(Path(name))
    ready = load_personas()
    if name in ready:
        return ready[name]
    kin = [persona for key, persona in ready.items() if key.endswith(f"-{name}")]
    if kin:
        return min(
            kin, key=lambda p: (p.market != market if market else False, p.lang != lang if lang else False, p.id)
        )
    from difflib import get_close_matches

    near = get_close_matches(name, ready, n=3, cutoff=0.4)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise InputError(f"no persona is called {name!r}.{hint} `yardstick personas list` shows them all.")


def render_persona(persona: Persona) -> str:
    """The persona as a YAML file holds it, without what is at its default.

    >>> print(render_persona(Persona(id="runner", name="Runner", wants=("a quiet sole",))), end="")
    id: runner
    name: Runner
    wants:
    - a quiet sole
    """
    import yaml

    document = persona.model_dump(mode="json", exclude_defaults=True)
    return str(yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=1000))
