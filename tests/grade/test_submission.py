"""The folder of submissions: everybody is found, nothing odd is followed, opened or left out."""

import json
import os
import types

import pytest

from simlib.grade.submission import TWICE, read_content, submissions

TOPIC = "01_stochastic"
EMPTY = json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def found(folder, assignment="hw1"):
    return {s.student: s for s in submissions(folder, assignment, [TOPIC])}


def put(path, text=EMPTY):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_three_ways_to_hand_in(tmp_path):
    one = put(tmp_path / "ann.ipynb")
    two = put(tmp_path / "bob" / f"{TOPIC}.ipynb")
    three = put(tmp_path / "cem" / "hw1" / f"{TOPIC}.ipynb")
    put(tmp_path / "cem" / "hw2" / f"{TOPIC}.ipynb")
    got = found(tmp_path)
    assert [(s, got[s].notebooks, got[s].problem) for s in got] == [
        ("ann", (one,), ""),
        ("bob", (two,), ""),
        ("cem", (three,), ""),
    ]


def test_one_notebook_of_another_name_is_taken_and_two_are_not(tmp_path):
    only = put(tmp_path / "ann" / "final.ipynb")
    put(tmp_path / "bob" / "a.ipynb")
    put(tmp_path / "bob" / "b.ipynb")
    right = put(tmp_path / "cem" / f"{TOPIC}.ipynb")
    put(tmp_path / "cem" / "copy.ipynb")
    (tmp_path / "dan").mkdir()
    got = found(tmp_path)
    assert (got["ann"].notebooks, got["ann"].notes) == (
        (only,),
        (f"final.ipynb was taken for {TOPIC}.ipynb",),
    )
    assert got["bob"].problem == f"2 notebooks, and none is called {TOPIC}.ipynb"
    assert (got["cem"].notebooks, got["cem"].notes) == ((right,), ("copy.ipynb was not looked at",))
    assert got["dan"].problem == "no notebook was handed in"


def test_an_id_that_comes_twice_is_nobody_s(tmp_path):
    put(tmp_path / "ann.ipynb")
    put(tmp_path / "ann" / f"{TOPIC}.ipynb")
    both = submissions(tmp_path, "hw1", [TOPIC])
    assert [(s.student, s.notebooks, s.problem) for s in both] == [("ann", (), TWICE)] * 2


def test_links_and_devices_are_not_followed(tmp_path):
    outside = put(tmp_path / "outside" / "secret.ipynb")
    folder = tmp_path / "in"
    put(folder / "ann" / "x.txt")
    os.symlink(outside, folder / "ann" / f"{TOPIC}.ipynb")
    os.symlink(outside, folder / "bob.ipynb")
    os.symlink(outside.parent, folder / "cem")
    os.mkfifo(folder / "dan.ipynb")
    (folder / "eve").mkdir()
    os.mkfifo(folder / "eve" / f"{TOPIC}.ipynb")
    (folder / "fay").mkdir()
    os.symlink(outside.parent, folder / "fay" / "hw1")
    (folder / "gil" / f"{TOPIC}.ipynb").mkdir(parents=True)
    got = found(folder)
    assert list(got) == ["ann", "bob", "cem", "dan", "eve", "fay", "gil"]
    assert not any(s.notebooks for s in got.values())
    assert all(s.problem for s in got.values())


def test_a_link_put_in_after_the_look_is_not_followed(tmp_path):
    path = put(tmp_path / "ann.ipynb")
    path.unlink()
    os.symlink(put(tmp_path / "secret.txt"), path)
    content = read_content([path])
    assert content.cells == ()
    assert "ann.ipynb cannot be read" in content.notes[0]


def test_strange_names_are_names(tmp_path):
    names = ["=1+1", "a b", "-rf", "..hidden", "né", "x\ny", "<b>", "%2e%2e", "a'b\"c", "nul\x7f"]
    for name in names:
        put(tmp_path / name / f"{TOPIC}.ipynb")
    put(tmp_path / ".DS_Store")
    put(tmp_path / "notes.txt")
    got = found(tmp_path)
    plain = {"x\ny": "x y", "nul\x7f": "nul"}  # an id is one line, of what can be seen
    assert set(got) == {*(plain.get(name, name) for name in names), "notes.txt"} - {"..hidden"}
    assert got["notes.txt"].problem == "not a notebook"


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        (b"{", "is not a notebook"),
        (b"[]", "is not a notebook"),
        (b'{"cells": 3}', "is not a notebook"),
        (b"[" * 200_000, "is not a notebook"),
        (b'{"cells": [' + b"[" * 200_000, "is not a notebook"),
        (b"\xff\xfe\x00", "is not a notebook"),
        (b"", "is not a notebook"),
        (b'{"cells": [' + b"9" * 5000 + b"]}", "is not a notebook"),
        (b" " * (20 * 2**20 + 1), "larger than 20 MiB"),
    ],
)
def test_what_is_no_notebook_is_a_note(tmp_path, raw, note):
    path = tmp_path / "ann.ipynb"
    path.write_bytes(raw)
    content = read_content([path])
    assert content.cells == ()
    assert [note in told for told in content.notes] == [True]


def test_cells_of_any_kind_do_no_harm(tmp_path):
    cells = [
        3,
        None,
        [],
        {},
        {"cell_type": "code"},
        {"cell_type": "code", "source": 3, "metadata": 4},
        {"cell_type": "code", "source": ["a", 3, "b"], "metadata": {"tags": "answer:x"}},
        {"cell_type": ["code"], "source": "c", "metadata": {}},
        {"cell_type": "code", "source": "d", "metadata": {"tags": [3, ["x"], "answer:x"]}},
        {"cell_type": "code", "source": "# answer: y\ne", "metadata": None},
        {"cell_type": "code", "source": "f\n# answer: y", "metadata": {"tags": None}},
    ]
    path = put(
        tmp_path / "a.ipynb", json.dumps({"cells": cells, "metadata": {"simlib_release": {"version": 3}}})
    )
    content = read_content([path])
    assert [(cell.source, cell.marks) for cell in content.cells] == [
        ("ab", ("",)),
        ("d", ("answer:x", "")),
        ("# answer: y\ne", ("answer:y",)),
        ("f\n# answer: y", ("",)),
    ]
    assert content.stamps == ()


def test_when_it_was_handed_in(tmp_path):
    path = put(tmp_path / "ann" / f"{TOPIC}.ipynb")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert found(tmp_path)["ann"].timestamp == "2023-11-14 22:13:20"
    put(tmp_path / "ann" / "timestamp.txt", "2026-01-02 03:04:05.678 UTC\n")  # not nbgrader's place for it
    assert found(tmp_path)["ann"].timestamp == "2023-11-14 22:13:20"


def test_when_nbgrader_collected_it(tmp_path):
    os.utime(put(tmp_path / "ann" / "hw1" / f"{TOPIC}.ipynb"), (1_700_000_000, 1_700_000_000))
    put(tmp_path / "ann" / "hw1" / "timestamp.txt", "2026-01-02 03:04:05.678 UTC\n")
    assert found(tmp_path)["ann"].timestamp == "2026-01-02 03:04:05.678000"
    put(tmp_path / "ann" / "hw1" / "timestamp.txt", "=cmd()" * 100)
    assert found(tmp_path)["ann"].timestamp == "2023-11-14 22:13:20"


@pytest.mark.parametrize("year", [1e14, -1e14, float("nan")])
def test_a_time_that_cannot_be_is_none(tmp_path, monkeypatch, year):
    """File systems keep what an archive claims, such as the year 11476; this one may cut it off."""
    put(tmp_path / "ann.ipynb")
    submission = found(tmp_path)["ann"]
    monkeypatch.setattr(os, "lstat", lambda path: types.SimpleNamespace(st_mtime=year))
    assert submission.timestamp == ""


def test_ids_that_look_the_same_are_one(tmp_path):
    for name in ("ann", "ann ", "ann\u200b", "jose\u0301", "jos\xe9", "\u200b"):
        put(tmp_path / name / f"{TOPIC}.ipynb")
    got = submissions(tmp_path, TOPIC, [TOPIC])
    assert sorted((s.student, s.problem == TWICE) for s in got) == [
        ("(no name)", False),
        *[("ann", True)] * 3,
        *[("jos\xe9", True)] * 2,
    ]


def test_the_digest_is_of_the_bytes(tmp_path):
    one, two = put(tmp_path / "a.ipynb"), put(tmp_path / "b.ipynb", EMPTY + " ")
    assert read_content([one]).digest == read_content([one]).digest != read_content([two]).digest
