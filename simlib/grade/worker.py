"""In the sandbox: run one student's answer to one exercise, and answer the judge's requests about it.

The judge starts this file, in a sandbox and in a fresh process for every exercise. First it shuts the door
behind itself (`confine`): it becomes a user without rights and sets the limits of memory, time and files,
which it cannot lift again. Then it says that it is ready: what fails before that is the machine's fault. Then
it reads one line from the judge, the answer's source; then one line for each request (`host.py`), and writes
one line for each reply (`wire.py`). Every line carries a number that the judge made up for it, so that a
reply that was written before its request is none.

Nothing here is trusted by the judge. What a student does to this process, they do to their own answer.

In this file: `confine`, `Work`, `main`.
"""

from __future__ import annotations

import builtins
import json
import linecache
import math
import os
import resource
import sys
import types
import warnings
from typing import Any

NAME = "your answer"  # stands for its file in tracebacks
READY = b"ready\n"


def confine(limits: dict[str, int]) -> None:
    """Give up what this process may do; nothing of it can be taken back.

    limits: uid (0 keeps the user), memory [bytes], seconds [of CPU in all], threads (0 for any number).
    Raises: OSError, PermissionError if that is impossible.
    """
    if limits["uid"]:
        os.setgroups([])
        os.setresgid(limits["uid"], limits["uid"], limits["uid"])
        os.setresuid(limits["uid"], limits["uid"], limits["uid"])
    for name, most in (
        ("AS", limits["memory"]),
        ("CPU", limits["seconds"]),
        ("NPROC", limits["threads"]),
        ("FSIZE", 0),
        ("CORE", 0),
        ("NOFILE", 64),
        ("MSGQUEUE", 0),
        ("MEMLOCK", 0),
        ("SIGPENDING", 64),
    ):
        number = getattr(resource, f"RLIMIT_{name}", None)  # not every system has all of them
        if number is not None and (name != "NPROC" or most):
            resource.setrlimit(number, (most, most))


class Work:
    """An answer that runs, and the requests about it."""

    def __init__(self, modules: list[str], seconds: int):
        self.modules, self.seconds = tuple(modules), seconds
        self.host: Any = None

    def reply(self, request: dict) -> dict:
        """What the judge gets to hear."""
        self._spend_at_most()
        if request["verb"] == "start":
            return self._start(request["sources"])
        return self.host.reply(request)

    def _start(self, sources: list[str]) -> dict:
        """Run the cells of the answer as one text, as practice does (`exercise/submission.py`)."""
        from simlib.exercise.cell import without_magics
        from simlib.exercise.host import Host, error_sentence
        from simlib.exercise.rules import import_problems

        try:
            source = without_magics(sources)
            forbidden = import_problems(source, self.modules)
            if forbidden:
                return {"problem": "error", "sentence": f"Your answer {forbidden[0]}"}
            namespace = self._executed(source)
        except NotImplementedError:
            return {"problem": "not attempted", "sentence": "it is not written yet"}
        except SyntaxError as error:
            text = f"Your answer is not Python: {error.msg} (line {error.lineno})"
            return {"problem": "error", "sentence": text}
        except BaseException as error:
            while error.__traceback__ and error.__traceback__.tb_frame.f_code.co_filename == __file__:
                error.__traceback__ = error.__traceback__.tb_next
            return {"problem": "error", "sentence": f"Your answer stops with {error_sentence(error)}"}
        self.host = Host(namespace)
        return {"value": None}

    def _executed(self, source: str) -> dict[str, object]:
        linecache.cache[NAME] = (len(source), None, source.splitlines(keepends=True), NAME)
        own = {**vars(builtins), "__import__": self._import, "display": _nothing, "get_ipython": _nothing}
        namespace: dict[str, object] = {"__name__": "answer", "__builtins__": own}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(source, NAME, "exec", dont_inherit=True), namespace)
        return namespace

    def _import(self, name: str, *others: Any) -> Any:
        """`import` for the answer: the modules of the card, and a matplotlib that draws nothing."""
        from simlib.exercise.rules import HARMLESS

        level = others[3] if len(others) > 3 else 0
        if level or name.split(".")[0] not in (*self.modules, *HARMLESS):
            raise ModuleNotFoundError(f"this exercise does not allow {'.' * level}{name}")
        if name.split(".")[0] == "matplotlib":
            for known in ("matplotlib", name):
                sys.modules[known] = _pretence(known)
        return builtins.__import__(name, *others)

    def _spend_at_most(self) -> None:
        """The next request may use so much CPU time; what the process may use in all stays as it was."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = math.ceil(used.ru_utime + used.ru_stime) + self.seconds
        resource.setrlimit(resource.RLIMIT_CPU, (min(soft, hard), hard))


class _Pretence:
    """Stands for anything of matplotlib. Marks are made without pictures, and importing it costs more."""

    def __getattr__(self, name: str) -> _Pretence:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *args: Any, **kwargs: Any) -> _Pretence:
        return self

    def __iter__(self) -> Any:
        return iter((self, self))  # fig, ax = plt.subplots()

    def __getitem__(self, key: Any) -> _Pretence:
        return self

    def __setitem__(self, key: Any, value: Any) -> None: ...

    def __enter__(self) -> _Pretence:
        return self

    def __exit__(self, *error: Any) -> None: ...


def _pretence(name: str) -> types.ModuleType:
    if name in sys.modules:
        return sys.modules[name]
    module = types.ModuleType(name)
    module.__path__ = []
    module.__getattr__ = _Pretence().__getattr__  # type: ignore[method-assign]
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(_pretence(parent), last, module)
    return module


def _nothing(*args: Any, **kwargs: Any) -> None: ...


def main() -> None:
    """Serve until the judge closes the pipe."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    first = json.loads(requests.readline())
    sys.path[:0] = first["path"]
    confine(first["limits"])
    sys.setrecursionlimit(1000)
    from simlib.grade.wire import decode, encode

    work = Work(first["modules"], first["limits"]["seconds_a_call"])
    replies.write(READY)
    replies.flush()
    for line in iter(requests.readline, b""):
        message = decode(line)
        replies.write(encode({"number": message["number"], "reply": work.reply(message["request"])}))
        replies.flush()


if __name__ == "__main__":
    main()
