"""RiverSwim: the numbers of the figure, and that the best thing is to swim up."""

import numpy as np
import pytest

from simlib.mdp.policy_iteration import policy_iteration
from simlib.mdp.river_swim import RiverSwim
from simlib.mdp.tabular import TabularMDP


def test_the_standard_numbers():
    world = RiverSwim()
    probs = world.transition.probs
    assert (world.n_states, world.n_actions, world.discount) == (6, 2, 0.95)
    assert probs[:, 0].argmax(axis=-1).tolist() == [0, 0, 1, 2, 3, 4]
    assert probs[:, 0].max(axis=-1).tolist() == [1.0] * 6
    assert probs[0, 1].tolist() == [0.4, 0.6, 0.0, 0.0, 0.0, 0.0]
    for s in range(1, 5):
        assert probs[s, 1, s - 1 : s + 2].tolist() == [0.05, 0.6, 0.35]
    assert probs[5, 1].tolist() == [0.0, 0.0, 0.0, 0.0, 0.4, 0.6]
    assert world.reward[0].tolist() == [0.005, 0.0]
    assert world.reward[5].tolist() == [0.0, 1.0]
    assert np.count_nonzero(world.reward) == 2
    assert world.start.tolist() == [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    assert not world.terminal.any()


@pytest.mark.parametrize("discount", [0.9, 0.95, 0.99])
def test_swimming_up_is_best(discount):
    assert policy_iteration(RiverSwim(discount=discount)).policy.tolist() == [1] * 6


def test_a_learner_at_random_hardly_sees_the_upper_end():
    # under a fair coin the chain drifts down: the stationary share of the upper end is tiny
    chain = RiverSwim().transition.under(np.full((6, 2), 0.5))
    law = np.linalg.matrix_power(chain, 4096)[0]
    # detailed balance: up 0.3 from the end, 0.175 inside; down 0.525, and 0.7 from the top
    want = np.cumprod([1, 0.3 / 0.525, *[0.175 / 0.525] * 3, 0.175 / 0.7])
    assert law == pytest.approx(want / want.sum(), rel=1e-9)
    assert law[5] < 0.003


def test_shorter_and_longer_rivers():
    for n in (2, 3, 20):
        world = RiverSwim(n)
        assert isinstance(world, TabularMDP)
        assert world.transition.row_sums() == pytest.approx(np.ones((n, 2)))
        assert world.reward[n - 1, 1] == 1.0
    with pytest.raises(ValueError, match="n_states must be an int >= 2; got 1"):
        RiverSwim(1)
