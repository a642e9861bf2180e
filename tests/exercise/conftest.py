"""Tests of exercises run outside the course's tree: nothing can be written into it by accident."""

import shutil
from pathlib import Path

import pytest

from simlib.course import MARKER

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch, tmp_path):
    monkeypatch.setenv("SIMLIB_COURSE", str(ROOT))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")


@pytest.fixture
def student(monkeypatch, tmp_path):
    """A student's folder, which is also the current one."""
    folder = tmp_path / "my"
    folder.mkdir()
    (folder / MARKER).touch()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def course_copy(tmp_path, monkeypatch):
    """A course of one's own to spoil, with the exercises in it."""
    course = tmp_path / "course"
    ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    shutil.copytree(ROOT / "exercises", course / "exercises", ignore=ignore)
    for name in ("book", "labs"):
        (course / name).mkdir()
    monkeypatch.setenv("SIMLIB_COURSE", str(course))
    return course
