"""The corridor: its closed form against planning, its probabilities, the gamma at which the plan flips."""

import numpy as np
import pytest
from hypothesis import given, strategies

from simlib.mdp.bellman import evaluate
from simlib.mdp.chain import Chain
from simlib.mdp.policy_iteration import policy_iteration


def test_the_value_on_paper():
    # forward 1, gamma 0.5: 1, 1/2, 1/4 by distance; the lure 0.2 for ever is worth 0.4
    world = Chain(4, forward=1.0, lure=0.2, discount=0.5)
    assert world.best_value() == pytest.approx([0.4, 0.5, 1.0, 0.0])
    # half of the steps fail: v = 0.5 + 0.25 v, so 2/3; then v = 0.25 * 2/3 + 0.25 v, so 2/9
    assert Chain(3, forward=0.5, discount=0.5).best_value() == pytest.approx([2 / 9, 2 / 3, 0.0])


def test_where_it_leads_and_what_it_pays():
    world = Chain(4, forward=0.7, prize=5.0, lure=0.3)
    probs = world.transition.as_sparse().matrix.toarray().reshape(4, 2, 4)
    assert probs[1, 0].tolist() == [1.0, 0.0, 0.0, 0.0]
    assert probs[1, 1] == pytest.approx([0.0, 0.3, 0.7, 0.0])
    assert world.reward[0].tolist() == [0.3, 0.0]
    assert world.reward[2] == pytest.approx([0.3, 3.5])
    assert world.reward[3].tolist() == [0.0, 0.0]
    assert np.flatnonzero(world.terminal).tolist() == [3]
    assert world.start.tolist() == [1.0, 0.0, 0.0, 0.0]


@given(
    strategies.integers(2, 12),
    strategies.floats(0.05, 1),
    strategies.floats(0, 0.5),
    strategies.floats(0, 0.98),
)
def test_the_closed_form_is_what_planning_finds(n, forward, lure, discount):
    world = Chain(n, forward, prize=2.0, lure=lure, discount=discount)
    assert world.best_value() == pytest.approx(policy_iteration(world).value, rel=1e-8, abs=1e-10)


def test_two_plans_are_all_there_is():
    world = Chain(9, lure=0.05, discount=0.93)
    on, lure = evaluate(world, np.ones(9, int)), evaluate(world, np.zeros(9, int))
    assert world.best_value() == pytest.approx(np.maximum(on, lure))
    assert (on > lure)[:-1].sum() >= 2
    assert (lure > on)[:-1].sum() >= 2


def test_the_plan_flips_twice_with_gamma():
    # 0.04 now beats a prize that is out of sight; a prize of 1 beats 0.2; but 0.02 for ever comes to 2
    worlds = [Chain(lure=0.02, discount=gamma) for gamma in (0.5, 0.9, 0.99)]
    assert [int(policy_iteration(world).policy[0]) for world in worlds] == [0, 1, 0]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"n_states": 1}, "n_states must be an int >= 2; got 1"),
        ({"forward": 0}, r"forward must be a number in \(0, 1\]; got 0"),
        ({"prize": 0}, "prize must be a number > 0; got 0"),
        ({"lure": -1}, "lure must be a number >= 0; got -1"),
        ({"discount": 1}, r"discount must be a number in \[0, 1\)"),
    ],
)
def test_bad_arguments_are_refused(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        Chain(**wrong)
