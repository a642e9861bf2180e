"""The banks of all exercises, in the real sandbox: the same verdicts and misconceptions as in practice."""

import pytest

from simlib.exercise.card import exercise_names, load_exercise
from simlib.exercise.check import report_on
from simlib.exercise.run import run_checks, run_source
from simlib.grade.remote import SandboxAnswer

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("sandboxed")]


@pytest.mark.parametrize("name", exercise_names())
def test_the_sandbox_gives_the_verdicts_of_the_bank(name, seed):
    exercise = load_exercise(name)
    files = [
        "stub.py",
        "answer.py",
        *(f for kind in ("ok_", "wrong_", "unseen_") for f in exercise.bank(kind)),
    ]
    for file in files:
        with SandboxAnswer([exercise.source(file)], exercise.modules) as answer:
            run = run_checks(exercise, answer, seed)
        here = run_source(exercise, file, seed)
        got = [(outcome.title, outcome.verdict) for outcome in run.outcomes]
        assert got == [(outcome.title, outcome.verdict) for outcome in here.outcomes], file
        right = file == "answer.py" or file.startswith(("bank/ok_", "bank/unseen_ok_"))
        assert run.passed == right, file
        there, practice = report_on(exercise, run, seed), report_on(exercise, here, seed)
        assert (there.misconception, there.attempted) == (practice.misconception, practice.attempted), file
