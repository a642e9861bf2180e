"""The student's way in: `simlib lab` serves JupyterLab, and chapter 1 runs there to its end.

No browser: the server's own REST interface and the kernel's websocket, as JupyterLab uses them.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import websocket

ROOT = Path(__file__).resolve().parents[1]
CHAPTER = "01_stochastic.ipynb"
TOKEN = "a-token-of-this-test"
SECONDS = 240  # for the whole chapter
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # a proxy would not find localhost

pytestmark = pytest.mark.slow


class Server:
    """A running `simlib lab`: its process, its port, the folder with the copies, and its log."""

    def __init__(self, folder: Path):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.folder, self.log = folder / "my", folder / "log"
        # settings of whoever runs the tests must not matter
        own = {f"JUPYTER_{name}_DIR": str(folder / name) for name in ("CONFIG", "DATA", "RUNTIME")}
        own |= {"JUPYTER_TOKEN": TOKEN, "IPYTHONDIR": str(folder / "ipython"), "PYTHONPATH": str(ROOT)}
        env = {**os.environ, **own, "SIMLIB_SIZE": "quick", "SIMLIB_COURSE": str(ROOT)}
        command = [sys.executable, "-m", "simlib.cli", "lab", "--folder", str(self.folder)]
        command += ["--port", str(self.port), "--no-browser"]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, env=env, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )

    def ask(self, path: str, body: dict | None = None) -> Any:
        """The server's answer in JSON; a body makes it a POST."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"token {TOKEN}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/{path}", data, headers)
        with DIRECT.open(request, timeout=30) as answer:
            return json.load(answer)

    def wait(self, seconds: float = 60) -> None:
        """Until it answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                self.ask("status")
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise AssertionError(f"the server did not answer: {self.log.read_text()}")


class Kernel:
    """A kernel behind the server, for one notebook."""

    def __init__(self, server: Server, path: str):
        asked = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        session = server.ask("sessions", asked)
        address = f"ws://127.0.0.1:{server.port}/api/kernels/{session['kernel']['id']}/channels?token={TOKEN}"
        self.socket = websocket.create_connection(address, timeout=SECONDS, suppress_origin=True)

    def execute(self, code: str) -> list[dict]:
        """Run code; everything that it put out: streams, displays, results, errors."""
        asked, done, outputs = uuid.uuid4().hex, set(), []
        now = datetime.datetime.now(datetime.UTC).isoformat()
        header = {"msg_id": asked, "msg_type": "execute_request", "version": "5.3", "date": now}
        header |= {"session": "test", "username": "test"}
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        self.socket.send(json.dumps({**message, "channel": "shell"}))
        while done != {"replied", "idle"}:  # they come by two channels, in either order
            frame = self.socket.recv()
            if isinstance(frame, bytes):  # a widget's picture, on a channel of its own
                continue
            told = json.loads(frame)
            if told["parent_header"].get("msg_id") != asked:
                continue
            if told["msg_type"] == "execute_reply":
                done.add("replied")
            elif told["content"].get("execution_state") == "idle":
                done.add("idle")
            elif told["msg_type"] in ("stream", "display_data", "execute_result", "error"):
                outputs.append({"output_type": told["msg_type"], **told["content"]})
        return outputs


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that answers; stopped afterwards, whatever happened."""
    running = Server(tmp_path_factory.mktemp("lab"))
    try:
        running.wait()
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.process.pid, signal.SIGKILL)  # its kernels end without it
        running.process.wait(timeout=60)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def text_of(outputs: list[dict]) -> str:
    """All text of a cell's outputs."""
    return "\n".join(out.get("text") or out.get("data", {}).get("text/plain", "") for out in outputs)


def test_chapter_1_runs_to_its_end_and_nothing_is_left_behind(server):
    stored = json.loads((ROOT / "book" / CHAPTER).read_text(encoding="utf-8"))["cells"]
    assert (server.folder / "labs" / "slivkins" / "lab.ipynb").exists()
    notebook = server.ask(f"contents/{CHAPTER}?content=1")["content"]
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    stored = [cell for cell in stored if cell["cell_type"] == "code"]
    assert [cell["source"] for cell in cells] == ["".join(cell["source"]) for cell in stored]
    kernel = Kernel(server, CHAPTER)
    seen = [(cell, kernel.execute(cell["source"])) for cell in cells]

    outputs = [out for _, outs in seen for out in outs]
    assert [out for out in outputs if out["output_type"] == "error"] == []
    pictures = [out["data"] for out in outputs if "image/png" in out.get("data", {})]
    kept = [out for cell in stored for out in cell["outputs"] if "image/png" in out.get("data", {})]
    results = [out["data"] for out in outputs if out["output_type"] == "execute_result"]
    sliders = [data for data in results if "application/vnd.jupyter.widget-view+json" in data]
    assert len(sliders) == 1  # where someone can move them; the stored notebook has a picture there
    assert len(pictures) + len(sliders) == len(kept) > 1
    assert all(re.search(r"\d.*\.$", picture["text/plain"]) for picture in pictures)
    (table,) = [text_of(outs) for cell, outs in seen if cell["source"].strip() == "result"]
    for policy in ("explore-first", "epsilon-greedy", "UCB1"):
        assert re.search(rf"^{policy}.* \d+\.", table, re.MULTILINE), table
    checks = [
        (c["metadata"]["simlib"]["exercise"], text_of(outs))
        for c, outs in seen
        if c["metadata"].get("simlib", {}).get("part") == "check"
    ]
    assert len(checks) >= 2
    assert [said for name, said in checks if not said.startswith(f"{name}: not attempted")] == []

    pids = [
        int(pid) for pid in text_of(kernel.execute("import os\nprint(os.getpid(), os.getppid())")).split()
    ]
    assert all(is_alive(pid) for pid in pids)
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=30) == 0, server.log.read_text()
    assert [pid for pid in pids if is_alive(pid)] == []
