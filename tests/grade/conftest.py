"""A course of two small exercises, and notebooks to hand in for them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from simlib.exercise.card import load_exercise

COURSE = Path(__file__).parent / "course"
NAMES = ("quiz/spread", "quiz/tally")


def right(name: str) -> str:
    """A right answer."""
    return load_exercise(name, COURSE).source("answer.py")


def notebook(path: Path, answers: dict[str, str], **metadata: object) -> Path:
    """A notebook with one tagged cell for each answer."""
    cells = [
        {"cell_type": "code", "metadata": {"tags": [f"answer:{name}"]}, "outputs": [], "source": source}
        for name, source in answers.items()
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))
    return path


@pytest.fixture(scope="session")
def sandboxed():
    """Marks are made on Linux with bubblewrap; anywhere else there is nothing to test."""
    if sys.platform != "linux" or not shutil.which("bwrap"):
        assert not os.environ.get("CI"), "bubblewrap is missing"
        pytest.skip("no bubblewrap here: marks are made on Linux")
