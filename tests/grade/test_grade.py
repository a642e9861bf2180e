"""A class is graded: marks, pages, audit. Again, after an interruption, in parallel: the same to the byte."""

import csv
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from simlib.cluster import workers
from simlib.exit_code import EXIT_REFUSED
from simlib.grade.grade import grade_folder

from .conftest import COURSE, NAMES, notebook, right

pytestmark = pytest.mark.usefixtures("sandboxed")
WRONG = "def spread(x):\n    return float(max(x))"
HALF = {"quiz/spread": "def spread(x):\n    return 0.0", "quiz/tally": right("quiz/tally")}
FULL = {name: right(name) for name in NAMES}
COLUMNS = (
    "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,"
)
COLUMNS += "score,max_score,status,note,sandbox,simlib,edition"


def graded(tmp_path, out="grades.csv", **options):
    return grade_folder(tmp_path / "in", "quiz", tmp_path / out, exercises=COURSE, **options)


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    with path.open(newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def a_class(folder: Path, n: int = 6) -> None:
    bank = [FULL, HALF, {**FULL, "quiz/spread": WRONG}, {"quiz/tally": FULL["quiz/tally"]}]
    for i in range(n):
        notebook(folder / f"s{i:02d}" / "quiz.ipynb", bank[i % len(bank)])


@pytest.fixture
def mixed(tmp_path):
    """One of each kind."""
    folder = tmp_path / "in"
    notebook(folder / "ann.ipynb", FULL)
    notebook(folder / "bob" / "quiz.ipynb", {**FULL, "quiz/spread": WRONG})
    notebook(folder / "cem" / "other.ipynb", HALF, simlib_release={"version": "0.0.1"})
    notebook(folder / "dan.ipynb", {})
    (folder / "eve").mkdir()
    (folder / "fay.ipynb").write_text("{")
    notebook(folder / "gil.ipynb", FULL)
    notebook(folder / "gil" / "quiz.ipynb", FULL)
    return tmp_path


def test_everybody_has_a_row(mixed):
    result = graded(mixed)
    table = (mixed / "grades.csv").read_text()
    assert table.split("\n")[0] == COLUMNS
    assert [(row.student, row.score, row.status) for row in result.rows] == [
        ("ann", 5.0, "graded"),
        ("bob", 2.0, "graded"),
        ("cem", 2.0, "graded"),
        ("dan", 0.0, "nothing to grade"),
        ("eve", 0.0, "nothing to grade"),
        ("fay", 0.0, "nothing to grade"),
        ("gil", None, "undecided"),
        ("gil", None, "undecided"),
    ]
    rows = rows_of(mixed / "grades.csv")
    assert (rows["bob"]["score"], rows["bob"]["raw_score"], rows["bob"]["max_score"]) == ("2", "2", "5")
    assert (
        rows["cem"]["note"]
        == "other.ipynb was taken for quiz.ipynb | made for release 0.0.1, graded by 0.1.0"
    )
    assert rows["fay"]["note"] == "fay.ipynb is not a notebook"
    assert (rows["gil"]["score"], rows["ann"]["sandbox"]) == ("", "bubblewrap")
    assert not result.complete


def test_what_lies_beside_the_marks(mixed):
    result = graded(mixed)
    side = mixed / "grades"
    assert sorted(path.name for path in (side / "feedback").iterdir()) == [
        f"{name}.html" for name in ("ann", "bob", "cem", "dan", "eve", "fay", "gil")
    ]
    lines = [json.loads(line) for line in (side / "audit.jsonl").read_text().splitlines()]
    bob = [line for line in lines if line["student"] == "bob" and line["exercise"] == "quiz/spread"]
    assert [(line["check"], line["verdict"]) for line in bob] == [
        ("Is right for many numbers", "failed"),
        ("Is right for two numbers", "failed"),
        ("Is right for negative numbers, far from zero", "failed"),
    ]
    exchange = bob[1]["shown"][0]
    asked = exchange["asked"]["args"][0]["array"]
    assert exchange["came"]["value"] == max(asked)
    assert bob[0]["seed"] != next(line for line in lines if line["exercise"] == "quiz/tally")["seed"]
    page = (side / "feedback" / "bob.html").read_text()
    assert "The largest number alone says how high, not how far apart." in page
    assert "2 of 5 points" in page
    assert result.summary == (side / "summary.txt").read_text()
    for said in (
        "8 submissions (3 graded, 3 nothing to grade, 2 undecided)",
        "mean 1.50",
        "The largest number alone",
    ):
        assert said in result.summary
    assert (side / "secret.txt").stat().st_mode & 0o077 == 0
    assert side.stat().st_mode & 0o077 == 0


def test_no_feedback_shows_a_wanted_value(mixed):
    """What could be copied: the page holds no number but points."""
    graded(mixed)
    text = (mixed / "grades" / "feedback" / "bob.html").read_text().split("</head>")[1]
    lines = map(json.loads, (mixed / "grades" / "audit.jsonl").read_text().splitlines())
    asked = [a for line in lines for e in line["shown"] for a in e["asked"]["args"]]
    numbers = [x for a in asked for x in (a["array"] if isinstance(a, dict) else [a])]
    assert len(numbers) > 20
    assert not [x for x in numbers if f"{x:.4f}"[:6] in text]


def test_twice_and_in_parallel_the_same_bytes(tmp_path):
    a_class(tmp_path / "in")
    secret = "0123"
    for name, options in (("a.csv", {}), ("b.csv", {"n_jobs": 2})):
        graded(tmp_path, name, secret=secret, **options)
    first = (tmp_path / "a.csv").read_bytes()
    assert first == (tmp_path / "b.csv").read_bytes()
    for name in ("audit.jsonl", "summary.txt", "feedback/s02.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
    graded(tmp_path, "a.csv", secret=secret)
    assert (tmp_path / "a.csv").read_bytes() == first


@pytest.mark.slow
def test_on_a_dask_cluster_the_same_bytes(tmp_path):
    distributed = pytest.importorskip("distributed", reason="pip install 'simlib[cluster]'")
    a_class(tmp_path / "in")
    graded(tmp_path, "a.csv", secret="0123")
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster, workers(cluster.scheduler_address) as n_jobs:
        graded(tmp_path, "b.csv", secret="0123", n_jobs=n_jobs)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_worker_that_the_machine_ends_costs_nobody_a_mark(tmp_path, monkeypatch):
    """Processes of ours may be ended for want of memory: what is missing is then graded one by one."""
    a_class(tmp_path / "in", 3)
    module, asked = importlib.import_module("simlib.grade.grade"), []
    real = module.sweep

    def killed(*arguments, n_jobs, **options):
        asked.append(n_jobs)
        if n_jobs != 1:
            raise BrokenProcessPool("a worker was ended by signal 9")
        return real(*arguments, n_jobs=n_jobs, **options)

    monkeypatch.setattr(module, "sweep", killed)
    assert graded(tmp_path, n_jobs=2).complete
    assert asked == [2, 1]


def test_a_secret_is_kept_and_makes_other_numbers(tmp_path):
    a_class(tmp_path / "in", 1)
    seeds = []
    for name in ("a.csv", "a.csv", "b.csv"):
        graded(tmp_path, name)
        seeds.append(json.loads((tmp_path / name[0] / "audit.jsonl").read_text().splitlines()[0])["seed"])
    assert seeds[0] == seeds[1] != seeds[2]


def test_what_was_changed_is_graded_anew(tmp_path):
    a_class(tmp_path / "in", 2)
    before = graded(tmp_path).rows
    notebook(tmp_path / "in" / "s01" / "quiz.ipynb", FULL)
    after = graded(tmp_path).rows
    assert [row.score for row in before] == [5.0, 2.0]
    assert [row.score for row in after] == [5.0, 5.0]


def test_the_roster_names_people_and_finds_the_absent(tmp_path):
    a_class(tmp_path / "in", 1)
    roster = tmp_path / "class.csv"
    roster.write_text(
        "student_id,last_name,first_name\ns00,O'Neil,Áine\ns77,=HYPERLINK(),B\n", encoding="utf-8"
    )
    graded(tmp_path, roster=roster)
    rows = rows_of(tmp_path / "grades.csv")
    assert (rows["s00"]["last_name"], rows["s00"]["first_name"]) == ("O'Neil", "Áine")
    assert (rows["s77"]["score"], rows["s77"]["note"]) == ("0", "nothing was handed in")
    assert rows["s77"]["last_name"] == "'=HYPERLINK()"
    roster.write_text("student_id\na\na\n")
    with pytest.raises(ValueError, match=r"class.csv, line 3: wanted one student_id .*; got a twice"):
        graded(tmp_path, roster=roster)


def test_without_a_sandbox_nothing_is_written(tmp_path):
    a_class(tmp_path / "in", 1)
    done = command(tmp_path, env={**os.environ, "PATH": ""})
    assert done.returncode == EXIT_REFUSED == 78
    assert (
        done.stderr
        == "simlib: marks need the sandbox bubblewrap, which is missing: apt-get install bubblewrap\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_unsafe_rows_are_no_marks(tmp_path):
    a_class(tmp_path / "in", 2)
    done = command(tmp_path, "--unsafe-no-sandbox", env={**os.environ, "PATH": ""})
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("WITHOUT A SANDBOX")
    rows = rows_of(tmp_path / "grades.csv")
    assert {row["sandbox"] for row in rows.values()} == {"none"}
    assert [row["unsafe_score"] for row in rows.values()] == ["5", "2"]
    assert "score" not in rows["s00"]
    assert "raw_score" not in rows["s00"]
    graded(tmp_path)  # what was done without a sandbox does not count as done
    assert {row["sandbox"] for row in rows_of(tmp_path / "grades.csv").values()} == {"bubblewrap"}


def command(tmp_path, *more, env=None):
    arguments = ["grade", str(tmp_path / "in"), "-a", "quiz", "-o", str(tmp_path / "grades.csv")]
    run = [sys.executable, "-m", "simlib.cli", *arguments, "--exercises", str(COURSE), *more]
    return subprocess.run(run, capture_output=True, text=True, env=env, timeout=120)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"assignment": "quizz"}, r"assignment must be a chapter with exercises, or TOPIC/NAME; got 'quizz'"),
        ({"assignment": "quiz/spreat"}, r"no exercise is called 'quiz/spreat'"),
        ({"out": "grades.xlsx"}, r"must go to a file that ends in \.csv; got .*grades\.xlsx"),
        ({"out": "in/grades.csv"}, r"must not go into the folder of submissions"),
        ({"out": "file/grades.csv"}, r"Not a directory|File exists"),
        ({"folder": "nowhere"}, r"nowhere"),
        ({"folder": "file"}, r"Not a directory"),
    ],
)
def test_wrong_arguments_are_sentences(tmp_path, change, sentence):
    a_class(tmp_path / "in", 1)
    (tmp_path / "file").write_text("")
    wanted = {"folder": "in", "assignment": "quiz", "out": "grades.csv", **change}
    with pytest.raises((LookupError, ValueError, OSError), match=sentence):
        grade_folder(
            tmp_path / wanted["folder"], wanted["assignment"], tmp_path / wanted["out"], exercises=COURSE
        )
    assert not list(tmp_path.glob("**/*.part"))


def test_an_unwritable_or_full_disk_is_a_sentence(tmp_path, monkeypatch):
    a_class(tmp_path / "in", 1)
    write = Path.write_text

    def full(self, *args, **kwargs):
        if "grades.csv" in self.name:
            raise OSError(28, "No space left on device")
        return write(self, *args, **kwargs)

    graded(tmp_path)
    before = (tmp_path / "grades.csv").read_bytes()
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        graded(tmp_path)
    assert (tmp_path / "grades.csv").read_bytes() == before
    assert not list(tmp_path.glob("**/*.part"))


@pytest.mark.slow
def test_killed_at_any_moment_and_resumed_the_same_bytes(tmp_path, seed):
    a_class(tmp_path / "in", 30)
    started = time.monotonic()
    graded(tmp_path, "whole.csv", secret="s", n_jobs=2)
    whole = time.monotonic() - started
    rng = random.Random(seed)
    run = [sys.executable, "-m", "simlib.cli", "grade", str(tmp_path / "in"), "-a", "quiz", "-j", "2"]
    run += ["-o", str(tmp_path / "grades.csv"), "--exercises", str(COURSE), "--secret", "s"]
    kills = 0
    for _ in range(20):
        with subprocess.Popen(
            run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as one:
            try:
                one.wait(0.3 + rng.random() * whole / 4)
            except subprocess.TimeoutExpired:
                os.killpg(one.pid, signal.SIGKILL)
                kills += 1
    assert kills > 0
    assert subprocess.run(run, capture_output=True).returncode == 0
    assert (tmp_path / "grades.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert (tmp_path / "grades" / "audit.jsonl").read_bytes() == (
        tmp_path / "whole" / "audit.jsonl"
    ).read_bytes()
