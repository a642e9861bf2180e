"""What `simulate` returns: the regret of every run at some sixty rounds, and the pulls of every arm."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from simlib.validate import check_choice, check_real


@dataclass(frozen=True, repr=False)
class Simulation:
    """Pseudo-regret and pulls of some policies in one world; on shared luck if the engine is "numpy".

    world: what was played; gaps (K,) of its arms, in units of reward; seed int
    t (C,) int: the rounds at which the regret was kept, the last of them the horizon
    regret: label -> (R, C) float, in units of reward
    pulls: label -> (R, K) int, over the whole run
    uniform (C,): what uniform play costs on average, in units of reward
    simple_regret: label -> (R, C) float, the gap of the arm that the policy would name the best if asked
    at these rounds; only of policies that `predict`
    """

    world: str
    gaps: np.ndarray
    seed: int
    t: np.ndarray
    regret: dict[str, np.ndarray]
    pulls: dict[str, np.ndarray]
    uniform: np.ndarray
    engine: str = "numpy"
    simple_regret: dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def labels(self) -> list[str]:
        """The policies, in the order in which they were given."""
        return list(self.regret)

    @property
    def horizon(self) -> int:
        """The number of rounds, T."""
        return int(self.t[-1])

    @property
    def runs(self) -> int:
        """The number of independent runs, R."""
        return len(next(iter(self.regret.values())))

    def final(self, label: str) -> np.ndarray:
        """Regret after the last round, (R,)."""
        return self._of(label)[:, -1]

    def mean(self, label: str) -> np.ndarray:
        """Mean regret over runs at each checkpoint, (C,)."""
        return self._of(label).mean(axis=0)

    def se(self, label: str) -> np.ndarray:
        """Standard error of that mean, sd / sqrt(R), (C,); NaN for a single run."""
        if self.runs < 2:
            return np.full(len(self.t), np.nan)
        return self._of(label).std(axis=0, ddof=1) / np.sqrt(self.runs)

    def quantile(self, label: str, q: float) -> np.ndarray:
        """The q-quantile of the regret over runs at each checkpoint, (C,); q in [0, 1]."""
        return np.quantile(self._of(label), check_real("q", q, 0, 1), axis=0)

    def difference(self, label: str, other: str) -> np.ndarray:
        """Final regret of `label` minus that of `other` in the same run, on shared luck in NumPy's engine."""
        return self.final(label) - self.final(other)

    def to_frame(self) -> Any:
        """A tidy pandas frame: one row for each policy and checkpoint."""
        import pandas as pd

        columns = {
            label: {
                "policy": label,
                "t": self.t,
                "runs": self.runs,
                "regret_mean": self.mean(label),
                "regret_se": self.se(label),
                "regret_q05": self.quantile(label, 0.05),
                "regret_median": self.quantile(label, 0.5),
                "regret_q95": self.quantile(label, 0.95),
            }
            for label in self.labels
        }
        return pd.concat([pd.DataFrame(c) for c in columns.values()], ignore_index=True)

    def pulls_frame(self) -> Any:
        """A tidy pandas frame: mean pulls of each arm, one row for each policy and arm."""
        import pandas as pd

        rows = [
            {"policy": label, "arm": arm, "pulls_mean": pulls[:, arm].mean()}
            for label, pulls in self.pulls.items()
            for arm in range(pulls.shape[1])
        ]
        return pd.DataFrame(rows)

    def __repr__(self) -> str:
        width = max(len("policy"), *(len(label) for label in self.labels))
        lines = [
            self._title(),
            f"{'policy':{width}}  {'regret':>8}  {'± se':>7}  {'5 % to 95 % of runs':>20}",
        ]
        for label, mean, se, low, high in self._rows():
            lines.append(f"{label:{width}}  {mean:8.1f}  {se:7.1f}  {f'{low:.1f} to {high:.1f}':>20}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = [
            (label, f"{mean:.1f} ± {se:.1f}", f"{low:.1f} to {high:.1f}")
            for label, mean, se, low, high in self._rows()
        ]
        heads = ("policy", "regret ± se", "5 % to 95 % of runs")
        cells = [[html.escape(cell) for cell in row] for row in [heads, *rows]]
        head = "".join(f"<th>{cell}</th>" for cell in cells[0])
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells[1:])
        caption = f"<caption>{html.escape(self._title())}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _title(self) -> str:
        how = "" if self.engine == "numpy" else f", {self.engine} engine"
        return f"{self.world}: {self.horizon} rounds, {self.runs} runs, seed {self.seed}{how}"

    def _rows(self) -> list[tuple[str, float, float, float, float]]:
        return [
            (
                label,
                self.mean(label)[-1],
                self.se(label)[-1],
                self.quantile(label, 0.05)[-1],
                self.quantile(label, 0.95)[-1],
            )
            for label in self.labels
        ]

    def _of(self, label: str) -> np.ndarray:
        return self.regret[check_choice("label", label, self.labels)]
