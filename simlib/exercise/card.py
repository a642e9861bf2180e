"""An exercise as its folder tells it: exercises/TOPIC/NAME/ with card, stub, answer, checks and bank.

`card.md` begins with YAML between two lines `---`: title, minutes, points, modules (what an answer
may import) and answers (the names the student defines). Then Markdown: the prompt, `## Hint 1` to
`## Hint 3` and `## Further`.

An exercise may come in variants: `parameters: {horizon: [1000, 2000]}` in the YAML gives values to choose
from, and the word VARIANT_horizon stands for the chosen one in all files of the folder. Who asks for no
variant gets the first value.

In this file: `Exercise`, `load_exercise`, `course_of`, `exercise_names`.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from simlib.course import course_folder

_HEADINGS = ("Hint 1", "Hint 2", "Hint 3", "Further")
_NAME = re.compile(r"[A-Za-z0-9_]+/[a-z0-9_]+")


@dataclass(frozen=True)
class Exercise:
    """One exercise. Its folder is the only source; nothing of it is written anywhere else."""

    name: str  # "01_stochastic/ucb1_index_range"
    folder: Path
    title: str
    minutes: int  # about how long it takes
    points: float
    modules: tuple[str, ...]  # top-level modules an answer may import
    answers: tuple[str, ...]  # the functions or classes the student defines
    prompt: str  # Markdown
    hints: tuple[str, str, str]  # Markdown, each tells more
    further: str  # Markdown, a question that nothing checks
    stub: str  # source text the student begins with
    parameters: tuple[tuple[str, tuple], ...] = ()  # name and values to choose from
    variant: tuple[tuple[str, object], ...] = ()  # name and chosen value

    def source(self, file: str) -> str:
        """The text of one file of the folder, "answer.py" or "bank/wrong_log10.py", in this variant."""
        return _chosen((self.folder / file).read_text(encoding="utf-8"), dict(self.variant))

    def bank(self, prefix: str) -> list[str]:
        """The bank's files that begin with `prefix`, "wrong_" or "ok_", sorted."""
        return sorted(f"bank/{path.name}" for path in (self.folder / "bank").glob(f"{prefix}*.py"))


def course_of(folder: Path | None) -> Path:
    """The course that `folder` is: its folder `exercises`, or what holds that one; None for the usual course.

    Raises: NotADirectoryError for a folder that is neither.
    """
    if folder is None:
        return course_folder()
    if (folder / "exercises").is_dir():
        return folder.resolve()
    if folder.is_dir() and folder.resolve().name == "exercises":
        return folder.resolve().parent
    raise NotADirectoryError(
        f"exercises must be a folder called exercises, or one that holds it; got {folder}"
    )


def exercise_names(course: Path | None = None) -> list[str]:
    """The names of all exercises of the course, "TOPIC/NAME", sorted."""
    root = _root(course)
    return sorted(path.parent.relative_to(root).as_posix() for path in root.glob("*/*/card.md"))


def load_exercise(name: str, course: Path | None = None, variant: dict | None = None) -> Exercise:
    """The exercise of that name; variant: values of its parameters, of which the others are the first.

    Raises: LookupError for an unknown name, with the nearest ones; ValueError for a card or a
    folder that is not as it should be, with file and field, and for a value that is none of its parameter's.
    """
    folder = _root(course) / name
    if not _NAME.fullmatch(name) or not (folder / "card.md").is_file():
        raise LookupError(f"no exercise is called {name!r}.{_nearest(name, exercise_names(course))}")
    for file in ("stub.py", "checks.py"):
        if not (folder / file).is_file():
            raise ValueError(f"exercises/{name}/{file} must exist; it does not")
    where = f"exercises/{name}/card.md"
    text = (folder / "card.md").read_text(encoding="utf-8")
    fields = _fields(where, _split(where, text)[0])
    values = _variant(where, fields["parameters"], variant or {})
    header, body = _split(where, _chosen(text, values))
    sections = _sections(where, body)
    return Exercise(
        name=name,
        folder=folder,
        **_fields(where, header),
        prompt=sections["prompt"],
        hints=(sections["Hint 1"], sections["Hint 2"], sections["Hint 3"]),
        further=sections["Further"],
        stub=_chosen((folder / "stub.py").read_text(encoding="utf-8"), values),
        variant=tuple(values.items()),
    )


def _variant(where: str, parameters: tuple, variant: dict) -> dict:
    """The value of every parameter."""
    known = dict(parameters)
    for name, value in variant.items():
        if name not in known or value not in known[name]:
            wanted = ", ".join(map(repr, known.get(name, ()))) or "no parameter of that name"
            raise ValueError(f"{where}: variant {name} must be one of {wanted}; got {value!r}")
    return {name: variant.get(name, values[0]) for name, values in parameters}


def _chosen(text: str, values: dict) -> str:
    """The text with every VARIANT_name as the value of that name."""
    for name, value in values.items():
        text = re.sub(rf"\bVARIANT_{name}\b", lambda _, value=value: repr(value), text)
    return text


def _root(course: Path | None) -> Path:
    return (course or course_folder()) / "exercises"


def _nearest(name: str, known: list[str]) -> str:
    short = {known_name.split("/")[-1]: known_name for known_name in known}
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    near += [short[s] for s in difflib.get_close_matches(name.split("/")[-1], short, n=3, cutoff=0.5)]
    near = list(dict.fromkeys(near))[:3]
    return (
        f" Nearest: {', '.join(near)}." if near else f" There are {len(known)}: `simlib progress` lists them."
    )


def _split(where: str, text: str) -> tuple[dict, str]:
    parts = re.split(r"^---[ \t]*$", text, maxsplit=2, flags=re.MULTILINE)
    if len(parts) != 3 or parts[0].strip():
        raise ValueError(f"{where} must begin with YAML between two lines '---'; it does not")
    try:
        header = yaml.safe_load(parts[1])
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise ValueError(f"{where}: the YAML between the lines '---' is malformed at line {line}") from None
    if not isinstance(header, dict):
        raise ValueError(f"{where}: the YAML must give fields and values; got {type(header).__name__}")
    return header, parts[2]


def _fields(where: str, header: dict) -> dict:
    """The front matter, each field checked."""
    wants = {
        "title": (_is_text, "a text"),
        "minutes": (lambda v: type(v) is int and v > 0, "a whole number above 0"),
        "points": (lambda v: type(v) in (int, float) and 0 < v < 1000, "a number above 0"),
        "modules": (_is_names, "a list of module names"),
        "answers": (
            lambda v: _is_names(v) and len(v) > 0,
            "a list of the names the student defines",
        ),
        "parameters": (_is_choices, "names, each with a list of numbers or texts to choose from"),
    }
    for field in header:
        if field not in wants:
            raise ValueError(f"{where}: field {field!r} is not known; wanted {', '.join(wants)}")
    header = {"parameters": {}, **header}
    for field, (is_right, want) in wants.items():
        if field not in header or not is_right(header[field]):
            seen = repr(header[field]) if field in header else "nothing"
            raise ValueError(f"{where}: field {field!r} must be {want}; got {seen}")
    found = {f: tuple(header[f]) if f in ("modules", "answers") else header[f] for f in wants}
    choices = tuple((name, tuple(values)) for name, values in header["parameters"].items())
    return {**found, "parameters": choices}


def _is_choices(value: object) -> bool:
    kinds = (str, int, float)
    return isinstance(value, dict) and all(
        isinstance(name, str)
        and name.isidentifier()
        and isinstance(choices, list)
        and len(choices) > 0
        and all(type(choice) in kinds for choice in choices)
        for name, choices in value.items()
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.isidentifier() for v in value)


def _sections(where: str, body: str) -> dict[str, str]:
    """Prompt, hints and further question by their headings; headings inside code fences do not count."""
    sections: dict[str, list[str]] = {"prompt": []}
    current, fenced = "prompt", False
    for line in body.splitlines():
        fenced ^= line.lstrip().startswith("```")
        heading = line[3:].strip() if line.startswith("## ") and not fenced else None
        if heading is None:
            sections[current].append(line)
            continue
        if heading not in _HEADINGS or heading in sections:
            raise ValueError(f"{where}: heading '## {heading}' must be one of {', '.join(_HEADINGS)}, once")
        current = heading
        sections[current] = []
    texts = {heading: "\n".join(lines).strip() for heading, lines in sections.items()}
    for heading in ("prompt", *_HEADINGS):
        if not texts.get(heading):
            raise ValueError(f"{where}: {heading} must hold text; it is missing or empty")
    return texts
