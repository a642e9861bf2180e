"""Where the claims lie: a lab is a folder labs/KEY with a claim.py, and `simlib claims` measures them.

In this file: `lab_keys`, `load_lab`, `find_claims`, and `claims_command`, behind `simlib claims`.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

import joblib

from simlib import size as size_dial
from simlib.bar import progress_bar
from simlib.claim import Claim, repeat_claim, run_claim
from simlib.course import course_folder
from simlib.rng import fresh_seed
from simlib.validate import check_choice, check_int, nearest


def lab_keys(course: Path | None = None) -> list[str]:
    """The labs of the course: the folders labs/KEY that hold a claim.py."""
    folder = (course or course_folder()) / "labs"
    return sorted(path.parent.name for path in folder.glob("*/claim.py"))


def load_lab(key: str, course: Path | None = None) -> list[Claim]:
    """The CLAIMS of labs/KEY/claim*.py, read afresh. They import `world` as a notebook beside them does.

    Raises: LookupError for an unknown lab, naming the nearest; ValueError for a lab without claims, two
    claims of one key, or a key that does not begin with the lab's.
    """
    course = course or course_folder()
    known = lab_keys(course)
    if key not in known:
        close = nearest(key, known) or known or ["those in labs/, where none is"]
        raise LookupError(f"lab must be one of {', '.join(close)}; got {key}")
    folder, claims = course / "labs" / key, []
    for path in sorted(folder.glob("claim*.py")):
        own: list[Claim] = list(getattr(_load(path), "CLAIMS", []))
        claims += own
        if not own:
            raise ValueError(f"CLAIMS of labs/{key}/{path.name} must be a list of claims; got none")
    keys = [claim.key for claim in claims]
    for name in keys:
        if not name.startswith(f"{key}/") or keys.count(name) > 1:
            raise ValueError(f"key of a claim must begin with {key}/ and come once; got {name}")
    return claims


def find_claims(keys: Iterable[str] = (), course: Path | None = None) -> list[Claim]:
    """The claims that `keys` name, each once: "slivkins" is a lab, "slivkins/NAME" one claim, no key all.

    Raises: LookupError for an unknown lab or claim, naming the nearest; also if there is no lab at all.
    """
    found: dict[str, Claim] = {}
    wanted = list(keys) or lab_keys(course)
    if not wanted:
        raise LookupError("the course must have a lab, a folder labs/KEY with a claim.py; got none")
    for key in wanted:
        claims = load_lab(key.split("/")[0], course)
        names = [claim.key for claim in claims]
        if "/" in key and key not in names:
            raise LookupError(f"claim must be one of {', '.join(nearest(key, names) or names)}; got {key}")
        found |= {claim.key: claim for claim in claims if "/" not in key or claim.key == key}
    return list(found.values())


def claims_command(
    keys: Iterable[str] = (),
    blocks: int = 1,
    seed: int | str = 0,
    size: str | None = None,
    overrides: Iterable[str] = (),
    as_json: bool = False,
    course: Path | None = None,
    n_jobs: int | None = 1,
    say: Callable[[str], Any] = len,
) -> tuple[str, int]:
    """What `simlib claims` prints, and its exit code: 0 when every claim comes out as expected, else 1.

    With blocks > 1 each claim runs on so many fresh seeds, and at least 95 % of them must. seed: a number
    or "random". overrides: "NAME=VALUE"; claims without that keyword are left out, and the text says so.
    n_jobs: workers of joblib. say: called with each part of the text as soon as it is known.

    Raises: LookupError for an unknown key; ValueError for a seed, size or override that cannot be.
    """
    chosen_size: str = check_choice("size", size or size_dial.current(), size_dial.SIZES)
    number, settings = _seed(seed), dict(_override(text) for text in overrides)
    claims = find_claims(keys, course)
    chosen = _with_keywords(claims, settings)
    texts = [] if as_json else [f"left out, no such keyword: {c.key}" for c in claims if c not in chosen]
    end = "\n" if as_json or check_int("blocks", blocks, low=1) > 1 else "\n\n"
    for text in texts:
        say(text + end)
    agree = 0
    for result in _results(chosen, blocks, number, chosen_size, settings, n_jobs):
        agree += result.as_expected
        texts.append(json.dumps(result.to_dict(), default=str) if as_json else repr(result))
        say(texts[-1] + end)
    if not as_json:
        texts.append(f"{agree} of {len(chosen)} claims as expected ({chosen_size} size, seed {number})")
        say(texts[-1] + "\n")
    return end.join(texts), 0 if agree == len(chosen) else 1


def _results(
    claims: list[Claim], blocks: int, seed: int, size: str, settings: dict[str, Any], n_jobs: int | None
) -> Iterator[Any]:
    """An Outcome for each claim, or a Repeats if there are several blocks, in order."""
    if blocks > 1:
        yield from (repeat_claim(claim, blocks, seed, size, n_jobs, **settings) for claim in claims)
        return
    calls = (joblib.delayed(run_claim)(claim, size, seed, **settings) for claim in claims)
    outcomes: Any = joblib.Parallel(n_jobs=n_jobs, return_as="generator")(calls)
    yield from progress_bar(outcomes, total=len(claims), unit="claim")


class _Afresh(SourceFileLoader):
    """Reads the source itself: bytecode on disk is taken for current if the file has its age and length."""

    def get_code(self, fullname: str) -> Any:
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


def _load(path: Path) -> Any:
    """The file as module labs_KEY_NAME; what it imports beside itself is forgotten: labs' worlds differ."""
    name = f"labs_{path.parent.name}_{path.stem}"
    loader = _Afresh(name, str(path))
    spec = importlib.util.spec_from_loader(name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    sys.path.insert(0, str(path.parent))
    importlib.invalidate_caches()
    try:
        loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
        for other, found in list(sys.modules.items()):
            beside = Path(getattr(found, "__file__", None) or "").parent == path.parent
            if beside and not other.startswith("labs_"):
                del sys.modules[other]
    # a worker of joblib cannot import a lab: its functions and classes travel there with their code
    for pickler in ("cloudpickle", "joblib.externals.cloudpickle"):  # joblib before 1.6 has its own
        with contextlib.suppress(ModuleNotFoundError):
            importlib.import_module(pickler).register_pickle_by_value(module)
    return module


def _with_keywords(claims: list[Claim], settings: Iterable[str]) -> list[Claim]:
    """The claims that have all these keywords.

    Raises: ValueError if there is none, naming the nearest for a keyword that no claim has.
    """
    known = sorted({name for claim in claims for name in claim.keywords})
    for name in settings:
        check_choice("an override", name, known)
    chosen = [claim for claim in claims if set(settings) <= set(claim.keywords)]
    if not chosen:
        raise ValueError(f"overrides must be keywords of one claim; got {', '.join(settings)}")
    return chosen


def _seed(seed: int | str) -> int:
    if seed == "random":
        return fresh_seed()
    if isinstance(seed, str) and not seed.isdecimal():
        raise ValueError(f"seed must be a whole number or 'random'; got {seed}")
    return check_int("seed", int(seed) if isinstance(seed, str) else seed, low=0)


def _override(text: str) -> tuple[str, Any]:
    """NAME=VALUE: a Python literal such as 4, 0.1 or (1, 2), else the text itself."""
    name, sign, value = text.partition("=")
    if not sign or not name.isidentifier():
        raise ValueError(f"an override must be NAME=VALUE; got {text}")
    try:
        return name, ast.literal_eval(value)
    except (ValueError, SyntaxError, TypeError):
        return name, value
