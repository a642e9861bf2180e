"""An answer whose code runs in a sandbox: to the checks it is an `Answer` like any other.

One sandbox serves one answer to one exercise. If the student's code brings it down (an endless loop, a
crash), that request fails; the next call or new object gets a fresh sandbox, so that one bad question does
not cost the others, up to `RESTARTS` times. Nothing that comes out is trusted: a reply must come after its
request, carry its number, be plain data, not too long and of not too many things; what the judge makes of
it must cost the judge little more than sending it cost. A sandbox that says nothing for `wall` seconds, or
lets the judge wait for three times as long in all, or that fails before it has said that it is ready, is put
down as the grader's failure, not the student's: the machine may be busy, or full.

In this file: `SandboxAnswer`.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import select
import signal
import subprocess
import time
from collections.abc import Sequence

from simlib.exercise.answer import Answer
from simlib.grade import sandbox
from simlib.grade.wire import decode, encode
from simlib.grade.worker import READY

RESTARTS = 2
PROBLEMS = ("missing", "error", "refused", "not attempted")
THINGS = 300_000  # in one reply: values, keys, and the commas of texts
THINGS_IN_ALL = 3_000_000  # the judge keeps them, and each is larger than its text
MOST_SOURCE = 1_000_000  # characters of an answer
LONGEST = 400  # characters of a sentence from inside


class _Down(Exception):  # noqa: N818
    """The sandbox is of no more use; the message is the end of a sentence."""


class SandboxAnswer(Answer):
    """The cells of an answer, run in a sandbox. Use it in a `with` block: at its end nothing is left running.

    modules: what the exercise allows; limits: None for the usual ones; sandboxed: False for code of your own
    only, which then runs as you. `overdue` is True once the grader, not
    the answer, gave up: then no verdict counts.
    """

    def __init__(
        self,
        sources: list[str],
        modules: Sequence[str],
        limits: sandbox.Limits | None = None,
        sandboxed: bool = True,
    ):
        super().__init__()
        self.sandboxed = sandboxed
        self.sources, self.modules, self.limits = sources, tuple(modules), limits or sandbox.Limits()
        self.overdue, self._starts, self._rest = False, 0, b""
        self._heard = self._things = 0  # in all replies
        self._patience = 3 * self.limits.wall  # seconds that the judge will wait from now on
        self._process: subprocess.Popen | None = None
        self._inlet = self._outlet = -1
        self._refusal: dict | None = None  # why the answer's source cannot be used at all
        if sum(map(len, sources)) > MOST_SOURCE:
            told = f"Your answer is longer than {MOST_SOURCE} characters"
            self._refusal = {"problem": "error", "sentence": told}

    def __enter__(self) -> SandboxAnswer:
        return self

    def __exit__(self, *error: object) -> None:
        self._stop()

    def _send(self, request: dict) -> dict:
        name = request["name"]
        if self._process is None and self._refusal is None:
            if request["verb"] == "method" or self._starts > RESTARTS or self.overdue:
                return {"problem": "error", "sentence": f"{name} has stopped the process before"}
            self._begin()
        if self._refusal is not None:
            return dict(self._refusal)
        try:
            return self._exchanged(request)
        except _Down as end:
            self._stop()
            return {"problem": "error", "sentence": f"{name} {end}"}

    def _begin(self) -> None:
        """A fresh sandbox in which the source has run; or `_refusal` says why it cannot."""
        self._starts, self._rest = self._starts + 1, b""
        try:
            self._open()
        except (_Down, OSError):
            self._stop()
            self.overdue = True
            self._refusal = {"problem": "error", "sentence": "The sandbox could not be started"}
            return
        try:
            reply = self._exchanged({"verb": "start", "sources": self.sources})
        except _Down as end:
            self._stop()
            reply = {"problem": "error", "sentence": f"Your answer {end}"}
        self._refusal = reply if "problem" in reply else None

    def _open(self) -> None:
        """A sandbox that has said that it is ready. Nothing of the student's is in it yet."""
        self._process = (sandbox.start if self.sandboxed else sandbox.start_bare)(self.modules)
        assert self._process.stdin
        assert self._process.stdout
        self._inlet, self._outlet = self._process.stdin.fileno(), self._process.stdout.fileno()
        for pipe in (self._inlet, self._outlet):
            os.set_blocking(pipe, False)
        first = json.dumps(sandbox.first_line(self.modules, self.limits, self.sandboxed))
        self._write(first.encode() + b"\n")
        if self._line() + b"\n" != READY:
            raise _Down("does not begin")

    def _exchanged(self, request: dict) -> dict:
        """The reply to this request, in the form that `host.py` gives it, whoever wrote it."""
        number = secrets.randbits(62)
        self._write(encode({"number": number, "request": request}))
        try:
            message = decode(self._line())
            reply = message["reply"]
            if message["number"] != number or type(message["number"]) is not int or type(reply) is not dict:
                raise ValueError
        except (ValueError, KeyError, TypeError, IndexError):
            raise _Down("writes to the judge itself, which only its results may do") from None
        if "value" in reply:
            whole = type(reply["value"]) is int and 0 <= reply["value"] < 10**6
            if request["verb"] == "new" and not whole:
                raise _Down("makes no object")
            return {"value": reply["value"]} | ({"changed": True} if reply.get("changed") is True else {})
        problem, sentence = reply.get("problem"), reply.get("sentence")
        if type(problem) is not str or problem not in PROBLEMS or type(sentence) is not str:
            raise _Down("writes to the judge itself, which only its results may do")
        return {"problem": problem, "sentence": _printable(sentence)}

    def _write(self, data: bytes) -> None:
        deadline, left = time.monotonic() + self.limits.wall, memoryview(data)  # slices of it are no copies
        while left:
            self._wait(write=True, deadline=deadline)
            try:
                left = left[os.write(self._inlet, left[: 1 << 16]) :]
            except BrokenPipeError:
                raise _Down(self._epitaph()) from None
            except BlockingIOError:
                continue

    def _line(self) -> bytes:
        """The next line from inside, without its end."""
        deadline, parts, size = time.monotonic() + self.limits.wall, [self._rest], len(self._rest)
        while b"\n" not in parts[-1]:
            self._wait(write=False, deadline=deadline)
            with contextlib.suppress(BlockingIOError):
                parts.append(os.read(self._outlet, 1 << 20))
                if not parts[-1]:
                    raise _Down(self._epitaph())
                size += len(parts[-1])
            if size > self.limits.reply:
                raise _Down(f"returned too much: more than {self.limits.reply} bytes")
            if self._heard + size > self.limits.replies:
                self._starts = RESTARTS + 1
                raise _Down(f"returned too much: more than {self.limits.replies} bytes in all")
        self._heard += size
        line, _, self._rest = b"".join(parts).partition(b"\n")
        things = sum(map(line.count, (b",", b"[", b"{")))  # before anything is made of them
        if things > THINGS:
            raise _Down(f"returned too much: more than {THINGS} things")
        self._things += things
        if self._things > THINGS_IN_ALL:
            self._starts = RESTARTS + 1
            raise _Down(f"returned too much: more than {THINGS_IN_ALL} things in all")
        if self._rest:  # nobody asked for more than one
            raise _Down("writes to the judge itself, which only its results may do")
        return line

    def _wait(self, write: bool, deadline: float) -> None:
        """Until the pipe is ready."""
        pipe = self._inlet if write else self._outlet
        started = time.monotonic()
        left = max(0.0, min(deadline - started, self._patience))
        readable, writable, _ = select.select([] if write else [pipe], [pipe] if write else [], [], left)
        self._patience -= time.monotonic() - started
        if not readable and not writable:
            self.overdue = True
            raise _Down(f"did not answer within {self.limits.wall:g} seconds")

    def _epitaph(self) -> str:
        """Why the sandbox is gone."""
        try:
            code = self._process.wait(5) if self._process else 0
        except subprocess.TimeoutExpired:
            return "closes its connection to the judge"
        number = code - 128 if code > 128 else -code
        if number in (signal.SIGXCPU, signal.SIGKILL):
            return f"needs more than {self.limits.seconds_a_call} seconds of computing, or too much memory"
        if number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGSYS):
            return "crashes Python itself"
        return f"ends the process (exit code {code})"

    def _stop(self) -> None:
        """End the sandbox and all that is in it."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()  # closes the pipes, and waits


def _printable(text: str) -> str:
    """A sentence from inside: one line, not long, without what a terminal or a file would take amiss."""
    text = "".join(c if c.isprintable() else " " for c in text[: LONGEST + 1])
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
