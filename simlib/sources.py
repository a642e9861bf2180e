"""The papers and books behind the course: one table, sources.txt, from which everything cites.

A docstring names its sources by key, `Source: [Auer2002] Fig. 1`; a chapter cites the same key. A key is the
first author's family name and the year, with a letter where two would be equal. After a change of the table,
`python -m simlib.sources > book/references.bib` writes it for the book.

In this file: `Source`, `Citation`; `keys_in`, `cite`, `papers`, `bibtex`; `read_table`, `TABLE`, `SOURCES`.
"""

from __future__ import annotations

import html
import inspect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simlib.validate import nearest

KEY = re.compile(r"\[([A-Z][A-Za-z]+\d{4}[a-z]?)\]")
# a line "Source: ..." or "Differs: ...", and those after it up to a blank one or the next label
FIELD = re.compile(r"^[ \t]*(?:Source|Differs):.*(?:\n(?![ \t]*(?:$|[A-Z]\w*:)).*)*", re.MULTILINE)
VENUE = {"article": "journal", "book": "publisher", "inproceedings": "booktitle", "misc": "note"}
HEADER = "% written from simlib/sources.txt: python -m simlib.sources > book/references.bib"


@dataclass(frozen=True)
class Source:
    """A paper or a book.

    key "Auer2002"; kind "article", "book", "inproceedings" or "misc"; lab: the folder in labs/ if it is one
    of the course's 45 papers; arxiv "1904.07272" or ""; where: journal, publisher or conference, "" if on
    arXiv only; authors "Given Family", of whom the last may be "others"; year: on arXiv, that of the first
    version; checked: whether authors and number were compared with a published record.
    """

    key: str
    kind: str
    lab: str
    arxiv: str
    where: str
    title: str
    authors: tuple[str, ...]
    year: int
    checked: bool = True

    def __str__(self) -> str:
        names = list(self.authors)
        if len(names) > 3:
            names = [names[0], "others" if names[-1] == "others" else f"{len(names) - 1} others"]
        by = " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
        head = f"{by} ({self.year}). {self.title}." if by else f"{self.title} ({self.year})."
        places = [self.where, self.arxiv and f"arXiv:{self.arxiv}"]
        return " ".join([head, *(f"{place}." for place in places if place)])


@dataclass(frozen=True)
class Citation:
    """Sources that print one to a line, and as a list in a notebook."""

    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        return "\n".join(str(source) for source in self.sources)

    def _repr_html_(self) -> str:
        return "<ul>" + "".join(f"<li>{html.escape(str(source))}</li>" for source in self.sources) + "</ul>"


def keys_in(text: str) -> list[str]:
    """The keys in brackets in the `Source:` and `Differs:` lines of a docstring, in order, each once."""
    return list(dict.fromkeys(KEY.findall("\n".join(FIELD.findall(text)))))


def cite(obj: Any) -> Citation:
    """The sources behind a module, class, function, claim, or an instance of a class.

    A claim names them in `source`, everything else in its docstring. A class or function that names none
    has those of its module: of the module's docstring and of its public classes and functions.
    Raises: LookupError if there is no source, or a key is not in the table.
    """
    named = obj if inspect.ismodule(obj) or hasattr(obj, "__qualname__") else type(obj)
    name = getattr(named, "__qualname__", named.__name__)
    if named is not obj and isinstance(getattr(obj, "source", None), str):
        keys = keys_in("Source: " + obj.source)
    else:
        keys = [] if inspect.ismodule(named) else keys_in(named.__doc__ or "")
        keys = keys or _keys_of_module(inspect.getmodule(named))
    if not keys:
        raise LookupError(f"obj must name a source in its docstring, such as [Auer2002]; got {name}")
    for key in keys:
        if key not in SOURCES:
            close = " or ".join(nearest(key, SOURCES)) or "Auer2002"
            raise LookupError(f"key must be in simlib/sources.txt, such as {close}; got {key} in {name}")
    return Citation(tuple(SOURCES[key] for key in keys))


def _keys_of_module(module: Any) -> list[str]:
    """The keys in the docstrings of a module and of the classes and functions that are public there."""
    if module is None:
        return []
    public = [value for name, value in vars(module).items() if not name.startswith("_")]
    here = [value for value in public if getattr(value, "__module__", None) == module.__name__]
    return keys_in("\n\n".join(value.__doc__ or "" for value in [module, *here]))


def papers() -> list[Source]:
    """The 45 papers of the course, in the order of the table."""
    return [source for source in SOURCES.values() if source.lab]


def bibtex(sources: Iterable[Source] | None = None) -> str:
    """These sources (all without any) as the text of a .bib file, sorted by key."""
    chosen = sorted(SOURCES.values() if sources is None else sources, key=lambda source: source.key)
    return "\n".join([HEADER, *map(_entry, chosen)]) + "\n"


def _entry(source: Source) -> str:
    """One entry; a second pair of braces keeps the title's capitals, `key` sorts what has no authors."""
    fields = {
        "author": " and ".join(source.authors),
        "key": "" if source.authors else source.title,
        "title": re.sub(r"\^(\w)", r"$^\1$", f"{{{source.title}}}"),
        VENUE[source.kind]: source.where,
        "year": str(source.year),
        "eprint": source.arxiv,
        "archiveprefix": "arXiv" if source.arxiv else "",
    }
    lines = [f"  {name} = {{{text}}},".replace("&", r"\&") for name, text in fields.items() if text]
    return "\n".join([f"@{source.kind}{{{source.key},", *lines, "}"])


def read_table(table: str) -> dict[str, Source]:
    """The sources of a table, one in each line, `#` before a remark; `?` after a key: not checked."""
    found = {}
    for row in table.splitlines():
        if row.startswith("#"):
            continue
        key, *cells, names = (cell.strip() for cell in row.split("|"))
        authors = tuple(re.split(r", *", names)) if names else ()
        year, checked = int(re.sub(r"\D", "", key)), not key.endswith("?")
        key = key.rstrip("?")
        found[key] = Source(key, *cells, authors=authors, year=year, checked=checked)
    return found


TABLE = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
SOURCES = read_table(TABLE)

if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(bibtex().encode())  # UTF-8, whatever the terminal speaks
