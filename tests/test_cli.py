"""The command: its help, its exit codes, one sentence for what went wrong."""

import re
import subprocess
import sys

import pytest

COMMANDS = ["lab", "start", "check", "hint", "solution", "progress", "claims", "cite", "doctor"]


def simlib(*arguments: str, cwd=None) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "simlib.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120)


def test_version_and_help():
    assert re.fullmatch(r"simlib \d+\.\d+\.\d+\n", simlib("--version").stdout)
    text = simlib("--help").stdout
    assert all(command in text for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    done = simlib(command, "--help")
    assert done.returncode == 0
    assert len(done.stdout) > 100


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "01_stochastic/ucb1_index_rang"], "ucb1_index_range"),
        (["hint", "01_stochastik/decaying_greedy"], "decaying_greedy"),
        (["claims", "slivkin"], "slivkins"),
        (["claims", "slivkins", "--seed", "often"], "seed"),
        (["cite", "simlib.bandit.ucb1.UCB7"], "UCB7"),
        (["cite", "numpy.array"], "must begin with simlib"),
        (["start", "99"], "99"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(arguments, said, tmp_path):
    done = simlib(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_an_unknown_option_is_exit_code_2():
    assert simlib("claims", "--colour").returncode == 2


def test_a_missing_course_folder_is_named(tmp_path):
    # a wheel without the course around it, started in an empty folder
    code = "import simlib.course as c, pathlib; c.__file__ = 'nowhere/simlib/course.py'; c.course_folder()"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert "FileNotFoundError" in done.stderr
    assert "SIMLIB_COURSE" in done.stderr.splitlines()[-1]


def test_cite_prints_the_papers_behind_a_class():
    done = simlib("cite", "simlib.bandit.ucb1.UCB1")
    assert done.returncode == 0
    assert "Auer" in done.stdout
    assert "2002" in done.stdout
