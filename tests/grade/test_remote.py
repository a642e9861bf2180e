"""An answer in a sandbox is an answer like any other; one that misbehaves costs itself only."""

import os
import subprocess
import textwrap

import numpy as np
import pytest

from simlib.exercise.answer import AnswerError, LocalAnswer, NotAttempted
from simlib.exercise.run import execute
from simlib.grade.remote import SandboxAnswer
from simlib.grade.sandbox import Limits

pytestmark = pytest.mark.usefixtures("sandboxed")
# how a student's code imports what the card does not allow: it is not hard, and it does not matter
ANYTHING = "import numpy; anything = numpy._core._exceptions.__builtins__['__import__']"
QUICK = Limits(seconds=4, seconds_a_call=1, wall=20)


def answer(source: str, modules=("numpy", "math"), limits: Limits = QUICK) -> SandboxAnswer:
    return SandboxAnswer([textwrap.dedent(source)], modules, limits)


def test_it_answers_as_here():
    source = """
        import numpy as np
        def f(x, y=2): return {"a": x * y, "b": [np.float32(1.5), None, (1, 2)]}
        class C:
            def __init__(self, n): self.n = n
            def up(self): self.n += 1; return self.n
        def g(): return missing
    """
    with answer(source) as there:
        here = LocalAnswer(execute(textwrap.dedent(source), "here"))
        for one in (here, there):
            one.call("f", np.arange(3), y=3)
            handle = one.new("C", 4)
            assert handle.call("up") == 5
            assert handle.call("up") == 6
            for name in ("g", "nothing"):
                with pytest.raises(AnswerError):
                    one.call(name)
        assert there.transcript[1:] == here.transcript[1:]
        assert there.transcript[0].reply["value"]["a"].tolist() == [0, 3, 6]
        assert there.transcript[0].reply["value"]["b"] == here.transcript[0].reply["value"]["b"]


def test_cells_run_in_order_and_magics_are_taken_out():
    cells = [
        "%matplotlib inline\n!pip install x\nimport numpy as np",
        "%%time\nbase = 3",
        "def f(x):\n    return x + base",
    ]
    with SandboxAnswer(cells, ("numpy",)) as there:
        assert there.call("f", 4) == 7


def test_pictures_and_prints_cost_nothing():
    source = """
        import matplotlib.pyplot as plt
        from matplotlib import cm, ticker
        import matplotlib as mpl
        fig, (left, right) = plt.subplots(1, 2)
        with plt.style.context("x"):
            left.plot([1, 2], color=cm.viridis(0.3)); ax = fig.axes[0]; ax.lines[0] = 3
        print("hello"); display(fig); mpl.rcParams["a"] = 1
        def f(): print("x" * 100000); input_was = 1; return 5
    """
    with answer(source) as there:
        assert there.call("f") == 5


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("import os\ndef f(): return 1", "Your answer imports os; this exercise allows math and numpy"),
        ("def f(): return __import__('os').getpid()", "does not allow os"),
        ("def f(: pass", "Your answer is not Python"),
        ("x = 1 / 0", "Your answer stops with ZeroDivisionError: division by zero (line 1: "),
        (
            "def f():\n    x = 1\n    return x / 0",
            'f stops with ZeroDivisionError: division by zero (line 3: "return',
        ),
        ("def f(): return open('/etc/passwd').read()", "FileNotFoundError"),
        ("def f(): return object()", "f returned a object"),
        ("def f(): return float('nan')", "f returned NaN"),
        ("def f(): raise SystemExit(3)", "f stops with SystemExit: 3"),
        ("def f(): return f()", "RecursionError"),
        ("def f(): return [0] * 200_000", "too much: more than 100000 items"),
        ("raise KeyboardInterrupt", "Your answer stops with KeyboardInterrupt"),
    ],
)
def test_what_goes_wrong_is_said(source, sentence):
    with answer(source) as there, pytest.raises(AnswerError) as error:
        there.call("f")
    assert sentence in str(error.value)


def test_unanswered_is_not_attempted():
    for source in ("raise NotImplementedError", "def f():\n    raise NotImplementedError"):
        with answer(source) as there, pytest.raises(NotAttempted):
            there.call("f")


def test_an_endless_loop_costs_its_own_call():
    source = """
        def f():
            while True: pass
        def g(): return 1
    """
    with answer(source) as there:
        with pytest.raises(AnswerError, match="f needs more than 1 seconds of computing"):
            there.call("f")
        assert there.call("g") == 1


def test_the_end_of_the_process_costs_its_own_call():
    source = f"""
        {ANYTHING}
        def f(): anything("os")._exit(0)
        def g(): return 1
        class C:
            def end(self): f()
    """
    with answer(source) as there:
        with pytest.raises(AnswerError, match=r"f ends the process \(exit code 0\)"):
            there.call("f")
        assert there.call("g") == 1
        handle = there.new("C")
        with pytest.raises(AnswerError, match="end ends the process"):
            handle.call("end")
        with pytest.raises(AnswerError, match="has stopped the process before"):
            handle.call("end")
        assert there.call("g") == 1
        with pytest.raises(AnswerError):
            there.call("f")
        with pytest.raises(AnswerError, match="g has stopped the process before"):
            there.call("g")  # enough is enough


def test_memory_is_limited():
    source = "def f(): return len(bytearray(10**10))"
    with answer(source) as there, pytest.raises(AnswerError, match="MemoryError"):
        there.call("f")


def test_a_sleeper_is_the_graders_problem():
    source = f"{ANYTHING}\ndef f(): anything('time').sleep(60)"
    with answer(source, limits=Limits(wall=1.0)) as there:
        with pytest.raises(AnswerError, match="did not answer within 1 seconds"):
            there.call("f")
        assert there.overdue
        with pytest.raises(AnswerError):
            there.call("f")


def test_one_who_lets_wait_again_and_again_is_the_graders_problem_too():
    """Each reply comes in time, but all of them together do not: 6 seconds are there, and each takes 0.6."""
    source = f"{ANYTHING}\ndef f(): anything('time').sleep(0.6)"
    with answer(source, limits=Limits(wall=2.0)) as there:
        calls = (there.call("f") for _ in range(11))
        with pytest.raises(AnswerError, match="did not answer"):
            list(calls)
        assert there.overdue
        assert len(there.transcript) > 2


@pytest.mark.parametrize("script", ["exit 1", "exec sleep 60", "echo no; exec sleep 60", "kill -9 $$"])
def test_what_fails_before_the_answer_is_in_is_the_machines_fault(tmp_path, monkeypatch, script):
    """A bubblewrap that does not start, hangs, or is ended by the kernel: no verdict."""
    (tmp_path / "bwrap").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "bwrap").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with answer("def f(): return 1", limits=Limits(wall=1.0)) as there:
        with pytest.raises(AnswerError, match="The sandbox could not be started"):
            there.call("f")
        assert there.overdue


def test_a_machine_that_starts_no_process_is_at_fault(monkeypatch):
    def full(*arguments, **options):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", full)
    with answer("def f(): return 1") as there:
        with pytest.raises(AnswerError, match="The sandbox could not be started"):
            there.call("f")
        assert there.overdue


def test_a_long_source_is_refused_before_anything_starts():
    with answer("x = 1 # " + "a" * 1_000_000) as there:
        with pytest.raises(AnswerError, match="longer than 1000000 characters"):
            there.call("f")
        assert there._process is None


def test_big_arrays_go_both_ways():
    x = np.arange(2_000_000.0)
    with answer("import numpy\ndef f(x): return x + 1\ndef g(): return numpy.zeros(5_000_000)") as there:
        assert np.array_equal(there.call("f", x), x + 1)
        with pytest.raises(AnswerError, match="too much: more than 33554432 bytes"):
            there.call("g")


def test_what_is_returned_in_all_is_limited():
    """The judge keeps every reply, also those that a check does not look at."""
    source = "import numpy\nclass C:\n    def learn(self): return numpy.zeros(10**6)"
    with answer(source, limits=Limits(replies=50 * 2**20)) as there:
        handle = there.new("C")
        for _ in range(4):
            handle.call("learn")
        with pytest.raises(AnswerError, match="returned too much: more than 52428800 bytes in all"):
            handle.call("learn")
        with pytest.raises(AnswerError, match="has stopped the process before"):
            there.new("C")


def test_the_things_in_what_is_returned_are_counted_too():
    """A small thing is a hundred bytes in the judge, and its text three."""
    source = "def f(): return [[0] * 900] * 100"
    with answer(source) as there:
        for _ in range(33):
            there.call("f")
        with pytest.raises(AnswerError, match="returned too much: more than 3000000 things in all"):
            there.call("f")


def test_nothing_is_left_running():
    with answer("def f(): return 1") as there:
        assert there.call("f") == 1
        process = there._process
        assert process is not None
        assert process.poll() is None
    assert process.poll() is not None


def test_brackets_are_things_even_without_commas():
    """Raw text for the judge: many lists in each other, which cost it far more than they cost to send."""
    raw = 'b\'{"dict":{"number":%d,"reply":{"dict":{"value":[\' % number'
    raw += " + b','.join([b'[' * 200 + b']' * 200] * 2000) + b']}}}}\\n'"
    source = f"""
        {ANYTHING}
        sys, os = anything("sys"), anything("os")
        def f():
            frame = sys._getframe()
            while "message" not in frame.f_locals:
                frame = frame.f_back
            number = frame.f_locals["message"]["number"]
            left = {raw}
            while left:
                left = left[os.write(4, left[:65536]):]
            anything("time").sleep(30)
        """
    with (
        answer(source) as there,
        pytest.raises(AnswerError, match="returned too much: more than 300000 things"),
    ):
        there.call("f")
