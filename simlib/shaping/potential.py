"""Pay an agent for progress without changing what is best to do.

    F(s, t) = gamma Phi(t) - Phi(s),  with Phi = 0 where an episode is over

Along any path the payments telescope, sum over k of gamma^k F_k = gamma^n Phi(s_n) - Phi(s_0), and what is
left depends on the start and on nothing that the agent can do. So the shaped values are the old ones minus
Phi.

Three slips undo it: a potential that is not 0 at a terminal state, gamma forgotten, and a cut-off episode
treated as one that is over.

In this file: `shaping_term`, one step; `telescoped`, a path; `check_potential`, `bonus_of` and `shaped`, a
whole MDP; and `unrolled`, the MDP whose states know the time, for potentials that change.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Sparse, Successors
from simlib.validate import check_array, check_int


def shaping_term(now: Any, after: Any, discount: float, terminated: Any = False) -> np.ndarray:
    """F = gamma * after - now, where `after` counts as 0 if the episode terminated with this step.

    now, after: the potential before and after the step, of any shape, each at its own time if the potential
    changes; terminated: bool of the same shape. An episode that was truncated did not terminate: its last
    state keeps its potential.

    Source: [Ng1999] theorem 1; [Devlin2012] for potentials that change
    """
    return discount * np.where(terminated, 0.0, after) - np.asarray(now, dtype=float)


def telescoped(potential: Any, discount: float) -> np.ndarray:
    """sum over k < n of gamma^k F_k along a path, step by step: potential (..., n + 1) along it -> (...).

    It equals gamma^n * last - first, which `tests/shaping` hold against it. The last potential must be given
    as 0 where the path ends in a terminal state.
    """
    phi = check_array("potential", potential)
    steps = shaping_term(phi[..., :-1], phi[..., 1:], discount)
    return steps @ discount ** np.arange(phi.shape[-1] - 1)


def check_potential(mdp: TabularMDP, potential: Any) -> np.ndarray:
    """`potential` as floats (S,), 0 at every terminal state.

    Raises: ValueError otherwise, naming the first terminal state that has another potential.
    """
    phi = check_array("potential", potential, shape=(mdp.n_states,))
    wrong = np.flatnonzero(mdp.terminal & (phi != 0))
    if wrong.size:
        raise ValueError(
            f"potential must be 0 at terminal states, for nothing follows them; got {phi[wrong[0]]:g} "
            f"at state {wrong[0]}"
        )
    return phi


def bonus_of(mdp: TabularMDP, potential: Any) -> np.ndarray:
    """F(s, t) = gamma Phi(t) - Phi(s) for each next state, (S, A, N) in the order of `successors()`.

    potential (S,), 0 at terminal states. Terminal states themselves pay nothing.
    Source: [Ng1999] theorem 1
    """
    phi = check_potential(mdp, potential)
    reached = mdp.transition.successors().next_state
    return shaping_term(phi[:, None, None], phi[reached], mdp.discount)


def shaped(mdp: TabularMDP, potential: Any) -> TabularMDP:
    """The same world whose rewards are R + F: its optimal policies are those of `mdp`, its values V - Phi.

    potential (S,), 0 at terminal states. For a sparse P the mean of F over next states is added, as its
    rewards do not depend on them.
    Raises: ValueError for a potential that is not 0 at a terminal state.
    Source: [Ng1999] theorem 1
    """
    if isinstance(mdp.transition, Sparse):
        phi = check_potential(mdp, potential)
        mean = mdp.discount * mdp.transition.expect(phi) - phi[:, None]
        return mdp.with_reward(mdp.reward + mean)
    return mdp.with_reward(mdp.paid_for() + bonus_of(mdp, potential))


def unrolled(mdp: TabularMDP, horizon: int) -> TabularMDP:
    """The MDP of S * horizon states (s, k), numbered k * S + s, where k counts steps and stops at horizon -
    1.

    A potential Phi(s, k) that changes with time is a potential of these states, and so everything that holds
    for `shaped` holds for it. Potentials are to stay as they are from step horizon - 1 on.
    Cost: horizon times the size of `mdp`.
    Source: [Devlin2012]
    """
    n, s = check_int("horizon", horizon, low=1), mdp.n_states
    index = mdp.transition.successors()
    layers = np.minimum(np.arange(n) + 1, n - 1) * s
    reached = np.concatenate([index.next_state + later for later in layers])
    probs, paid = np.tile(index.probs, (n, 1, 1)), np.tile(mdp.paid_for(), (n, 1, 1))
    start = np.concatenate([mdp.start, np.zeros((n - 1) * s)])
    return TabularMDP(Successors(reached, probs), paid, mdp.discount, start, np.tile(mdp.terminal, n))
