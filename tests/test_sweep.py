"""Sweeps: the same rows however they are spread or interrupted, and never a row of other code."""

import contextlib
import importlib.util
import json
import linecache
import math
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections import Counter
from functools import cache, partial
from pathlib import Path

import joblib
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simlib import sweep as module
from simlib.sweep import Failure, Sweep, grid, sweep

JOBS = Path(__file__).with_name("sweep_jobs.py")


def load(path):
    """The module in that file; it is known to nobody else, so that its functions travel to workers whole."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


jobs = load(JOBS)
PAIR = ["\U0001f600", "\ud83d\ude00"]  # one character, and the two halves that JSON may write for it


def start(text, *arguments, folder=JOBS.parent, **env):
    """Another Python process that runs `text`; it can import the modules in `folder`."""
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-c", textwrap.dedent(text), *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": path, **env}
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, start_new_session=True)


@pytest.fixture
def marks(tmp_path):
    """The folder in which jobs leave a mark for every call."""
    (tmp_path / "marks").mkdir()
    return tmp_path / "marks"


@pytest.fixture
def out(tmp_path):
    """The folder of a sweep; it does not exist yet, nor does the one around it."""
    return tmp_path / "new" / "out"


def calls(marks):
    """How often each x was computed."""
    return Counter(int(path.name.split(".")[0]) for path in marks.iterdir())


def exact(value):
    """`value` in a form that is equal only for the same types, order and bits."""
    if isinstance(value, dict):
        return [(name, exact(item)) for name, item in value.items()]
    if isinstance(value, list):
        return [exact(item) for item in value]
    return type(value).__name__, value.hex() if isinstance(value, float) else value


def test_a_row_is_the_arguments_and_then_the_results_in_the_order_of_the_units(marks):
    result = sweep(jobs.third, [{"x": 5, "marks": str(marks)}, {"marks": str(marks), "x": 2}])
    results = {"third": 5 / 3, "label": "number 5", "list": [5, None, True, -0.0]}
    assert exact(result.rows[0]) == exact({"x": 5, "marks": str(marks), **results})
    assert list(result.rows[1]) == ["marks", "x", "third", "label", "list"]
    assert [row["third"] for row in result.rows] == [5 / 3, 2 / 3]
    assert (result.loaded, result.computed, result.failures, result.notes) == (0, 2, [], [])
    assert list(result.to_frame()["third"]) == [5 / 3, 2 / 3]
    assert result.raise_failures() is result


def test_the_last_axis_of_a_grid_runs_fastest():
    rows = [{"a": 1, "b": "x"}, {"a": 1, "b": "y"}, {"a": 0, "b": "x"}, {"a": 0, "b": "y"}]
    assert grid(a=[1, 0], b=("x", "y")) == rows
    assert grid() == [{}]
    assert grid(a=range(3), b=[]) == []


def test_a_second_call_loads_what_the_first_one_kept(out, marks):
    units = grid(x=range(6), marks=[str(marks)])
    first = sweep(jobs.third, units[1:4], out)
    second = sweep(jobs.third, units, str(out))
    third = sweep(jobs.third, units, out)
    assert (first.computed, second.loaded, second.computed, third.loaded) == (3, 3, 3, 6)
    assert calls(marks) == Counter(range(6))
    assert exact(third.rows) == exact(second.rows) == exact(sweep(jobs.third, units).rows)
    assert third.seconds == 0 < second.seconds
    assert len(list(out.iterdir())) == 6


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_the_rows_do_not_depend_on_loky_workers(workers, out, marks):
    units = grid(x=range(30), marks=[str(marks)])
    sweep(jobs.third, units[10:13], out)
    with joblib.parallel_config("loky", n_jobs=workers):
        result = sweep(jobs.third, units, out)
    assert exact(result.rows) == exact(sweep(jobs.third, units).rows)
    assert (result.loaded, result.computed) == (3, 27)
    assert sweep(jobs.third, units, out).loaded == 30


@pytest.mark.slow
def test_the_rows_are_the_same_on_a_dask_cluster(marks, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="pip install 'simlib[cluster]'")
    units = grid(x=range(30), marks=[str(marks)])
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster),
        joblib.parallel_config("dask"),
    ):
        monkeypatch.chdir(marks.parent)  # the workers stand elsewhere
        result = sweep(jobs.third, units, "out")
        failed = sweep(jobs.fragile, units[2:5])
    assert exact(result.rows) == exact(sweep(jobs.third, units).rows)
    assert sweep(jobs.third, units, "out").loaded == 30
    assert [failure.type for failure in failed.failures] == ["ZeroDivisionError", "SystemExit"]


def test_values_come_back_with_their_type_and_to_the_bit(out):
    values = [0.1, -0.0, 5e-324, math.nan, math.inf, -math.inf, 2**70, "\x00\n", *PAIR, [[]]]
    given = [np.float32(0.1), np.float64(0.5), np.int64(3), np.bool_(True), np.str_("a"), (1, np.int8(2))]
    plain = [float(np.float32(0.1)), 0.5, 3, True, "a", [1, 2]]
    for loaded in (0, 17):
        result = sweep(jobs.echo, grid(x=values + given), out)
        assert result.loaded == loaded
        for name in "xy":
            assert exact([row[name] for row in result.rows]) == exact(values + plain)


ONES = [1, True, 1.0, "1", 0, False, 0.0, -0.0, "", None, "null", [], [1], [True], ["1"], math.nan, *PAIR]
TEXT = st.text(st.characters(exclude_categories=()))
PLAIN = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | TEXT, st.lists, max_leaves=5)
UNITS = st.dictionaries(st.sampled_from("abc"), st.sampled_from(ONES) | PLAIN, max_size=3)


@given(UNITS, UNITS, st.randoms())
def test_equal_arguments_in_any_order_have_one_key_and_others_another(a, b, rng):
    names = sorted(a)
    rng.shuffle(names)
    assert module._key({name: a[name] for name in names}) == module._key(a)
    same = dict(exact(a)) == dict(exact(b))
    assert (module._key(a) == module._key(b)) == same


@given(st.lists(st.sampled_from(ONES) | PLAIN, max_size=4))
def test_whatever_is_plain_is_kept_and_loaded(values):
    units = [{"x": value, "i": i} for i, value in enumerate(values)]
    with tempfile.TemporaryDirectory() as folder:
        fresh, loaded = (sweep(jobs.echo, units, folder) for _ in range(2))
    assert loaded.loaded == len(values)
    assert exact(loaded.rows) == exact(fresh.rows)
    assert exact([row["y"] for row in loaded.rows]) == exact(values)


def test_the_order_of_the_arguments_makes_no_difference_to_the_function(out):
    rows = [sweep(jobs.names, [unit], out).rows[0] for unit in ({"b": 1, "a": 2}, {"a": 2, "b": 1})]
    assert exact(rows[0]) == exact({"b": 1, "a": 2, "names": ["a", "b"]})
    assert exact(rows[1]) == exact({"a": 2, "b": 1, "names": ["a", "b"]})


def test_a_job_that_changes_its_arguments_changes_nothing_else(out):
    for _ in range(2):
        assert sweep(jobs.greedy, [{"x": [1, 2]}], out).rows == [{"x": [1, 2], "total": 7}]


def test_a_unit_that_fails_is_reported_and_tried_again_and_stops_no_other(out, marks):
    units = grid(x=range(5), marks=[str(marks)])
    for times in (1, 2):
        result = sweep(jobs.fragile, units, out)
        assert [row["inverse"] for row in result.rows] == [-0.5, -1, 0.5]
        assert (result.computed, result.loaded) == ((3, 0) if times == 1 else (0, 3))
        assert calls(marks) == {0: 1, 1: 1, 2: times, 3: times, 4: 1}
    zero, exited = result.failures
    assert (zero.arguments, zero.type, zero.message) == (units[2], "ZeroDivisionError", "division by zero")
    assert zero.where.endswith('in fragile: return {"inverse": 1 / (x - 2)}')
    assert (exited.arguments, exited.type, exited.message) == (units[3], "SystemExit", "three")
    with pytest.raises(RuntimeError, match=r"^2 of 5 units failed; the first: x=2, marks="):
        result.raise_failures()


def test_an_interrupt_goes_through_and_what_was_done_is_kept(out, marks):
    units = grid(x=range(4), marks=[str(marks)])
    with pytest.raises(KeyboardInterrupt):
        sweep(jobs.interrupted, units, out)
    result = sweep(jobs.interrupted, units, out)
    assert (result.loaded, [row["y"] for row in result.rows]) == (2, [0, -1, -2, -3])


@pytest.mark.parametrize(
    ("x", "message"),
    [
        ("number", "the row must be a dict from names to values; got 3"),
        ("name", "the row must be a dict from names to values; got {1: 2}"),
        ("array", "'a' in the row must be text, a bool, a number, None or a list of these; got dict"),
        ("bytes", "'a' in the row must be text, a bool, a number, None or a list of these; got bytes"),
        ("complex", "'a' in the row must be text, a bool, a number, None or a list of these; got complex"),
        ("collision", "names in the row must not be names of arguments; got 'x' in both"),
    ],
)
def test_a_row_of_anything_else_is_a_failure_with_a_sentence(x, message, out):
    (failure,) = sweep(jobs.returns, [{"x": x}], out).failures
    assert (failure.type, failure.message) == ("ValueError", message)
    assert list(out.iterdir()) == []


def spoil(path, how):
    kept = json.loads(path.read_text())
    texts = {
        "half": path.read_text()[:40],
        "shape": "[1, 2]",
        "no row": json.dumps({name: kept[name] for name in kept if name != "row"}),
        "row": json.dumps({**kept, "row": [1]}),
        "arguments": json.dumps({**kept, "arguments": {"x": True}}),
        "code": json.dumps({**kept, "code": "other"}),
        "deep": "[" * 100_000,
        "bytes": "",
    }
    path.write_text(texts[how])
    if how == "bytes":
        path.write_bytes(b"\xff\xfe")


@pytest.mark.parametrize("how", ["half", "shape", "no row", "row", "arguments", "code", "deep", "bytes"])
def test_a_broken_file_is_moved_aside_and_the_unit_done_again(how, out):
    whole = sweep(jobs.echo, grid(x=[1, 2]), out)
    (path,) = (path for path in out.iterdir() if '"x": 1' in path.read_text())
    spoil(path, how)
    spoilt = path.read_bytes()
    result = sweep(jobs.echo, grid(x=[1, 2]), out)
    sentence = f"the file of x=1 was broken: it is now {path.name}.broken, and the unit was tried anew"
    assert (result.rows, result.loaded, result.computed, result.notes) == (whole.rows, 1, 1, [sentence])
    assert repr(result) == f"2 units: 1 computed, 1 loaded, 0 failed\nnote: {sentence}"
    assert Path(f"{path}.broken").read_bytes() == spoilt
    assert sweep(jobs.echo, grid(x=[1, 2]), out).loaded == 2


def test_a_row_that_cannot_be_written_is_returned_and_said_so(out, monkeypatch):
    monkeypatch.setattr(Path, "replace", lambda path, target: path.rename(out / "no" / "where"))
    result = sweep(jobs.echo, grid(x=[1, 2]), out)
    assert [row["y"] for row in result.rows] == [1, 2]
    said = [note.partition(": [Errno 2]")[0] for note in result.notes]
    assert said == ["the row of x=1 could not be kept", "the row of x=2 could not be kept"]
    assert list(out.iterdir()) == []


RUN = """
    import json, sys, sweep_jobs
    from simlib.sweep import grid, sweep
    name, out, marks, workers = sys.argv[1:]
    result = sweep(getattr(sweep_jobs, name), grid(x=range(20), marks=[marks]), out, n_jobs=int(workers))
    print(json.dumps([result.rows, [str(failure) for failure in result.failures]]))
"""


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_after_a_kill_only_what_is_missing_is_computed(workers, out, marks):
    process = start(RUN, "gated", out, marks, workers, GATE="shut")
    jobs.wait_until(lambda: len(list(out.glob("*.json"))) == 5 and 5 in calls(marks))
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)  # workers outlive their parent and wait for five minutes
    units = grid(x=range(20), marks=[str(marks)])
    result = sweep(jobs.gated, units, out)
    assert (result.loaded, result.computed) == (5, 15)
    times = calls(marks)
    assert [times[x] for x in range(6)] == [1, 1, 1, 1, 1, 2]  # the last one was in flight
    assert sorted(times) == list(range(20))
    assert exact(result.rows) == exact(sweep(jobs.gated, units).rows)


HALF = """
    import os, signal, sys, sweep_jobs
    from pathlib import Path
    from simlib.sweep import sweep
    def half(path, data, write=Path.write_bytes):
        write(path, data[:30])
        os.kill(os.getpid(), signal.SIGKILL)
    Path.write_bytes = half
    sweep(sweep_jobs.echo, [{"x": 1}], sys.argv[1])
"""


def test_a_kill_in_the_middle_of_a_write_does_no_harm(out):
    assert start(HALF, out).wait() == -signal.SIGKILL
    (part,) = out.iterdir()
    assert (part.suffix, part.stat().st_size) == (".part", 30)
    result = sweep(jobs.echo, grid(x=[1, 2]), out)
    assert ([row["y"] for row in result.rows], result.computed, result.notes) == ([1, 2], 2, [])
    assert part.exists()  # so young, it might be in the hands of another sweep
    (out / "my.part").touch()
    for path in (part, out / "my.part"):
        os.utime(path, (time.time() - 2 * module.OLD,) * 2)
    assert sweep(jobs.echo, grid(x=[1, 2]), out).loaded == 2
    assert not part.exists()
    assert (out / "my.part").exists()


def test_two_sweeps_of_one_folder_at_once_both_end_right(out, marks):
    units = grid(x=range(20), marks=[str(marks)])
    header = {**module._version(jobs.meet, "", True), "arguments": units[7]}
    out.mkdir(parents=True)
    (out / f"{module._key(header)}.json").write_text("broken")
    both = [start(RUN, "meet", out, marks, 1) for _ in range(2)]
    for process in both:
        rows, failures = json.loads(process.communicate()[0])
        assert (rows, failures) == ([{**unit, "third": unit["x"] / 3} for unit in units], [])
    assert calls(marks) == dict.fromkeys(range(20), 2)
    assert sorted(path.suffix for path in out.iterdir()) == [".broken"] + [".json"] * 20
    assert sweep(jobs.meet, units, out).loaded == 20


JOB = """
import functools
def negated(function):
    @functools.wraps(function)
    def negative(x):
        return {"y": -function(x)["y"]}
    return negative
@negated
def job(x):
    return {"y": helped(x)}
@functools.cache
def twin(x):
    return {"y": helped(x)}
def helped(x):
    return FACTOR * x
FACTOR = 1
"""


@pytest.fixture
def other(tmp_path):
    """A file of jobs that a test may change."""
    path = tmp_path / "other_jobs.py"
    path.write_text(JOB)
    return path


def test_a_change_of_code_computes_again_and_changing_it_back_loads(out, other, monkeypatch):
    units = [{"x": 3}]
    for factor, loaded in ((1, 0), (2, 0), (1, 1), (2, 1)):
        other.write_text(JOB.replace("FACTOR = 1", f"FACTOR = {factor}"))
        job = load(other).job
        result = sweep(job, units, out)
        assert (result.rows, result.loaded) == ([{"x": 3, "y": -3 * factor}], loaded)
    for loaded in (0, 1):
        assert sweep(job, units, out, code="data of May").loaded == loaded
    monkeypatch.setattr(module, "_library", lambda: "another")
    assert sweep(job, units, out).loaded == 0


def test_two_functions_of_one_file_are_two(out, other):
    changing = load(other)
    rows = [sweep(job, [{"x": 3}], out).rows[0]["y"] for job in (changing.job, changing.twin, changing.job)]
    assert rows == [-3, 3, -3]


def test_every_file_of_simlib_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "__file__", str(tmp_path / "sweep.py"))
    (tmp_path / ".#a.py").symlink_to("nowhere")  # as editors leave them
    seen = set()
    for name, text in (("a.py", "1"), ("a.py", "2"), ("part/b.py", ""), ("part/b.py", "2"), ("a.py", "")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
        seen.add(module._library.__wrapped__())
    assert len(seen) == 5
    monkeypatch.setattr("simlib.__version__", "0.0.0")
    assert module._library.__wrapped__() not in seen


def test_a_function_edited_after_it_was_imported_is_refused(out, other):
    job = load(other).job
    for text in ("# a line more\n" + JOB, "def job(x"):
        other.write_text(text)
        with pytest.raises(
            ValueError, match=r"other_jobs\.py was edited after it was imported: reload it, or"
        ):
            sweep(job, [{"x": 3}], out)
        assert sweep(job, [{"x": 3}], out, code="mine").rows == [{"x": 3, "y": -3}]


OTHER_CODE = "code must be the same in all workers; it was edited or differs: restart them all"
BOTH = """
import os
from pathlib import Path
from sweep_jobs import wait_until
def job(x, marks):
    (Path(marks) / str(os.getpid())).touch()
    wait_until(lambda: len(list(Path(marks).iterdir())) >= 2)
    return {"y": FACTOR * x}
FACTOR = 1
"""
RELOAD = """
    import importlib, json, sys
    from pathlib import Path
    from joblib.externals.loky import get_reusable_executor
    import other_jobs
    from simlib.sweep import grid, sweep
    def y():
        try:
            units = grid(x=[3, 4], marks=[sys.argv[2]])
            return [row["y"] for row in sweep(other_jobs.job, units, sys.argv[1], n_jobs=2).rows]
        except RuntimeError as error:
            return str(error)
    said = [y()]
    path = Path(other_jobs.__file__)
    path.write_text(path.read_text().replace("FACTOR = 1", "FACTOR = 10"))
    importlib.reload(other_jobs)
    said.append(y())
    get_reusable_executor().shutdown()
    print(json.dumps([*said, y()]))
"""


@pytest.mark.slow
def test_workers_that_imported_older_code_are_refused(out, marks, other):
    other.write_text(BOTH)  # both workers import it
    folders = os.pathsep.join([str(other.parent), str(JOBS.parent)])
    said = json.loads(start(RELOAD, out, marks, folder=folders).communicate()[0])
    assert said == [[3, 4], OTHER_CODE, [30, 40]]


def test_a_worker_with_another_simlib_is_refused():
    header = {"function": "jobs.echo", "source": "", "simlib": "another", "code": "", "arguments": {"x": 1}}
    with pytest.raises(RuntimeError, match=f"^{OTHER_CODE}$"):
        module._compute(jobs.echo, None, header, 0)


def test_the_function_of_a_notebook_counts_by_its_own_text(out):
    for before, end, loaded in (("", "", 0), ("seen = 3\n", "", 1), ("", " + 1", 0), ("\n", "", 1)):
        cell = f"{before}def job(x):\n    return {{'y': x{end}}}\n"
        name, names = f"/tmp/ipykernel_7/{time.monotonic_ns()}.py", {"__name__": "__main__"}
        linecache.cache[name] = (len(cell), None, cell.splitlines(keepends=True), name)
        exec(compile(cell, name, "exec"), names)
        assert sweep(names["job"], [{"x": 3}], out).loaded == loaded


class Bar:
    """Takes the place of tqdm and remembers."""

    made: list = []

    def __init__(self, **settings):
        self.settings, self.steps = settings, 0
        Bar.made.append(self)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def update(self):
        self.steps += 1


@pytest.mark.parametrize("progress", [None, True, False])
def test_the_bar_starts_at_what_is_loaded_and_can_be_silent(progress, out, monkeypatch):
    monkeypatch.setattr(module, "progress_bar", Bar)
    sweep(jobs.echo, grid(x=[0, 1]), out)
    sweep(jobs.echo, grid(x=range(6)), out, progress=progress)
    bar = Bar.made[-1]
    settings = {"total": 6, "done": 2, "unit": "unit", "show": progress}
    assert (bar.settings, bar.steps) == (settings, 4)


def test_a_sweep_prints_its_counts_and_the_first_failures_and_notes():
    failures = [Failure({"x": x, "y": "a"}, "ValueError", f"x is\n {x}", "") for x in range(7)]
    result = Sweep([{}] * 5, failures, 2, 3, [f"odd {i}" for i in range(6)], 0.5)
    failed = [f"failed: x={x}, y='a': ValueError: x is {x}" for x in range(5)]
    notes = [f"note: odd {i}" for i in range(5)]
    lines = ["12 units: 3 computed, 2 loaded, 7 failed", *failed, "and 2 more", *notes, "and 1 more"]
    assert repr(result) == "\n".join(lines)
    assert repr(Sweep([{}], [], 0, 1, [], 0.5)) == "1 unit: 1 computed, 0 loaded, 0 failed"
    assert str(Failure({}, "E", "m" * 300, "")) == "no arguments: E: " + "m" * 200
    assert len(str(Failure({"x": [0] * 100}, "E", "", ""))) == 100 + len(": E: ")


def closure(n):
    return lambda x: {"y": n * x}


TOP = "function must stand at the top of a file or cell; got .*: give `code`, a text that changes"
PLAIN_VALUE = "must be text, a bool, a number, None or a list of these; got"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"units": [{"x": 1}, 3]}, "unit 1 must be a dict from names to values; got 3$"),
        ({"units": {"x": 1}}, "unit 0 must be a dict from names to values; got 'x'$"),
        ({"units": [{1: 2}]}, r"unit 0 must be a dict from names to values; got \{1: 2\}$"),
        ({"units": [{"x": [1, {2}]}]}, f"'x' in unit 0 {PLAIN_VALUE} set$"),
        ({"units": [{"x": np.ones(2)}]}, f"'x' in unit 0 {PLAIN_VALUE} ndarray$"),
        ({"units": [{"x": 1, "i": 2}, {"x": 3}, {"i": 2, "x": 1}]}, "units must differ; got i=2, x=1 twice$"),
        ({"function": 3}, "function must be callable and code text; got 3 and ''$"),
        ({"code": 3}, "function must be callable and code text; got <function echo at .*> and 3$"),
        ({"folder": JOBS}, f"folder must be a folder; got {JOBS}, where a file is$"),
        ({"folder": JOBS / "out"}, f"folder must be a folder; got {JOBS}/out, where a file is$"),
        ({"function": closure(2), "folder": "out"}, TOP),
        ({"function": partial(jobs.echo, i=2), "folder": "out"}, TOP),
        ({"function": cache(jobs.echo), "folder": "out"}, TOP),
        ({"function": Bar().update, "folder": "out"}, TOP),
        ({"function": dict, "folder": "out"}, TOP),
        ({"function": eval("lambda x: {}"), "folder": "out"}, TOP),
    ],
)
def test_wrong_arguments_are_refused_in_one_sentence(arguments, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match=f"^{message}"):
        sweep(**{"function": jobs.echo, "units": [{"x": 1}], **arguments})
    assert list(tmp_path.iterdir()) == []


def test_a_function_without_a_text_needs_code_only_where_rows_are_kept(out):
    exec("def typed(x):\n    return {'y': x}", names := {"__name__": "__main__"})
    with pytest.raises(ValueError, match=r"^function must have a text; typed has none: give `code`"):
        sweep(names["typed"], [{"x": 1}], out)
    for function in (names["typed"], closure(1), partial(jobs.echo, i=2)):
        assert sweep(function, [{"x": 1}]).rows == [{"x": 1, "y": 1}]
        for loaded in (0, 1):
            assert sweep(function, [{"x": 1}], out, code="mine").loaded == loaded


@pytest.mark.parametrize(("axis", "shown"), [("ucb1", "'ucb1'"), (3, "3")])
def test_an_axis_that_is_no_list_is_refused(axis, shown):
    with pytest.raises(ValueError, match=f"^axis policy must be a list of values; got {shown}$"):
        grid(seed=range(3), policy=axis)
