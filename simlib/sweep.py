"""Call a function for many sets of arguments: on all cores, on a cluster, and on from an interruption.

    units = grid(seed=range(20), n_arms=[2, 10])  # final_regret(seed=0, n_arms=2) returns {"regret": 41.5}
    result = sweep(final_regret, units, "results/regret", n_jobs=-1)
    result.raise_failures().to_frame()  # 40 rows: seed, n_arms, regret

A unit is one set of arguments and gives one row. As soon as it is done, its row is a small file in the
folder; the same call, made again after a crash, computes only what is missing and ends with the same rows.
A file counts for the same function, code and arguments only. The code is the text of the file that
defines the function (in a notebook, of the function alone), all of simlib, and `code`. What else the
function uses is not seen (other modules and cells, data, versions of packages): name it in `code`.

joblib spreads the units: `with joblib.parallel_config("dask"):` around the call takes a Dask cluster,
whose machines must all see the folder. A function from a notebook or script travels to the workers; any
other is imported there by the name of its module: where that cannot be found, n_jobs must be 1.

In this file: `sweep`, `grid`, `Failure`, `Sweep`; then plain values, the code, the files, the worker.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import inspect
import itertools
import json
import sys
import time
import traceback
import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import joblib
import numpy as np

import simlib
from simlib.bar import progress_bar

OLD = 3600  # seconds: a write begun so long ago has died; it takes milliseconds
SHOWN = 5  # failures that are printed, and notes


def sweep(
    function: Callable[..., dict[str, Any]],
    units: Iterable[dict[str, Any]],
    folder: str | Path | None = None,
    *,
    n_jobs: int | None = None,
    progress: bool | None = None,
    code: str = "",
) -> Sweep:
    """`function(**unit)` for every unit, its row kept in `folder` (None: nowhere) as soon as it is done.

    function: returns a dict of results. Values, of arguments and results alike, are text, bools, ints,
    floats (NaN and infinity too), None, or lists of these; NumPy's scalars become Python's, tuples lists.
    units: dicts of arguments, no two alike; one that raises is a `Failure`, and is tried again next time.
    n_jobs: workers of joblib; None follows `joblib.parallel_config`. The rows do not depend on it.
    progress: True, False, or None for a bar after two seconds. code: any text; another one starts afresh.

    Raises: ValueError for a unit that is no such dict or comes twice, a folder that is a file, and, where a
    folder comes without `code`, a function whose text cannot be had or was edited after it was imported;
    RuntimeError if a worker has other code than this process.
    """
    units, version = _checked(units), _version(function, code, folder is not None)
    headers = [{**version, "arguments": unit} for unit in units]
    path = None if folder is None else _ready(Path(folder).absolute())  # workers may stand elsewhere
    found = [_load(path, header) if path else (None, "") for header in headers]
    results: list[dict[str, Any] | Failure | None] = [row for row, _ in found]
    notes, seconds = [note for _, note in found if note], 0.0
    missing = [i for i, row in enumerate(results) if row is None]
    loaded = len(units) - len(missing)
    with progress_bar(total=len(units), done=loaded, unit="unit", show=progress) as bar:
        calls = (joblib.delayed(_compute)(function, path, headers[i], i) for i in missing)
        done: Any = joblib.Parallel(n_jobs=n_jobs, return_as="generator_unordered")(calls)
        for i, result, note, took in done:
            results[i], seconds = result, seconds + took
            notes += [note] * bool(note)
            bar.update()
    rows = [{**unit, **row} for unit, row in zip(units, results, strict=True) if isinstance(row, dict)]
    failures = [result for result in results if isinstance(result, Failure)]
    return Sweep(rows, failures, loaded, len(missing) - len(failures), notes, seconds)


def grid(**axes: Iterable[Any]) -> list[dict[str, Any]]:
    """All combinations of the axes, the last one fastest: `grid(seed=range(3), n_arms=[2, 10])` has six.

    Raises: ValueError for an axis that is no list of values; a text is none.
    """
    for name, values in axes.items():
        if isinstance(values, str) or not isinstance(values, Iterable):
            raise ValueError(f"axis {name} must be a list of values; got {values!r}")
    return [dict(zip(axes, values, strict=True)) for values in itertools.product(*axes.values())]


@dataclass(frozen=True)
class Failure:
    """A unit that raised: its arguments, the error's type and message, and the line that raised it."""

    arguments: dict[str, Any]
    type: str
    message: str
    where: str

    def __str__(self) -> str:
        return f"{_named(self.arguments)}: {self.type}: {' '.join(self.message.split()):.200}"


@dataclass(frozen=True, repr=False)
class Sweep:
    """What came out: rows of arguments and results, and the units that failed, each in the units' order.

    loaded, computed: how many rows were in the folder, and how many were computed now
    notes: sentences about files that were broken or could not be written
    seconds: spent on units now, added up over all workers
    """

    rows: list[dict[str, Any]]
    failures: list[Failure]
    loaded: int
    computed: int
    notes: list[str]
    seconds: float = field(compare=False)

    def to_frame(self) -> Any:
        """A tidy pandas frame with the same rows."""
        import pandas as pd

        return pd.DataFrame(self.rows)

    def raise_failures(self) -> Sweep:
        """This sweep, if no unit failed. Raises: RuntimeError otherwise, naming the first."""
        if self.failures:
            n = len(self.rows) + len(self.failures)
            raise RuntimeError(f"{len(self.failures)} of {n} units failed; the first: {self.failures[0]}")
        return self

    def __repr__(self) -> str:
        n, failed = len(self.rows) + len(self.failures), len(self.failures)
        lines = [f"{n} unit{'s' * (n != 1)}: {self.computed} computed, {self.loaded} loaded, {failed} failed"]
        for word, items in (("failed", self.failures), ("note", self.notes)):
            lines += [f"{word}: {item}" for item in items[:SHOWN]]
            lines += [f"and {len(items) - SHOWN} more"] * (len(items) > SHOWN)
        return "\n".join(lines)


def _checked(units: Iterable[Any]) -> list[dict[str, Any]]:
    known: dict[str, dict[str, Any]] = {}
    for i, unit in enumerate(units):
        plain = _plain_dict(unit, f"unit {i}")
        if known.setdefault(_key(plain), plain) is not plain:
            raise ValueError(f"units must differ; got {_named(plain)} twice")
    return list(known.values())


def _plain_dict(values: Any, what: str, taken: Collection[str] = ()) -> dict[str, Any]:
    if not isinstance(values, dict) or not all(isinstance(name, str) for name in values):
        raise ValueError(f"{what} must be a dict from names to values; got {values!r:.60}")
    for name in values:
        if name in taken:
            raise ValueError(f"names in {what} must not be names of arguments; got {name!r} in both")
    return {str(name): _plain(value, f"{name!r} in {what}") for name, value in values.items()}


def _plain(value: Any, what: str) -> Any:
    """A copy that shares nothing, with NumPy's scalars as Python's and tuples as lists."""
    if isinstance(value, (list, tuple)):
        return [_plain(item, what) for item in value]
    value = value.item() if isinstance(value, np.generic) else value
    if value is not None and type(value) not in (str, bool, int, float):
        kind = type(value).__name__
        raise ValueError(f"{what} must be text, a bool, a number, None or a list of these; got {kind}")
    return value


def _named(unit: dict[str, Any]) -> str:
    return f"{', '.join(f'{name}={value!r}' for name, value in unit.items()) or 'no arguments':.100}"


def _key(values: dict[str, Any]) -> str:
    """SHA-256 of plain values, whatever the order of names; 1, 1.0, True and "1" all differ."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _version(function: Any, code: str, kept: bool) -> dict[str, str]:
    """What the rows depend on besides the arguments; "source" is "" where only `code` stands for it."""
    if not callable(function) or not isinstance(code, str):
        raise ValueError(f"function must be callable and code text; got {function!r} and {code!r}")
    try:
        source = _source(function) if kept else ""
    except ValueError:
        if not code:
            raise
        source = ""
    name = f"{function.__module__}.{getattr(function, '__qualname__', type(function).__qualname__)}"
    return {"function": name, "source": source, "simlib": _library(), "code": code}


_sources: dict[int, tuple[Any, str]] = {}  # by identity: a reload makes new code, though it be equal


def _source(function: Any) -> str:
    """Hash of the text that made `function`: its whole file, or in a notebook its own lines."""
    ask = "give `code`, a text that changes whenever the function does"
    inner, name = inspect.unwrap(function), getattr(function, "__name__", "")
    if not inspect.isfunction(inner) or inner.__globals__.get(name) is not function:  # such as a closure
        raise ValueError(f"function must stand at the top of a file or cell; got {function!r:.60}: {ask}")
    made = inner.__code__
    if id(made) not in _sources:
        path = Path(made.co_filename)
        try:
            text = path.read_bytes() if path.is_file() else inspect.getsource(inner).encode()
            # an edit further down, of another function, is not noticed here
            if path.is_file() and made not in compile(text, path, "exec", dont_inherit=True).co_consts:
                raise SyntaxError
        except OSError:
            raise ValueError(f"function must have a text; {name} has none: {ask}") from None
        except SyntaxError:
            raise ValueError(f"{path} was edited after it was imported: reload it, or {ask}") from None
        _sources[id(made)] = made, hashlib.sha256(text).hexdigest()
    return _sources[id(made)][1]


@functools.cache
def _library() -> str:
    """Hash of simlib's version and files, as they are when this process first asks."""
    top = Path(__file__).parent
    files = {path.relative_to(top).as_posix(): path.read_text("utf-8") for path in top.rglob("[!.]*.py")}
    return _key({"version": simlib.__version__, **files})


def _ready(folder: Path) -> Path:
    """The folder, made, and rid of what died in the middle of a write."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise ValueError(f"folder must be a folder; got {folder}, where a file is") from None
    for part in folder.glob("?" * 64 + ".*.part"):
        with contextlib.suppress(FileNotFoundError):  # another sweep was faster
            if time.time() - part.stat().st_mtime > OLD:
                part.unlink()
    return folder


def _load(folder: Path, header: dict[str, Any]) -> tuple[dict[str, Any] | None, str]:
    """A unit's row if it is in the folder, and a sentence if its file was broken."""
    path = folder / f"{_key(header)}.json"
    try:
        kept = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        if _key({name: kept[name] for name in header}) == path.stem:
            return _plain_dict(kept["row"], "the row", taken=header["arguments"]), ""
    except FileNotFoundError:
        return None, ""
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    with contextlib.suppress(FileNotFoundError):  # another sweep was faster
        path.replace(f"{path}.broken")
    unit = _named(header["arguments"])
    return None, f"the file of {unit} was broken: it is now {path.name}.broken, and the unit was tried anew"


def _keep(folder: Path, header: dict[str, Any], row: dict[str, Any]) -> str:
    """Write a unit's file, whole or not at all. Returns a sentence if that is impossible."""
    text = json.dumps({**header, "row": row}, ensure_ascii=False)
    part = folder / f"{_key(header)}.{uuid.uuid4().hex}.part"
    try:
        part.write_bytes(text.encode("utf-8", "surrogatepass"))
        part.replace(folder / f"{_key(header)}.json")
    except OSError as error:
        part.unlink(missing_ok=True)
        return f"the row of {_named(header['arguments'])} could not be kept: {error}"
    return ""


def _compute(function: Any, folder: Path | None, header: dict[str, Any], i: int) -> tuple:
    """In a worker: i, the row or failure of the unit, a sentence if it was not kept, and the seconds.

    Raises: RuntimeError if the worker imported other code: before an edit, or on another machine.
    """
    unit, module = header["arguments"], sys.modules.get(function.__module__, simlib)
    imported = header["source"] and vars(module) is inspect.unwrap(function).__globals__
    if header["simlib"] != _library() or (imported and _source(function) != header["source"]):
        raise RuntimeError("code must be the same in all workers; it was edited or differs: restart them all")
    start, note = time.perf_counter(), ""
    try:
        copy = {name: _plain(unit[name], name) for name in sorted(unit)}  # in the order of the key
        result = _plain_dict(function(**copy), "the row", taken=unit)
        note = _keep(folder, header, result) if folder else ""
    except (Exception, SystemExit) as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{last.filename}:{last.lineno} in {last.name}: {last.line}"
        result = Failure(unit, type(error).__name__, str(error), where)
    return i, result, note, time.perf_counter() - start
