"""The course's folder and the student's copies: found in order, copied whole, never overwritten."""

import json
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from simlib import course as module
from simlib.course import MARKER, course_folder, outdated, serve_lab, start_chapters, student_folder

CHAPTERS = ("00_start", "01_stochastic", "02_lower_bounds", "10_knapsacks", "A_concentration")


def make_course(folder):
    for part in ("book", "labs", "exercises"):
        (folder / part).mkdir(parents=True)
    return folder.resolve()


def write(path, *texts, outputs=()):
    """A notebook: its first text is prose, the others are code that was run."""
    cells = [{"cell_type": "markdown", "metadata": {}, "source": texts[0]}]
    for text in texts[1:]:
        ran = {"execution_count": 7, "metadata": {}, "outputs": list(outputs)}
        cells.append({"cell_type": "code", "source": text, **ran})
    notebook = {"cells": cells, "metadata": {"kernelspec": {"name": "python3"}, "simlib": {"code": "a hash"}}}
    path.write_text(json.dumps({**notebook, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")


def text_of(path):
    """The prose of a notebook."""
    return json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"]


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course with chapters, which is the one in force."""
    folder = make_course(tmp_path / "course")
    for name in (*CHAPTERS, "notes"):
        write(folder / "book" / f"{name}.ipynb", f"the chapter {name}")
    (folder / "book" / "03_thompson.md").write_text("not built yet")
    monkeypatch.setenv("SIMLIB_COURSE", str(folder))
    return folder


def names(paths):
    return [path.name.removesuffix(".ipynb") for path in paths]


def test_the_environment_comes_first(course, tmp_path, monkeypatch):
    other = make_course(tmp_path / "other")
    monkeypatch.chdir(other)
    assert course_folder() == course
    assert course_folder(other) == course
    monkeypatch.setenv("SIMLIB_COURSE", "")
    assert course_folder() == other


def test_then_the_nearest_folder_upwards(tmp_path, monkeypatch):
    monkeypatch.delenv("SIMLIB_COURSE", raising=False)
    outer = make_course(tmp_path / "outer")
    inner = make_course(outer / "deep" / "inner")
    (inner / "book" / "a" / "b").mkdir(parents=True)
    assert course_folder(inner / "book" / "a" / "b") == inner
    assert course_folder(inner.parent) == outer
    monkeypatch.chdir(inner / "labs")
    assert course_folder() == inner


def test_then_the_one_around_the_package(tmp_path, monkeypatch, root):
    monkeypatch.delenv("SIMLIB_COURSE", raising=False)
    (tmp_path / "book").mkdir()  # a book alone makes no course
    assert course_folder(tmp_path) == root


def test_no_course_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.delenv("SIMLIB_COURSE", raising=False)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "site" / "simlib" / "course.py"))
    with pytest.raises(FileNotFoundError) as error:
        course_folder(tmp_path)
    where = f"no course folder (with book, labs, exercises) in {tmp_path.resolve()} or above"
    assert str(error.value) == f"{where}: go to your clone of the course, or set SIMLIB_COURSE to it"


def test_a_wrong_environment_is_named_and_not_passed_over(course, tmp_path, monkeypatch):
    monkeypatch.chdir(course)
    monkeypatch.setenv("SIMLIB_COURSE", str(tmp_path))
    with pytest.raises(FileNotFoundError) as error:
        course_folder()
    assert str(error.value) == f"SIMLIB_COURSE must be a folder with book, labs, exercises; got {tmp_path}"


def test_the_students_folder_is_the_nearest_with_the_marker(course, tmp_path, monkeypatch):
    assert student_folder(tmp_path) is None
    start_chapters(["00"], tmp_path / "my")
    (tmp_path / "my" / "deep").mkdir()
    assert student_folder(tmp_path / "my" / "deep") == (tmp_path / "my").resolve()
    assert student_folder(tmp_path) is None
    monkeypatch.chdir(tmp_path / "my")
    assert student_folder() == (tmp_path / "my").resolve()


@pytest.mark.parametrize(
    ("which", "copied"),
    [
        (None, CHAPTERS),
        ([], CHAPTERS),
        (["01"], ("01_stochastic",)),
        (["0"], ("00_start", "01_stochastic", "02_lower_bounds")),
        (["1"], ("10_knapsacks",)),
        (["A", "01_stochastic"], ("01_stochastic", "A_concentration")),
    ],
)
def test_chapters_are_copied_by_the_beginning_of_their_name(course, tmp_path, which, copied):
    target = tmp_path / "new" / "my"
    assert names(start_chapters(which, target)) == list(copied)
    assert sorted(path.name for path in target.iterdir()) == sorted([MARKER, *(f"{c}.ipynb" for c in copied)])
    for name in copied:
        assert text_of(target / f"{name}.ipynb") == f"the chapter {name}"


def test_a_copy_is_never_overwritten(course, tmp_path):
    start_chapters(["01"], tmp_path / "my")
    (tmp_path / "my" / "01_stochastic.ipynb").write_text("my work")
    write(course / "book" / "01_stochastic.ipynb", "a new edition")
    assert names(start_chapters(None, tmp_path / "my")) == [c for c in CHAPTERS if c != "01_stochastic"]
    assert (tmp_path / "my" / "01_stochastic.ipynb").read_text() == "my work"
    assert start_chapters(["01"], tmp_path / "my") == []


def test_a_link_that_leads_nowhere_is_not_overwritten_either(course, tmp_path):
    (tmp_path / "my").mkdir()
    link = tmp_path / "my" / "01_stochastic.ipynb"
    link.symlink_to(tmp_path / "a disk that is not plugged in")
    assert start_chapters(["01"], tmp_path / "my") == []
    assert link.is_symlink()


def test_the_labs_of_a_chapter_come_along_and_links_hold(course, tmp_path):
    (course / "labs" / "arms").mkdir()
    (course / "labs" / "README.md").write_text("how a lab is made")
    (course / "labs" / "arms" / "claim.py").write_text("CLAIMS = []")
    (course / "labs" / "arms" / "lab.md").write_text("the source stays")
    write(course / "labs" / "arms" / "lab.ipynb", "back to [1](../../book/01_stochastic.ipynb)")
    (course / "labs" / "other").mkdir()
    write(course / "labs" / "other" / "lab.ipynb", "nobody links it")
    write(course / "book" / "01_stochastic.ipynb", "see [the lab](../labs/arms/lab.ipynb)")
    target = tmp_path / "my"
    new = [path.relative_to(target).as_posix() for path in start_chapters(["01"], target)]
    assert new == ["01_stochastic.ipynb", "labs/README.md", "labs/arms/claim.py", "labs/arms/lab.ipynb"]
    assert text_of(target / "01_stochastic.ipynb") == "see [the lab](labs/arms/lab.ipynb)"
    assert text_of(target / "labs/arms/lab.ipynb") == "back to [1](../../01_stochastic.ipynb)"
    assert (target / "labs/arms/claim.py").read_text() == "CLAIMS = []"
    assert start_chapters(None, target) == [target / f"{c}.ipynb" for c in CHAPTERS if c != "01_stochastic"]


def test_a_copy_has_no_outputs_so_that_one_can_guess_first(course, tmp_path):
    shown = {"output_type": "stream", "name": "stdout", "text": "the answer"}
    write(course / "book" / "01_stochastic.ipynb", "guess", "print('the answer')", outputs=[shown])
    (copy,) = start_chapters(["01"], tmp_path)
    notebook = json.loads(copy.read_text(encoding="utf-8"))
    assert notebook["cells"][1]["source"] == "print('the answer')"
    assert notebook["cells"][1]["outputs"] == []
    assert notebook["cells"][1]["execution_count"] is None
    assert notebook["metadata"] == {"kernelspec": {"name": "python3"}}


def test_a_citation_is_read_as_a_name_and_a_year(course, tmp_path):
    write(
        course / "book" / "01_stochastic.ipynb",
        "by {cite}`Auer2002` and {cite:t}`Thompson1933, Lai1985`; \u00fc",
    )
    (copy,) = start_chapters(["01"], tmp_path)
    assert text_of(copy) == "by Auer (2002) and Thompson (1933); Lai (1985); \u00fc"


def test_a_copy_of_which_there_is_a_newer_edition_is_named(course, tmp_path, served, capsys):
    target = tmp_path / "my"
    start_chapters(["01", "02"], target)
    write(target / "01_stochastic.ipynb", "my work")  # as a student should
    assert outdated(target) == []
    shown = {"output_type": "stream", "name": "stdout", "text": "other milliseconds"}
    write(course / "book" / "02_lower_bounds.ipynb", "the chapter 02_lower_bounds", outputs=[shown])
    assert outdated(target) == []  # run again is not written again
    write(course / "book" / "01_stochastic.ipynb", "a new edition")
    assert outdated(target) == [target / "01_stochastic.ipynb"]
    serve_lab(target, free_port())
    assert f"kept {target / '01_stochastic.ipynb'}; the course has a newer one" in capsys.readouterr().out
    (target / "01_stochastic.ipynb").rename(target / "old.ipynb")
    start_chapters(["01"], target)
    assert outdated(target) == []
    assert text_of(target / "old.ipynb") == "my work"


@pytest.mark.parametrize("marker", ["", "[]", "{", "not JSON"])
def test_copies_of_which_nothing_is_known_are_not_called_old(course, tmp_path, marker):
    start_chapters(["01"], tmp_path)
    (tmp_path / MARKER).write_text(marker)
    write(course / "book" / "01_stochastic.ipynb", "a new edition")
    assert outdated(tmp_path) == []
    start_chapters(["02"], tmp_path)
    write(course / "book" / "02_lower_bounds.ipynb", "a new edition")
    assert outdated(tmp_path) == [tmp_path / "02_lower_bounds.ipynb"]


@pytest.mark.parametrize(
    ("which", "said"),
    [
        (["99"], "chapter must be one of 00_start, 01_stochastic, 02_lower_bounds, 10_knapsacks, A_concen"),
        (["01", "02_lower_bound5"], "chapter must be one of 02_lower_bounds; got 02_lower_bound5"),
        (["03"], "chapter must be one of 00_start"),  # its source is there, its notebook is not
        (["notes"], "chapter must be one of"),
    ],
)
def test_an_unknown_chapter_names_the_nearest_and_nothing_is_copied(course, tmp_path, which, said):
    with pytest.raises(LookupError) as error:
        start_chapters(which, tmp_path / "my")
    assert str(error.value).startswith(said)
    assert not (tmp_path / "my").exists()


@pytest.mark.parametrize("inside", ["", "deeper", "deeper/still"])
def test_a_file_in_the_way_is_named(course, tmp_path, inside):
    (tmp_path / "my").write_text("a file")
    with pytest.raises(ValueError) as error:
        start_chapters(None, tmp_path / "my" / inside)
    assert str(error.value) == (
        f"the folder for your copies must be a folder; got the file {tmp_path / 'my'}"
    )
    assert (tmp_path / "my").read_text() == "a file"


def test_an_interrupted_copy_leaves_no_half_chapter_and_is_made_whole(course, tmp_path, monkeypatch):
    def never(part, copy):
        part.write_text(part.read_text()[:5])
        raise KeyboardInterrupt

    copy = tmp_path / "my" / "01_stochastic.ipynb"
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", never)
        with pytest.raises(KeyboardInterrupt):
            start_chapters(["01"], tmp_path / "my")
    assert not copy.exists()
    assert start_chapters(["01"], tmp_path / "my") == [copy]
    assert text_of(copy) == "the chapter 01_stochastic"
    assert sorted(os.listdir(tmp_path / "my")) == [MARKER, "01_stochastic.ipynb"]


@pytest.fixture
def served(monkeypatch):
    """What serve_lab would have run: a list of (command, environment)."""
    calls = []
    monkeypatch.setattr(module, "_run_to_its_end", lambda *call: calls.append(call) or 5)
    return calls


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_lab_is_served_from_the_copies_with_the_token_that_is_printed(course, tmp_path, served, capsys):
    port = free_port()
    assert serve_lab(tmp_path / "my", port, browser=False) == 5
    [(command, environment)] = served
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={(tmp_path / 'my').resolve()}" in command
    assert f"--ServerApp.port={port}" in command
    assert "--no-browser" in command
    assert len(environment["JUPYTER_TOKEN"]) >= 32
    assert f"http://localhost:{port}/lab?token={environment['JUPYTER_TOKEN']}" in capsys.readouterr().out
    assert environment["SIMLIB_COURSE"] == str(course)
    assert environment["PATH"].split(os.pathsep)[0] == os.path.dirname(sys.executable)
    assert (tmp_path / "my" / "01_stochastic.ipynb").exists()


def test_each_server_has_a_token_of_its_own_unless_one_is_given(course, tmp_path, served, monkeypatch):
    monkeypatch.delenv("JUPYTER_TOKEN", raising=False)
    for _ in range(2):
        serve_lab(tmp_path / "my", free_port())
    monkeypatch.setenv("JUPYTER_TOKEN", "mine")
    serve_lab(tmp_path / "my", free_port())
    tokens = [environment["JUPYTER_TOKEN"] for _, environment in served]
    assert len(set(tokens)) == 3
    assert tokens[2] == "mine"
    assert all("--no-browser" not in command for command, _ in served)


def test_a_port_that_is_taken_is_said_and_nothing_is_copied(course, tmp_path, served):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ValueError) as error:
            serve_lab(tmp_path / "my", port)
    said = f"port must be free; got {port}, where another program listens: try --port {port + 1}"
    assert str(error.value).startswith(said)
    assert served == []
    assert not (tmp_path / "my").exists()


@pytest.mark.parametrize("port", [0, -1, 65536, 88.5])
def test_a_port_that_cannot_be_is_refused(course, tmp_path, served, port):
    with pytest.raises(ValueError, match=r"port must be an int in \[1, 65535\]; got"):
        serve_lab(tmp_path / "my", port)
    assert served == []


def test_without_jupyterlab_the_install_is_named(course, tmp_path, served, monkeypatch):
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(FileNotFoundError, match=r"JupyterLab is not installed: run `pip install 'simlib\[co"):
        serve_lab(tmp_path / "my", free_port())
    assert served == []


def test_our_own_handlers_of_signals_are_put_back():
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(number) for number in numbers]
    assert module._run_to_its_end([sys.executable, "-c", "raise SystemExit(3)"], dict(os.environ)) == 3
    assert [signal.getsignal(number) for number in numbers] == before


SERVER = """
import signal, sys, time
signal.signal(signal.SIGINT, lambda *_: sys.exit(7))
signal.signal(signal.SIGTERM, lambda *_: sys.exit(8))
print("up", flush=True)
time.sleep(60)
"""
WAITS = """
import os, sys
from simlib.course import _run_to_its_end
sys.exit(_run_to_its_end([sys.executable, "-c", {!r}], dict(os.environ)))
"""


@pytest.mark.parametrize(("how", "code"), [("interrupt", 7), ("terminate", 8)])
def test_a_signal_ends_the_server_and_its_exit_code_is_ours(how, code):
    command = [sys.executable, "-c", WAITS.format(SERVER)]
    ours = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert ours.stdout.readline() == "up\n"
        time.sleep(0.2)  # "up" may come before we wait for it
        if how == "interrupt":
            os.killpg(ours.pid, signal.SIGINT)  # Ctrl-C reaches both
        else:
            ours.terminate()
        assert ours.wait(timeout=20) == code
    finally:
        if ours.poll() is None:
            os.killpg(ours.pid, signal.SIGKILL)
        ours.communicate()
