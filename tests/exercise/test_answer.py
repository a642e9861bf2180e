"""Calling an answer: copies both ways, errors as sentences, a transcript, and the same in another process."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from simlib.exercise.answer import Answer, AnswerError, LocalAnswer, NotAttempted
from simlib.exercise.card import exercise_names, load_exercise
from simlib.exercise.check import judge
from simlib.exercise.run import execute, namespace_of

REMOTE = Path(__file__).with_name("remote_host.py")


def answer_of(**namespace):
    return LocalAnswer(namespace)


class Counter:
    def __init__(self, start=0):
        self.total = start

    def add(self, n):
        self.total += n
        return self.total

    @property
    def trap(self):
        raise RuntimeError("nobody asked")


def test_call_gives_the_value():
    assert answer_of(f=lambda a, b=1: a + b).call("f", 2, b=5) == 7


def test_the_judges_arrays_cannot_be_changed():
    kept = []

    def f(a):
        kept.append(a)
        a[:] = -1
        return a

    ours = np.arange(3.0)
    answer = answer_of(f=f)
    got = answer.call("f", ours)
    np.testing.assert_array_equal(ours, [0, 1, 2])
    kept[0][:] = 99
    np.testing.assert_array_equal(got, [-1, -1, -1])
    got[:] = 7
    assert answer.transcript[0].reply["value"].tolist() == [-1, -1, -1]
    assert answer.transcript[0].request["args"][0].tolist() == [0, 1, 2]


def test_handles_are_objects_of_their_own():
    answer = answer_of(Counter=Counter)
    one, other = answer.new("Counter"), answer.new("Counter", start=10)
    assert [one.call("add", 1), other.call("add", 1), one.call("add", 1)] == [1, 11, 2]
    assert len(answer.transcript) == 5


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda a: a.call("g"), "nothing is called g"),
        (lambda a: a.new("C").call("nothing"), "no method called nothing"),
        (lambda a: a.new("C").call("trap"), "RuntimeError: nobody asked"),
        (lambda a: a.call("f"), "TypeError"),
        (lambda a: a.call("f", 0), "ZeroDivisionError: division by zero"),
        (lambda a: a.call("leave"), "SystemExit"),
        (lambda a: a.call("unprintable"), "UnprintableError"),
        (lambda a: a.call("make"), "returned a generator"),
        (lambda a: a.call("nan"), "returned NaN"),
        (lambda a: a.allowing("inf").call("nan"), "returned NaN"),
        (lambda a: a.call("inf"), "returned an infinite number"),
        (lambda a: a.call("recurse"), "RecursionError"),
    ],
)
def test_problems_are_sentences(call, words):
    class UnprintableError(Exception):
        def __str__(self):
            raise ValueError

    def unprintable():
        raise UnprintableError

    def recurse():
        return recurse()

    answer = answer_of(
        C=Counter, f=lambda x: 1 / x, leave=sys.exit, unprintable=unprintable, recurse=recurse,
        make=lambda: (i for i in ()), nan=lambda: float("nan"), inf=lambda: float("inf"),
    )  # fmt: skip
    with pytest.raises(AnswerError, match=words) as caught:
        call(answer)
    assert "\n" not in str(caught.value)
    assert " at 0x" not in str(caught.value)
    assert "problem" in answer.transcript[-1].reply


def test_the_error_names_the_students_line(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text("def f(x):\n    y = x + 1\n    return undefined_name + y\n")
    namespace: dict = {}
    exec(compile(path.read_text(), str(path), "exec"), namespace)
    with pytest.raises(AnswerError, match=r'line 3: "return undefined_name \+ y"'):
        answer_of(f=namespace["f"]).call("f", 1)


def test_not_implemented_is_not_attempted():
    def f():
        raise NotImplementedError

    with pytest.raises(NotAttempted):
        answer_of(f=f).call("f")


def test_control_c_goes_through():
    def f():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        answer_of(f=f).call("f")


def test_allowing_is_for_its_own_calls_only():
    answer = answer_of(f=lambda: float("inf"))
    assert answer.allowing("inf").call("f") == float("inf")
    with pytest.raises(AnswerError):
        answer.call("f")
    assert len(answer.transcript) == 2
    with pytest.raises(ValueError, match="kinds"):
        answer.allowing("all")


def test_warnings_of_the_answer_stay_quiet(recwarn):
    assert answer_of(f=lambda x: (1 / x).tolist()).allowing("inf").call("f", np.zeros(1)) == [np.inf]
    assert len(recwarn) == 0


def _remote_module():
    spec = importlib.util.spec_from_file_location("remote_host", REMOTE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class RemoteAnswer(Answer):
    """The answer in another process; only text goes through the pipe."""

    def __init__(self, file: Path):
        super().__init__()
        command = [sys.executable, str(REMOTE), str(file)]
        self.codec = _remote_module()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _send(self, request):
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps(self.codec.encode(request)), file=self.process.stdin, flush=True)
        return self.codec.decode(json.loads(self.process.stdout.readline()))


@pytest.mark.parametrize("name", exercise_names(Path(__file__).parents[2]))
def test_the_contract_holds_in_another_process(name):
    exercise = load_exercise(name)
    file = exercise.bank("wrong_")[0]
    answer = RemoteAnswer(exercise.folder / file)
    report = judge(exercise, answer, seed=5)
    answer.process.communicate()
    assert report.misconception == file
    assert report == judge(exercise, LocalAnswer(namespace_of(exercise, file)), seed=5)


def test_a_lying_host_is_looked_at_again():
    class Liar(Answer):
        def _send(self, request):
            return {"value": np.ones(2).view(type("Sub", (np.ndarray,), {}))}

    with pytest.raises(AnswerError, match="returned a Sub"):
        Liar().call("f")


def test_whoever_must_keep_the_arguments_may_not_change_them():
    source = """
import numpy as np

def tidy(x, y=None): return x + 1
def untidy(x): x += 1; return x
def sly(x, y): y[0, 0] = 7.0; return 1
def same(x): x[:] = x; return x
"""
    answer = LocalAnswer(execute(source, "arguments"))
    x = np.zeros((2, 2))
    assert answer.call("untidy", x).tolist() == [[1, 1], [1, 1]]
    assert x.tolist() == [[0, 0], [0, 0]]
    assert answer.keeping().call("tidy", x, y=x).tolist() == [[1, 1], [1, 1]]
    assert answer.keeping().call("same", x).tolist() == [[0, 0], [0, 0]]
    for call in (lambda a: a.call("untidy", x), lambda a: a.call("sly", 1, y=x)):
        with pytest.raises(AnswerError, match="changes an array that it was given: work on a copy"):
            call(answer.keeping())
    with pytest.raises(AnswerError, match="changes an array"):
        answer.keeping().allowing("nan").call("untidy", x)
    with pytest.raises(AnswerError, match="changes an array"):
        answer.allowing("nan").keeping().call("untidy", x)
