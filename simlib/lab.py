"""Where the claims lie: a lab is a folder labs/KEY with a claim.py, and `simlib claims` measures them.

In this file: `lab_keys`, `load_lab`, `find_claims`, and `claims_command`, behind `simlib claims`.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tqdm.auto import tqdm

from simlib import size as size_dial
from simlib.claim import Claim, repeat_claim, run_claim
from simlib.course import course_folder
from simlib.rng import fresh_seed
from simlib.validate import check_choice, check_int, nearest


def lab_keys(course: Path | None = None) -> list[str]:
    """The labs of the course: the folders labs/KEY that hold a claim.py."""
    folder = (course or course_folder()) / "labs"
    return sorted(path.parent.name for path in folder.glob("*/claim.py"))


def load_lab(key: str, course: Path | None = None) -> list[Claim]:
    """The CLAIMS of labs/KEY/claim.py, read afresh as module labs_KEY_claim (world.py as labs_KEY_world).

    Raises: LookupError for an unknown lab, naming the nearest; ValueError for two claims of one key, or a
    key that does not begin with the lab's.
    """
    course = course or course_folder()
    known = lab_keys(course)
    if key not in known:
        raise LookupError(f"lab must be one of {', '.join(nearest(key, known) or known)}; got {key}")
    if (course / "labs" / key / "world.py").exists():
        _load(course / "labs" / key / "world.py")
    claims = _load(course / "labs" / key / "claim.py").CLAIMS
    keys = [claim.key for claim in claims]
    for name in keys:
        if not name.startswith(f"{key}/") or keys.count(name) > 1:
            raise ValueError(f"key of a claim must begin with {key}/ and come once; got {name}")
    return list(claims)


def find_claims(keys: Iterable[str] = (), course: Path | None = None) -> list[Claim]:
    """The claims that `keys` name, each once: "slivkins" is a whole lab, "slivkins/NAME" one claim; no
    key is every lab.

    Raises: LookupError for an unknown lab or claim, naming the nearest.
    """
    found: dict[str, Claim] = {}
    for key in list(keys) or lab_keys(course):
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
) -> tuple[str, int]:
    """What `simlib claims` prints, and its exit code: 0 when every claim comes out as expected, else 1.

    With blocks > 1 each claim runs on so many fresh seeds, and at least 95 % of them must. seed: a number
    or "random". overrides: "NAME=VALUE"; claims without that keyword are left out, and the text says so.

    Raises: LookupError for an unknown key; ValueError for a seed, size or override that cannot be.
    """
    chosen_size: str = check_choice("size", size or size_dial.current(), size_dial.SIZES)
    number = _seed(seed)
    settings = dict(_override(text) for text in overrides)
    claims = find_claims(keys, course)
    chosen = [claim for claim in claims if set(settings) <= set(claim.keywords)]
    if claims and not chosen:
        claims[0].check_overrides(settings)
        raise ValueError(f"overrides must be keywords of one claim; got {', '.join(settings)}")
    bar = tqdm(chosen, unit="claim", delay=2, disable=None)
    if check_int("blocks", blocks, low=1) > 1:
        results = [repeat_claim(claim, blocks, number, chosen_size, **settings) for claim in bar]
    else:
        results = [run_claim(claim, chosen_size, number, **settings) for claim in bar]
    agree = sum(result.as_expected for result in results)
    code = 0 if agree == len(results) else 1
    if as_json:
        return "\n".join(json.dumps(result.to_dict()) for result in results), code
    texts = [f"left out, no such keyword: {claim.key}" for claim in claims if claim not in chosen]
    texts += [repr(result) for result in results]
    texts += [f"{agree} of {len(results)} claims as expected ({chosen_size} size, seed {number})"]
    return ("\n" if blocks > 1 else "\n\n").join(texts), code


def _load(path: Path) -> Any:
    name = f"labs_{path.parent.name}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _seed(seed: int | str) -> int:
    if seed == "random":
        return fresh_seed()
    if isinstance(seed, str) and not seed.isdecimal():
        raise ValueError(f"seed must be a whole number or 'random'; got {seed}")
    return check_int("seed", int(seed), low=0)


def _override(text: str) -> tuple[str, Any]:
    """NAME=VALUE: a Python literal such as 4, 0.1 or (1, 2), else the text itself."""
    name, sign, value = text.partition("=")
    if not sign or not name.isidentifier():
        raise ValueError(f"an override must be NAME=VALUE; got {text}")
    try:
        return name, ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return name, value
