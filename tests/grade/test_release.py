"""What students get: no answers, no banks, stamped; a variant of one's own, and the judge knows whose."""

import json
import os
import subprocess
import sys
from collections import Counter

import pytest

import simlib
from simlib.exercise.card import load_exercise
from simlib.grade.assignment import find_assignment
from simlib.grade.grade import grade_folder
from simlib.grade.release import release, variant_of

from .conftest import COURSE, notebook

FILES = {"card.md", "stub.py", "checks.py"}


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_bundle_holds_no_answer_and_no_bank(tmp_path):
    (bundle,) = release("quiz", tmp_path / "release", exercises=COURSE)
    own = {f"exercises/quiz/{name}/{file}" for name in ("spread", "tally") for file in FILES}
    assert names(bundle) == own | {"quiz.ipynb", "README.md", ".simlib-release"}
    text = "".join((bundle / name).read_text() for name in names(bundle))
    assert "max(x) - min(x)" not in text
    assert "how high, not how far apart" not in text
    assert json.loads((bundle / "quiz.ipynb").read_text())["metadata"]["simlib_release"] == {
        "assignment": "quiz",
        "version": simlib.__version__,
    }


def test_the_whole_chapter_comes_with_its_own_notebook(tmp_path):
    (bundle,) = release("01", tmp_path)
    notebook = json.loads((bundle / "01_stochastic.ipynb").read_text())
    assert len(notebook["cells"]) > 20
    assert not any(cell.get("outputs") for cell in notebook["cells"])
    assert not [name for name in names(bundle) if "answer.py" in name or "bank" in name]


def test_a_list_makes_a_sheet(tmp_path):
    (bundle,) = release("quiz/tally,quiz/spread", tmp_path, name="week1", exercises=COURSE)
    sheet = json.loads((bundle / "week1.ipynb").read_text())
    assert bundle == tmp_path / "week1"
    tags = [cell["metadata"]["tags"] for cell in sheet["cells"] if cell["metadata"]]
    assert tags == [["answer:quiz/tally"], ["answer:quiz/spread"]]
    nbformat = pytest.importorskip("nbformat")
    nbformat.validate(nbformat.from_dict(sheet))


def test_the_practice_checks_work_in_the_bundle(tmp_path):
    (bundle,) = release("quiz/spread", tmp_path, exercises=COURSE)
    (bundle / "mine.py").write_text("def spread(x):\n    return float(max(x) - min(x))\n")
    run = [sys.executable, "-m", "simlib.cli"]
    done = subprocess.run(
        [*run, "check", "quiz/spread", "mine.py"], cwd=bundle, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.split("\n")[0]) == (0, "quiz/spread: 3 of 3 points"), done.stderr
    (bundle / "mine.py").write_text("def spread(x):\n    return float(max(x))\n")
    done = subprocess.run(
        [*run, "check", "quiz/spread", "mine.py"], cwd=bundle, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "The spread of many numbers is wrong." in done.stdout
    done = command(bundle, "solution", "quiz/spread")
    assert done.returncode == 2
    assert "came without answers" in done.stderr


def command(folder, *arguments):
    run = [sys.executable, "-m", "simlib.cli", *arguments]
    plain = {name: value for name, value in os.environ.items() if name != "SIMLIB_COURSE"}
    return subprocess.run(run, cwd=folder, env=plain, capture_output=True, text=True, timeout=60)


def test_what_is_there_is_left_alone(tmp_path):
    (bundle,) = release("quiz", tmp_path, exercises=COURSE)
    (bundle / "quiz.ipynb").write_text("my own")
    assert release("quiz", tmp_path, exercises=COURSE) == []
    assert (bundle / "quiz.ipynb").read_text() == "my own"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["quiz"]


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text("student_id\n" + "".join(f"s{i}\n" for i in range(12)) + "=odd/name\n")
    return path


@pytest.mark.usefixtures("sandboxed")
def test_everyone_has_a_variant_and_the_judge_knows_whose(tmp_path, roster):
    made = release("vary/scaled", tmp_path / "release", name="hw", exercises=COURSE, roster=roster)
    assert len(made) == 13
    kept = json.loads((tmp_path / "release" / "hw" / "variants.json").read_text())
    factors = {student: value["vary/scaled"]["factor"] for student, value in kept["values"].items()}
    assert len(set(factors.values())) >= 2
    for student, factor in factors.items():
        if student != "=odd/name":
            stub = (tmp_path / "release" / "hw" / student / "exercises/vary/scaled/stub.py").read_text()
            assert f"{factor} times x." in stub
    folder = tmp_path / "in"
    for student in [*(f"s{i}" for i in range(12)), "stranger"]:
        answer = f"def scaled(x):\n    return {factors.get(student, 2)} * x"
        notebook(folder / f"{student}.ipynb", {"vary/scaled": answer})
    first, other = next(
        (a, b) for a in factors for b in factors if factors[a] != factors[b] and b != "=odd/name"
    )
    copied = f"def scaled(x):\n    return {factors[first]} * x"
    notebook(folder / f"{other}.ipynb", {"vary/scaled": copied})
    result = grade_folder(
        folder,
        "vary/scaled",
        tmp_path / "x.csv",
        name="hw",
        exercises=COURSE,
        variants=tmp_path / "release" / "hw" / "variants.json",
    )
    scores = {row.student: row.score for row in result.rows}
    assert scores.pop("stranger") is None
    assert scores.pop(other) == 0.0
    assert set(scores.values()) == {1.0}


def test_a_second_release_keeps_whose_is_whose(tmp_path, roster):
    release("vary/scaled", tmp_path, name="hw", exercises=COURSE, roster=roster)
    before = (tmp_path / "hw" / "variants.json").read_text()
    roster.write_text(roster.read_text() + "late\n")
    (made,) = release("vary/scaled", tmp_path, name="hw", exercises=COURSE, roster=roster)
    after = json.loads((tmp_path / "hw" / "variants.json").read_text())
    assert made.name == "late"
    assert json.loads(before)["values"].items() <= after["values"].items()


def test_variants_are_spread_evenly():
    exercise = load_exercise("vary/scaled", COURSE)
    counts = Counter(variant_of("secret", f"s{i}", exercise)["factor"] for i in range(4000))
    assert sorted(counts) == [2, 3, 5, 7]
    assert max(abs(n - 1000) for n in counts.values()) < 150  # 5.5 standard deviations


def test_a_variant_is_in_every_file():
    exercise = load_exercise("vary/scaled", COURSE, {"factor": 5})
    assert "return 5 * x" in exercise.source("answer.py")
    assert exercise.prompt == "Return 5 times `x`."
    assert exercise.hints[1] == "By 5."
    assert "VARIANT" not in exercise.stub + exercise.source("checks.py") + exercise.source(
        "bank/wrong_power.py"
    )
    assert load_exercise("vary/scaled", COURSE).prompt == "Return 2 times `x`."
    with pytest.raises(ValueError, match=r"variant factor must be one of 2, 3, 5, 7; got 4"):
        load_exercise("vary/scaled", COURSE, {"factor": 4})
    with pytest.raises(ValueError, match=r"variant other must be one of no parameter of that name; got 1"):
        load_exercise("vary/scaled", COURSE, {"other": 1})


def test_variants_of_another_assignment_are_refused(tmp_path, roster):
    from simlib.grade.release import read_variants

    release("vary/scaled", tmp_path, name="hw", exercises=COURSE, roster=roster)
    other = find_assignment("quiz/tally", COURSE)
    with pytest.raises(ValueError, match="variants must be those of tally; got those of hw"):
        read_variants(tmp_path / "hw" / "variants.json", other)
    with pytest.raises(ValueError, match=r"must be a variants\.json of `simlib release`"):
        read_variants(roster, other)


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("nowhere", None, "assignment must be a chapter with exercises"),
        ("", None, "assignment must be a chapter with exercises"),
        ("quiz/nothing", None, "no exercise is called"),
        ("quiz", "../up", "the assignment's name must be letters"),
    ],
)
def test_wrong_assignments_are_sentences(tmp_path, text, name, sentence):
    with pytest.raises((LookupError, ValueError), match=sentence):
        release(text, tmp_path, name=name, exercises=COURSE)
    assert list(tmp_path.iterdir()) == []
