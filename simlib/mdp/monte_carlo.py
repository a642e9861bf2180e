"""Monte Carlo: wait for the end, and average what really came after each state.

No estimate enters a target, so nothing can be wrong but the luck of the episode: no bias, much noise, and
nothing is learnt before an episode ends.

In this file: `FirstVisit`, which adds up returns while they happen; `MonteCarlo`, which judges a policy; and
`MonteCarloControl`, which improves one.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.expected_sarsa import epsilon_greedy_probs
from simlib.mdp.learner import QLearner, Step
from simlib.mdp.step_size import check_share, check_step_size, for_runs
from simlib.mdp.value_learner import ValueLearner
from simlib.validate import check_real


class FirstVisit:
    """For each run and cell the discounted rewards since its first visit in this episode.

    `add` takes the cells (R,) visited (numbered through all runs) and the rewards (R,); `done` gives, for the
    runs that ended, the cells visited and their returns, and begins anew there.
    Cost: R * n_cells for each step, and no memory of the episode.
    """

    def __init__(self, n_runs: int, n_cells: int, discount: float):
        self.discount = discount
        self.reward_sum, self.fade = np.zeros((2, n_runs, n_cells))  # fade: gamma^age, 0 if not visited

    def add(self, cell: np.ndarray, reward: np.ndarray) -> None:
        """One step in each run."""
        fade = self.fade.reshape(-1)
        fade[cell] = np.where(fade[cell] > 0, fade[cell], 1.0)
        self.reward_sum += self.fade * reward[:, None]
        self.fade *= self.discount

    def done(self, ended: np.ndarray, worth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Cells (m,) and returns (m,) of the runs that ended (R,) bool; worth (R,) is what still follows."""
        cell = np.flatnonzero((self.fade > 0) & ended[:, None])
        run = cell // self.fade.shape[1]
        target = self.reward_sum.reshape(-1)[cell] + self.fade.reshape(-1)[cell] * worth[run]
        self.reward_sum[ended], self.fade[ended] = 0, 0
        return cell, target


class MonteCarlo(ValueLearner):
    """v(s) += step * (return since the first visit of s - v(s)) at the end of each episode.

    step_size in (0, 1], (R,), or `Visits` (the mean of all returns); follows, first_value: see
    `ValueLearner`.

    Source: [Sutton2018] section 5.1
    Differs: the return of a truncated episode is completed with v of the state reached, as it has no end.
    """

    def __init__(self, step_size: Any = 0.1, follows: Any = None, first_value: float = 0.0):
        self.step_size = check_step_size(step_size)
        self.follows = follows
        self.first_value = check_real("first_value", first_value)

    @property
    def label(self) -> str:
        return "Monte Carlo"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.visits = FirstVisit(n_runs, n_states, discount)

    def learn(self, step: Step, rng: Any) -> None:
        self.visits.add(self.cell(step.state), step.reward)
        if step.ended.any():
            worth = np.where(step.terminated, 0.0, self.value_of(step.next_state))
            self.nudge(*self.visits.done(step.ended, worth))


class MonteCarloControl(QLearner):
    """q(s, a) += step * (return since the first visit of (s, a) - q(s, a)) at the end of each episode.

    Acts epsilon-greedily, and judges that behaviour. step_size in (0, 1], (R,), or `Visits`; epsilon in [0,
    1] or (R,); first_q: q at the start.

    Source: [Sutton2018] section 5.4
    Differs: the return of a truncated episode is completed with the mean of q over what it would do next.
    """

    def __init__(self, step_size: Any = 0.1, epsilon: Any = 0.1, first_q: float = 0.0):
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return "Monte Carlo control"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.visits = FirstVisit(n_runs, n_states * n_actions, discount)

    def learn(self, step: Step, rng: Any) -> None:
        self.visits.add(self.cell(step.state, step.action), step.reward)
        if step.ended.any():
            next_q, epsilon = self.q_of(step.next_state), for_runs(self.epsilon, self.n_runs, "epsilon")
            follows = (epsilon_greedy_probs(next_q, epsilon) * next_q).sum(axis=-1)
            worth = np.where(step.terminated, 0.0, follows)
            self.nudge(*self.visits.done(step.ended, worth))
