"""Build the book: lay out its sources in _build/source, then run Sphinx with warnings as errors.

    python tools/book.py            build what changed, into _build/html
    python tools/book.py --fresh    build everything again

Works offline, in any copy of the tree: the root is the tree this file lies in. When no input has changed
since the last good build, Sphinx is not started.

In this file: `inputs`, what a build depends on; `stage`, the layout; `build`; `main`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "book" / "_ext"))

import book_pages  # noqa: E402  (lies beside the book's extensions)

BUILD = ROOT / "_build"
SOURCE, HTML, DOCTREES, STAMP = (BUILD / name for name in ("source", "html", "doctrees", "book.json"))
TOOLS = [
    "sphinx", "docutils", "myst-nb", "myst-parser", "sphinx-book-theme", "pydata-sphinx-theme",
    "sphinx-design", "sphinx-copybutton", "sphinxcontrib-bibtex", "sphinx-mathjax-offline",
]  # fmt: skip
PATTERNS = [
    "book/*.py", "book/*.toml", "book/*.bib", "book/*.md", "book/*.ipynb", "book/_ext/*.py",
    "book/_static/*", "labs/*/lab*.ipynb", "labs/*.md", "simlib/**/*.py", "tools/book.py",
]  # fmt: skip


def inputs() -> dict[str, str]:
    """Every file the book depends on -> the sha256 of its content, and every tool -> its version."""
    paths = {path for pattern in PATTERNS for path in ROOT.glob(pattern) if path.is_file()}
    hashes = {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(paths)
        if not _is_chapter_source(path)
    }
    return hashes | {f"tool {name}": _version(name) for name in TOOLS}


def stage() -> list[str]:
    """Lay out the sources in _build/source, writing only what differs; return the files it now holds."""
    wanted = _wanted()
    for old in SOURCE.rglob("*"):
        if old.is_file() and old.relative_to(SOURCE).as_posix() not in wanted:
            old.unlink()
    for name, content in wanted.items():
        path = SOURCE / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return sorted(wanted)


def build(fresh: bool = False, jobs: int = 1) -> int:
    """Build what changed since the last good build; return Sphinx's exit status."""
    start, now, before = time.perf_counter(), inputs(), {} if fresh else _last()
    if now == before:
        print(f"book: nothing changed ({time.perf_counter() - start:.1f} s)")
        return 0
    _refuse_unbuilt_chapters()
    STAMP.unlink(missing_ok=True)  # a build that fails leaves none: the next one starts afresh
    navigation = _navigation()
    pages = sum(name.endswith((".md", ".rst", ".ipynb")) for name in stage())
    if not before or _must_restart(before, now) or navigation != _navigation():
        shutil.rmtree(DOCTREES, ignore_errors=True)
        shutil.rmtree(HTML, ignore_errors=True)
    status = _sphinx(jobs)
    if status == 0:
        STAMP.write_text(json.dumps(now, indent=1), encoding="utf-8")
        where = (HTML / "index.html").relative_to(ROOT)
        print(f"book: {pages} pages in {time.perf_counter() - start:.1f} s: {where}")
    return status


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--fresh", action="store_true", help="forget earlier builds and build everything")
    parser.add_argument("-j", "--jobs", type=int, default=1, help="processes for Sphinx (default 1)")
    options = parser.parse_args(argv)
    try:
        return build(options.fresh, options.jobs)
    except (ValueError, FileNotFoundError) as error:
        print(f"book: {error}", file=sys.stderr)
        return 2


def _wanted() -> dict[str, bytes]:
    """Path in _build/source -> content. Chapters and labs keep their folders, so their links hold."""
    files: dict[str, bytes] = {}
    for path in [*ROOT.glob("book/*.ipynb"), *ROOT.glob("labs/*/lab*.ipynb"), *ROOT.glob("labs/*.md")]:
        files[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    for path in ROOT.glob("book/*.bib"):
        files[path.name] = path.read_bytes()
    for path in ROOT.glob("book/*.md"):
        if not _is_chapter_source(path):
            text = path.read_text(encoding="utf-8")
            files[path.name] = book_pages.expand(text, ROOT).encode()
            for chapter in book_pages.pictures_in(text):
                found = book_pages.first_picture(ROOT, chapter)
                files |= {f"pictures/{chapter}.png": found[0]} if found else {}
    return files | {name: text.encode() for name, text in book_pages.api_pages(ROOT).items()}


def _sphinx(jobs: int) -> int:
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-q", "-j", str(jobs)]
    folders = ["-c", ROOT / "book", "-d", DOCTREES, SOURCE, HTML]
    return subprocess.run([*command, *map(str, folders)], cwd=ROOT, check=False).returncode


def _must_restart(before: dict[str, str], now: dict[str, str]) -> bool:
    """Sphinx sees changed pages by itself, but not new settings, extensions, tools, nor new or lost files."""
    heads = ("book/conf.py", "book/_ext/", "book/_static/", "book/references.bib", "tools/", "tool ")
    changed = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    return any(name.startswith(heads) for name in changed) or before.keys() != now.keys()


def _navigation() -> list[bytes]:
    """The pages whose text stands in the sidebar of every other page."""
    return [path.read_bytes() for path in (SOURCE / "index.md", SOURCE / "labs.md") if path.exists()]


def _refuse_unbuilt_chapters() -> None:
    for path in [*ROOT.glob("book/*.md"), *ROOT.glob("labs/*/lab*.md")]:
        if (_is_chapter_source(path) or path.parents[1].name == "labs") and not path.with_suffix(
            ".ipynb"
        ).exists():
            name = path.relative_to(ROOT).as_posix()
            raise ValueError(f"{name} must have its notebook beside it; got none: run `make notebooks`")


def _is_chapter_source(path: Path) -> bool:
    """A chapter is written in NN_topic.md (or A_topic.md) and shown from the notebook built from it."""
    number, _, topic = path.stem.partition("_")
    return (
        path.suffix == ".md" and bool(topic) and (number.isdigit() or (len(number) == 1 and number.isupper()))
    )


def _last() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8")) if HTML.is_dir() else {}
    except (OSError, ValueError):
        return {}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


if __name__ == "__main__":
    sys.exit(main())
