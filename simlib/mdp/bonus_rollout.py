"""Episodes in the world of arms for many learners at once, and what each would call new in them.

In this file: `Rollout`, the episodes of one update.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simlib.mdp.arms_cmdp import ArmsCMDP
from simlib.mdp.bonus_setting import Setting
from simlib.mdp.count_bonus import Counts, by_time, count_bonus
from simlib.mdp.episodic_bonus import EpisodeCounts, first_visit
from simlib.mdp.softmax_actor import SoftmaxActor


class Rollout:
    """E episodes of T steps for each of N = settings * runs learners: `live`, then `remember`.

    Learner i = setting * runs + run. After `live`, arrays (T, N, E): `key` int, the cell (learner, kind,
    place) acted in; `action` int; `reward`, 1 at a goal; `alive` bool, steps of an episode that goes on;
    `after`, `before`: 1/sqrt(1 + N) of the place reached and left; `first`: 1 on a first visit, else 0.
    `fresh` (N, E) bool, the kind of each episode.
    """

    def __init__(
        self, world: ArmsCMDP, settings: Sequence[Setting], runs: int, goal: np.ndarray, n_envs: int
    ):
        def column(name: str) -> np.ndarray:
            return np.repeat([getattr(setting, name) for setting in settings], runs)[:, None]

        self.world, self.goal, self.n_settings = world, np.tile(goal, len(settings))[:, None], len(settings)
        self.sharing, self.frozen, self.within = column("sharing"), column("frozen"), column("within")
        counted = column("counted")
        self.by_place, self.timed = counted == "place", counted == "time"
        self.shape = (world.horizon, len(counted), n_envs)
        n_features = world.n_places * (world.horizon if self.timed.any() else 1)
        self.counts = Counts(self.shape[1], n_features)
        self.visits = EpisodeCounts(self.shape[1], n_envs, n_features)
        self.key, self.action, self.phi = (np.zeros(self.shape, np.int64) for _ in range(3))
        self.reward, self.after, self.before, self.first = (np.zeros(self.shape) for _ in range(4))
        self.alive = np.zeros(self.shape, bool)

    def live(self, actor: SoftmaxActor, luck: np.ndarray) -> None:
        """E episodes of each learner by its policy; luck (1 + T, runs, E) uniforms, shared by the settings.

        actor: of N * 2 * S cells; cell (i * 2 + kind) * S + place is learner i's.
        """
        luck = np.tile(luck, (1, self.n_settings, 1)) if self.n_settings > 1 else luck
        timed, within = self.timed.any(), self.within.any()
        self.fresh = self.world.kinds(self.sharing, luck[0])
        cells = (np.arange(self.shape[1])[:, None] * 2 + self.fresh) * self.world.n_places
        place, alive = self.world.start(self.shape[1:]), np.ones(self.shape[1:], bool)
        self.visits.begin()
        self.visits.visit(place, alive)
        novelty = self._novelty(place, 0)
        for t in range(self.shape[0]):
            self.key[t], self.alive[t], self.before[t] = cells + place, alive, novelty
            action = actor.act(self.key[t], luck[1 + t])
            reached, won = self.world.step(place, action, self.fresh, self.goal)
            place, won = np.where(alive, reached, place), won & alive
            phi = np.where(self.timed, by_time(place, t, self.world.n_places), place) if timed else place
            count = self.visits.visit(phi, alive)
            novelty = self._novelty(phi, np.where(self.within, np.maximum(count - 1, 0), 0) if within else 0)
            self.action[t], self.reward[t], self.phi[t] = action, won, phi
            self.after[t], self.first[t] = novelty, first_visit(count)
            alive = alive & ~won

    def _novelty(self, phi: np.ndarray, earlier: np.ndarray | int) -> np.ndarray:
        """1/sqrt(1 + N); the names of a fresh episode have N = 0, unless the counts are by place."""
        known = ~self.fresh | self.by_place
        return count_bonus(np.where(known, self.counts.of(phi), 0) + earlier)

    def remember(self) -> None:
        """Count the places reached, for the updates to come."""
        counted = self.alive & (~self.fresh | self.by_place) & ~self.frozen
        phi, counted = (x.transpose(1, 0, 2).reshape(self.shape[1], -1) for x in (self.phi, counted))
        self.counts.add(phi, counted)
