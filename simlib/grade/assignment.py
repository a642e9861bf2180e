"""An assignment: which exercises it asks for, and from which folder of exercises.

    01  or  01_stochastic                                       all exercises of a chapter
    01_stochastic/ucb1_index_range,A_concentration/peeking_share    these

In this file: `Assignment`, `find_assignment`, `seed_of`, `edition`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from simlib.exercise.card import Exercise, course_of, exercise_names, load_exercise
from simlib.validate import nearest


@dataclass(frozen=True)
class Assignment:
    """What is asked for. `label` names it in the gradebook and in nbgrader's folders."""

    label: str
    exercises: tuple[Exercise, ...]
    course: Path  # the folder that holds exercises/
    is_chapter: bool = False  # all exercises of one

    @property
    def topics(self) -> list[str]:
        """The chapters, in order."""
        return list(dict.fromkeys(exercise.name.split("/")[0] for exercise in self.exercises))

    def in_variant(self, values: dict[str, dict]) -> Assignment:
        """The same with these values (exercise -> name -> value) of the exercises' parameters."""
        own = (load_exercise(e.name, self.course, values.get(e.name)) for e in self.exercises)
        return replace(self, exercises=tuple(own))

    @property
    def points(self) -> float:
        return float(sum(exercise.points for exercise in self.exercises))


def find_assignment(text: str, folder: Path | None = None, name: str | None = None) -> Assignment:
    """The assignment that `text` means; name: its label, if it shall not be `text`.

    folder: of exercises, or one that holds a folder `exercises`; None for the course's own.
    Raises: LookupError for an unknown chapter or exercise, with the nearest; NotADirectoryError.
    """
    course = course_of(folder)
    known = exercise_names(course)
    topics = list(dict.fromkeys(name.split("/")[0] for name in known))
    if "/" in text:
        names = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
        label = name or "+".join(part.split("/")[1] for part in names)
        return Assignment(_label(label), tuple(load_exercise(n, course) for n in names), course)
    meant = [topic for topic in topics if topic == text] or [t for t in topics if t.startswith(text) and text]
    if len(meant) != 1:
        near = meant or nearest(text, topics) or topics
        raise LookupError(
            f"assignment must be a chapter with exercises, or TOPIC/NAME; got {text!r}. "
            f"Nearest: {', '.join(near[:5])}"
        )
    own = [known_name for known_name in known if known_name.startswith(f"{meant[0]}/")]
    loaded = tuple(load_exercise(exercise, course) for exercise in own)
    return Assignment(_label(name or meant[0]), loaded, course, is_chapter=name in (None, meant[0]))


def seed_of(secret: str, exercise: Exercise) -> int:
    """The seed of an exercise's checks: a number below 2^62 that nobody can tell without the secret."""
    digest = hashlib.sha256(f"{secret}/{exercise.name}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 2


def edition(assignment: Assignment) -> str:
    """A hash of all files of the exercises: another one, and marks must be made anew."""
    seen = hashlib.sha256()
    for exercise in assignment.exercises:
        for path in sorted(exercise.folder.rglob("*")):
            if path.is_file() and path.suffix in (".py", ".md"):
                seen.update(path.relative_to(exercise.folder).as_posix().encode() + b"\0")
                seen.update(path.read_bytes() + b"\0")
    return seen.hexdigest()[:16]


def _label(text: str) -> str:
    """Raises: ValueError for what cannot be a file's name."""
    if not re.fullmatch(r"[A-Za-z0-9_+-]{1,100}", text):
        raise ValueError(
            f"the assignment's name must be letters, digits, _, + and -; got {text!r}: give --name"
        )
    return text
