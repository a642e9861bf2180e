"""The judge's side of the boundary: an answer that can be called, wherever its code runs.

Checks see an `Answer` and nothing else of the student's. `call` runs a function, `new` makes an
object of a class and gives a `Handle` for its methods. Arguments and results are plain data
(`plain.py`), copied both ways. A subclass says how a request reaches the code: `LocalAnswer` in
this process, the grader's in another. Every exchange is kept in `transcript`, by which feedback
recognises a misconception.

In this file: `AnswerError`, `NotAttempted`, `Exchange`, `Answer`, `Handle`, `LocalAnswer`.
"""

from __future__ import annotations

from dataclasses import dataclass

from simlib.exercise.host import Host
from simlib.exercise.plain import NotPlain, plain


class AnswerError(Exception):
    """The student's code stopped, or gave back what may not cross; the message is a whole sentence."""


class NotAttempted(Exception):  # noqa: N818
    """The student's code says that it is not written yet."""


@dataclass(frozen=True)
class Exchange:
    """One request of the judge and the reply to it, as plain data."""

    request: dict
    reply: dict


class Answer:
    """What a check sees. `transcript` lists every exchange, in order."""

    def __init__(self):
        self.transcript: list[Exchange] = []

    def call(self, name: str, /, *args, **kwargs):
        """What the student's function returns for these arguments, as a copy.

        Raises: AnswerError, NotAttempted. NaN and infinity are refused; see `allowing`.
        """
        return self._exchange({"verb": "call", "name": name}, args, kwargs)

    def new(self, name: str, /, *args, **kwargs) -> Handle:
        """An object of the student's class, of which only the methods can be called."""
        number = self._exchange({"verb": "new", "name": name}, args, kwargs)
        return Handle(self, number)

    def allowing(self, *kinds: str) -> Answer:
        """The same answer, of which "nan" or "inf" may also come back."""
        for kind in kinds:
            if kind not in ("nan", "inf"):
                raise ValueError(f'kinds must be "nan" or "inf"; got {kind!r}')
        return _Allowing(self, kinds)

    def keeping(self) -> Answer:
        """The same answer, whose functions must leave the arrays that they are given as they are."""
        return _Keeping(self)

    def _send(self, request: dict) -> dict:
        """Carry a copy of the request to the code and its reply back; both plain data (`host.py`)."""
        raise NotImplementedError

    def _exchange(self, target: dict, args: tuple, kwargs: dict, allowed: tuple[str, ...] = (), keep=False):
        copies = plain([args, kwargs], nan=True, inf=True)
        request = {**target, "args": copies[0], "kwargs": copies[1]}
        reply = self._received(self._send(request), target["name"], allowed)
        self.transcript.append(Exchange(request, reply))
        if keep and reply.get("changed"):
            raise AnswerError(f"{target['name']} changes an array that it was given: work on a copy")
        if "value" in reply:
            return plain(reply["value"], nan=True, inf=True)
        if reply["problem"] == "not attempted":
            raise NotAttempted(reply["sentence"])
        raise AnswerError(reply["sentence"])

    def _received(self, reply: dict, name: str, allowed: tuple[str, ...]) -> dict:
        """The reply, looked at again on this side: the other one may not be honest."""
        try:
            return plain(reply, nan="nan" in allowed, inf="inf" in allowed)
        except NotPlain as refusal:
            return {"problem": "refused", "sentence": f"{name} returned {refusal}"}


class _Allowing(Answer):
    """Another view of `answer`: same transcript, same code, more kinds of numbers."""

    def __init__(self, answer: Answer, allowed: tuple[str, ...]):
        self.answer, self.allowed = answer, allowed
        self.transcript = answer.transcript

    def _exchange(self, target: dict, args: tuple, kwargs: dict, allowed: tuple[str, ...] = (), keep=False):
        return self.answer._exchange(target, args, kwargs, self.allowed + allowed, keep)


class _Keeping(Answer):
    """Another view of `answer`, which minds what happens to its arguments."""

    def __init__(self, answer: Answer):
        self.answer, self.transcript = answer, answer.transcript

    def _exchange(self, target: dict, args: tuple, kwargs: dict, allowed: tuple[str, ...] = (), keep=False):
        return self.answer._exchange(target, args, kwargs, allowed, keep=True)


class Handle:
    """An object of the student's, known by its number only."""

    def __init__(self, answer: Answer, number: int):
        self._answer, self._number = answer, number

    def call(self, method: str, /, *args, **kwargs):
        """What the method returns, as a copy. Raises: AnswerError, NotAttempted."""
        target = {"verb": "method", "handle": self._number, "name": method}
        return self._answer._exchange(target, args, kwargs)


class LocalAnswer(Answer):
    """An answer that lives in this process: for practice, and for code that one trusts."""

    def __init__(self, namespace: dict[str, object]):
        super().__init__()
        self._host = Host(namespace)

    def _send(self, request: dict) -> dict:
        args, kwargs = plain([request["args"], request["kwargs"]], nan=True, inf=True)
        return self._host.reply({**request, "args": args, "kwargs": kwargs})
