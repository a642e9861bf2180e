"""Small worlds: DeepSea, Corridors, RoomsNav, LineKey and MemoryLength, by hand and against what is known."""

import numpy as np
import pytest
from gymnasium.vector import AutoresetMode

from simlib.mdp.bellman import backup, evaluate, greedy
from simlib.mdp.check_vector_env import check_vector_env
from simlib.mdp.corridor import Corridors
from simlib.mdp.deep_sea import DeepSea
from simlib.mdp.line_key import LineKey
from simlib.mdp.memory_length import MemoryLength, MemoryLengthVec
from simlib.mdp.rooms_nav import RoomsNav, neighbours
from simlib.mdp.tabular import TabularMDP
from simlib.stats import check_mean, detectable_gap


def planned(mdp: TabularMDP) -> np.ndarray:
    """Optimal values: backups until nothing moves by more than rounding."""
    value = np.zeros(mdp.n_states)
    for _ in range(20_000):
        new = backup(mdp, value).max(axis=-1)
        if np.abs(new - value).max() < 1e-13:
            return new
        value = new
    raise AssertionError("not converged")


@pytest.mark.parametrize("layout_seed", [None, 0, 3])
def test_the_diver_s_treasure(layout_seed):
    mdp = DeepSea(6, move_cost=0.02, layout_seed=layout_seed, discount=0.9)
    # six moves to the right: costs along the way, the treasure with the last
    value = sum(-0.02 / 6 * 0.9**k for k in range(6)) + 0.9**5
    assert planned(mdp)[0] == pytest.approx(value)
    best = greedy(backup(mdp, planned(mdp)))
    assert np.array_equal(best[:36].reshape(6, 6).diagonal(), mdp.right.diagonal())
    # one column to the left of the way all is lost, and left, which costs nothing, is best
    assert planned(mdp)[6] == 0


def test_random_diving_seldom_finds_it():
    mdp = DeepSea(8, move_cost=0.0, discount=0.999999999)
    assert evaluate(mdp, np.full((mdp.n_states, 2), 0.5))[0] == pytest.approx(2.0**-8, rel=1e-6)


def test_the_layout_of_the_sea_is_drawn_once():
    assert np.array_equal(DeepSea(9).right, DeepSea(9).right)
    assert not np.array_equal(DeepSea(9).right, DeepSea(9, layout_seed=1).right)
    assert DeepSea(9, layout_seed=None).right.all()


def test_corridors_on_paper():
    mdp = Corridors(3, 4, prizes=[0.5, 0, 2], discount=0.5)
    value = planned(mdp)
    assert value[0] == pytest.approx(2 * 0.5**3)  # four steps, the fourth pays
    assert value[1 + 0 * 4 + 2] == pytest.approx(0.5)  # one cell before the end of corridor 0: take the half
    assert value[1 + 0 * 4 + 0] == pytest.approx(2 * 0.5**4)  # better back by one and four in corridor 2
    assert mdp.terminal.nonzero()[0].tolist() == [4, 8, 12]
    follows = mdp.transition.successors().next_state[..., 0]
    assert follows[0].tolist() == [1, 5, 9]
    assert follows[6].tolist() == [7, 5, 5]
    assert follows[5].tolist() == [6, 0, 0]


def test_a_short_corridor_ends_with_its_first_cell():
    mdp = Corridors(2, 1, discount=0.9)
    assert mdp.reward.tolist()[0] == [0, 1]
    assert mdp.terminal.tolist() == [False, True, True]


def test_rooms_on_paper():
    mdp = RoomsNav()
    probs = mdp.transition.probs
    up, left, down, right = range(4)
    # (1, 1): all four neighbours in reach
    assert probs[8, up, [15, 7, 1, 9]] == pytest.approx([0.9, 0.1 / 3, 0.1 / 3, 0.1 / 3])
    # (2, 2): walls above and to the right, so that "up" stays or slips to the two others
    assert probs[16, up, [16, 15, 9]] == pytest.approx([0.9, 0.05, 0.05])
    # (1, 2): a gate upwards
    assert probs[15, up, 22] == pytest.approx(0.9)
    # the goal: right leads to the end, left nearly always away
    assert probs[48, right, [49, 47, 41]] == pytest.approx([0.9, 0.05, 0.05])
    assert probs[48, left, [49, 47, 41]] == pytest.approx([0.05, 0.9, 0.05])
    assert mdp.reward[48].tolist() == [0, 0, 0, 10]
    assert (mdp.reward[:48] == 0).all()
    assert mdp.start[8] == 1
    assert probs[16, down, 9] == pytest.approx(0.9)


def test_walls_are_the_same_from_both_sides():
    for state in range(49):
        for action, other in neighbours(state % 7, state // 7).items():
            assert neighbours(other % 7, other // 7)[(action + 2) % 4] == state
    ways = sum(len(neighbours(s % 7, s // 7)) for s in range(49))
    assert ways == 2 * (2 * 6 * 7 - 2 * 5)  # all pairs of neighbours, less five walls twice


def test_the_corner_without_luck_is_ten_steps_away():
    # from (1, 1): five up and five right through gates at 1 and 5, then "right" in the goal
    mdp = RoomsNav(slip=0.0, discount=0.5)
    assert planned(mdp)[8] == pytest.approx(10 * 0.5**10)


def test_the_key_opens_the_way_on_paper():
    # without slips: from 4 to the key at 1 (three steps), pick, to cell 7 (six steps), right
    mdp = LineKey(8, key=1, slip=0.0, discount=0.5)
    assert planned(mdp)[4] == pytest.approx(10 * 0.5 ** (3 + 1 + 6))
    assert mdp.reward.sum() == 10
    assert mdp.reward[15, 1] == 10


def test_slips_of_the_line_key():
    probs = LineKey(8, key=1, slip=0.3).transition.probs
    assert probs[3, 0, [2, 4, 3]] == pytest.approx([0.8, 0.1, 0.1])
    assert probs[1, 2, [9, 0, 2]] == pytest.approx([0.8, 0.1, 0.1])  # the key is taken
    assert probs[7, 1, [7, 6]] == pytest.approx([0.9, 0.1])  # right runs into the door, pick does nothing
    assert probs[15, 1, [16, 14, 15]] == pytest.approx([0.8, 0.1, 0.1])
    assert np.abs(probs[:16].sum(axis=-1) - 1).max() < 1e-12


def test_memory_on_paper():
    env = MemoryLengthVec(2, length=2, autoreset_mode=AutoresetMode.DISABLED)
    obs, info = env.reset(options={"context": [6, 7]})
    assert obs.tolist() == [[1, 0, -1], [1, 0, 1]]
    assert info["context"].tolist() == [6, 7]
    seen = [env.step(np.array([1, 1])) for _ in range(3)]
    assert seen[0][0].tolist() == [[0.5, 0, 0], [0.5, 0, 0]]
    assert seen[1][0].tolist() == [[0, 1, 0], [0, 1, 0]]  # the question
    assert [step[1].tolist() for step in seen] == [[0, 0], [0, 0], [-1, 1]]
    assert [step[2].tolist() for step in seen] == [[False] * 2, [False] * 2, [True] * 2]


def test_guessing_is_worth_nothing_and_remembering_one(seed):
    n = 4000
    env, rng = MemoryLengthVec(n, length=3), np.random.default_rng(seed)
    obs, _ = env.reset(seed=seed)
    bit, guess, known = obs[:, 2] > 0, np.zeros(n), np.zeros(n)
    for total, action in ((guess, rng.integers(2, size=n)), (known, bit.astype(int))):
        env.reset(seed=seed)
        for _ in range(4):
            total += env.step(action)[1]
    assert known.tolist() == [1] * n
    check_mean(guess, 0, -1, 1)
    assert detectable_gap(n, low=-1, high=1) < 0.2


def test_memory_keeps_the_contract():
    def make(num_envs, **kwargs):
        return MemoryLengthVec(num_envs, length=3, **kwargs)

    assert check_vector_env(make, modes=list(AutoresetMode), single=lambda: MemoryLength(length=3)) == []
