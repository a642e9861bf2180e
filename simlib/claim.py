"""Does a sentence of a paper show in a miniature, and does it stop showing when its idea is taken out?

A claim is a sentence, a measurement and a rule that was fixed before the run. Beside it runs an
ablation: the same measurement with the mechanism broken. If the ablation passes too, the measurement
proves nothing, and the verdict says so.

    verdict      when
    holds        the claim passes its rule and the ablation fails it
    fails        the claim fails its rule
    vacuous      the claim passes, and so does the ablation
    undecided    an interval straddles the rule: more runs are needed

In this file: `Claim`, `Outcome`, `Repeats`; `run_claim` and `repeat_claim`. The rule is in `rule.py`; where
claims lie, and the command `simlib claims`, in `lab.py`.
"""

from __future__ import annotations

import html
import inspect
import math
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import joblib

from simlib import size as size_dial
from simlib.bar import progress_bar
from simlib.report import Table
from simlib.rng import stream
from simlib.rule import Measured, Rule
from simlib.validate import check_choice, check_int, nearest

AGREE = 0.95  # the share of blocks that must come out as expected
RESERVED = ("claim", "blocks", "n_jobs")  # arguments of run_claim and repeat_claim


@dataclass(frozen=True, eq=False)
class Claim:
    """A sentence that can come out false, and how it is measured.

    key "LAB/NAME"; sentence: what the paper says, with the numbers of this world; source "[Key] place".
    measure(size, seed, **overrides) -> (n,) numbers, one for each independent group of runs; its
    keywords are the numbers of the world, each with a default.
    ablation: overrides that break the mechanism; broken: the sentence that says what they break.
    expected "holds", or "fails": then `because` says why (the line of the lab that explains it).
    """

    key: str
    sentence: str
    source: str
    measure: Callable[..., Any]
    rule: Rule
    ablation: Mapping[str, Any]
    broken: str
    expected: str = "holds"
    because: str = ""

    def __post_init__(self):
        check_choice("expected", self.expected, ("holds", "fails"))
        needed = ["key", "sentence", "source", "ablation", "broken"]
        for name in needed + ["because"] * (self.expected == "fails"):
            if not getattr(self, name):
                raise ValueError(f"{name} must be given; got nothing in claim {self.key!r}")
        self._check_measure()
        self.check_overrides(self.ablation)

    def _check_measure(self) -> None:
        signature = inspect.signature(self.measure)
        first, others = list(signature.parameters)[:2], list(signature.parameters.values())[2:]
        apart = [p for p in others if p.default is p.empty or p.name in RESERVED]
        if first != ["size", "seed"] or apart:
            raise ValueError(
                "measure must be a function of (size, seed, NAME=default, ...), where no NAME is "
                f"{' or '.join(RESERVED)}; got {signature} in claim {self.key!r}"
            )

    @property
    def keywords(self) -> list[str]:
        """The numbers of the world that a reader can override."""
        return [name for name in inspect.signature(self.measure).parameters if name not in ("size", "seed")]

    def check_overrides(self, overrides: Iterable[str]) -> None:
        """Raises: ValueError for a name that is no keyword of the measurement, naming the nearest."""
        for name in overrides:
            if name not in self.keywords:
                close = nearest(name, self.keywords) or self.keywords or ["none"]
                raise ValueError(f"an override of {self.key} must be one of {', '.join(close)}; got {name}")


@dataclass(frozen=True)
class Outcome:
    """What came out: the claim's measurement, its ablation's, and the verdict. Prints as a card."""

    claim: Claim
    size: str
    seed: int
    overrides: Mapping[str, Any]
    measured: Measured
    ablation: Measured
    seconds: float

    @property
    def verdict(self) -> str:
        """`holds`, `fails`, `vacuous` or `undecided`."""
        if self.measured.result == "fails":
            return "fails"
        if "straddles" in (self.measured.result, self.ablation.result):
            return "undecided"
        return "holds" if self.ablation.result == "fails" else "vacuous"

    @property
    def as_expected(self) -> bool:
        return self.verdict == self.claim.expected

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON, without the seconds: the same run gives the same text."""
        key, expected = self.claim.key, self.claim.expected
        said = {"key": key, "verdict": self.verdict, "expected": expected, "as_expected": self.as_expected}
        setting = {"size": self.size, "seed": self.seed, "overrides": dict(self.overrides)}
        results = {"claim": asdict(self.measured), "ablation": asdict(self.ablation)}
        rule = {"rule": str(self.claim.rule), "alpha": self.claim.rule.alpha}
        return {**said, **setting, **rule, **results}

    def _parts(self) -> tuple[str, str, Table, list[str]]:
        claim, rule = self.claim, self.claim.rule
        expected = "as expected" if self.as_expected else f"NOT as expected ({claim.expected})"
        numbers = f"{100 * (1 - rule.alpha):g} % interval"
        both = (("claim", self.measured), ("ablation", self.ablation))
        rows = [[name, *m.shown(), str(m.n), m.result] for name, m in both]
        table = Table(["", "estimate", numbers, "n", f"rule: {rule}"], rows)
        broken = f"ablation: {claim.broken} ({_pairs(claim.ablation)})"
        setting = f"{self.size} size, seed {self.seed}"
        if self.overrides:
            setting += f", {_pairs(self.overrides)} (sentence and rule speak of the claim's own numbers)"
        notes = [broken, setting]
        if claim.expected == "fails":
            notes.insert(1, f"expected to fail: {claim.because}")
        return f"{claim.key}: {self.verdict}, {expected}", f"{claim.sentence} {claim.source}", table, notes

    def __repr__(self) -> str:
        head, sentence, table, notes = self._parts()
        return "\n".join([head, sentence, repr(table), *notes])

    def _repr_html_(self) -> str:
        head, sentence, table, notes = self._parts()
        below = "<br>".join(html.escape(note) for note in notes)
        return (
            f"<p><strong>{html.escape(head)}</strong><br>{html.escape(sentence)}</p>"
            f"{table._repr_html_()}<p>{below}</p>"
        )


@dataclass(frozen=True)
class Repeats:
    """The same claim on fresh seeds, a block each."""

    claim: Claim
    seed: int
    outcomes: tuple[Outcome, ...]

    @property
    def agree(self) -> int:
        """Blocks whose verdict is the expected one."""
        return sum(outcome.as_expected for outcome in self.outcomes)

    @property
    def as_expected(self) -> bool:
        """Whether at least 95 % of the blocks agree."""
        return self.agree >= math.ceil(AGREE * len(self.outcomes))

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON: all that is needed to run the same blocks again, and what came out."""
        said = {"key": self.claim.key, "expected": self.claim.expected, "as_expected": self.as_expected}
        first = self.outcomes[0]
        setting = {"size": first.size, "seed": self.seed, "overrides": dict(first.overrides)}
        blocks = [{"seed": outcome.seed, "verdict": outcome.verdict} for outcome in self.outcomes]
        return {**said, **setting, "agree": self.agree, "blocks": blocks}

    def __repr__(self) -> str:
        said = ", ".join(filter(None, [self.claim.expected, _pairs(self.outcomes[0].overrides)]))
        text = f"{self.claim.key}: {self.agree} of {len(self.outcomes)} blocks agree ({said})"
        others = [f"{o.verdict} at seed {o.seed}" for o in self.outcomes if not o.as_expected]
        return "; ".join([text, *others])


def run_claim(claim: Claim, size: str = "quick", seed: int = 0, **overrides: Any) -> Outcome:
    """Measure a claim and its ablation; where they meet, the ablation's overrides win over the reader's.

    Raises: ValueError for an unknown size or override, for an override that the measurement cannot take,
    and for a measurement that is not (n,) finite numbers with n >= the rule's min_n.
    """
    check_choice("size", size, size_dial.SIZES)
    check_int("seed", seed, low=0)
    claim.check_overrides(overrides)
    start = time.perf_counter()
    results = []
    for name, settings in (("claim", overrides), ("ablation", {**overrides, **claim.ablation})):
        values = _values(claim, size, seed, settings, overrides)
        results.append(claim.rule.apply(values, f"measure of {claim.key} ({name})", seed))
    return Outcome(claim, size, seed, overrides, *results, seconds=time.perf_counter() - start)


def repeat_claim(
    claim: Claim,
    blocks: int = 20,
    seed: int = 0,
    size: str = "quick",
    n_jobs: int | None = 1,
    **overrides: Any,
) -> Repeats:
    """Run a claim on `blocks` fresh seeds, drawn from the stream (seed, key of the claim, block).

    n_jobs: workers of joblib; None follows `joblib.parallel_config`. The result does not depend on it.
    """
    check_int("blocks", blocks, low=1)
    check_int("seed", seed, low=0)
    seeds = [int(stream(seed, f"claim {claim.key}", block).integers(2**31)) for block in range(blocks)]
    calls = (joblib.delayed(run_claim)(claim, size, s, **overrides) for s in seeds)
    outcomes: Any = joblib.Parallel(n_jobs=n_jobs, return_as="generator")(calls)
    return Repeats(claim, seed, tuple(progress_bar(outcomes, total=blocks, unit="block", title=claim.key)))


def _values(claim: Claim, size: str, seed: int, settings: Mapping[str, Any], given: Mapping[str, Any]) -> Any:
    """What the measurement returns; an error after a reader's override is put down to the override."""
    try:
        return claim.measure(size, seed, **settings)
    except Exception as error:
        if not given:
            raise
        reason = f"{type(error).__name__}: {error}"
        raise ValueError(
            f"overrides must be values that {claim.key} can take; got {_pairs(given)} ({reason})"
        ) from error


def _pairs(settings: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in settings.items())
