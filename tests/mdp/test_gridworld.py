"""Maps as MDPs: the parser, moves and slips on paper, the letters, and what is refused."""

from collections import deque

import numpy as np
import pytest

from simlib.mdp.gridworld import ARROWS, MOVES, GridWorld, parse
from simlib.mdp.policy_iteration import policy_iteration

MAP = """
    #####
    #S.G#
    #.#L#
    #...#
    #####
"""
UP, RIGHT, DOWN, LEFT = range(4)


def test_states_are_the_free_cells_in_reading_order():
    world = GridWorld(MAP)
    assert world.n_states == 8
    assert world.cells[:3].tolist() == [[1, 1], [1, 2], [1, 3]]
    assert "".join(world.letters) == "S.G.L..."
    assert world.walls.shape == (5, 5)
    assert world.state_at(2, 3) == 4
    assert world.start.tolist() == [1.0] + [0.0] * 7
    assert np.flatnonzero(world.terminal).tolist() == [2, 4]


def test_actions_are_named_as_they_move():
    assert MOVES.tolist() == [[-1, 0], [0, 1], [1, 0], [0, -1]]
    assert ARROWS == "↑→↓←"


def test_moves_and_walls_without_slip():
    probs = GridWorld(MAP).transition.as_sparse().matrix.toarray().reshape(8, 4, 8)
    assert probs[0].argmax(axis=-1).tolist() == [0, 1, 3, 0]  # wall above and at the left
    assert probs[1].argmax(axis=-1).tolist() == [1, 2, 1, 0]
    assert probs[5].argmax(axis=-1).tolist() == [3, 6, 5, 5]
    assert probs[0].max(axis=-1).tolist() == [1.0] * 4


def test_slips_on_paper():
    # slip 0.4 from the start: right succeeds with 0.6 + 0.1; up and left stay, 0.1 each; down 0.1
    world = GridWorld(MAP, slip=0.4)
    probs = world.transition.as_sparse().matrix.toarray().reshape(8, 4, 8)
    assert probs[0, RIGHT, [0, 1, 3]] == pytest.approx([0.2, 0.7, 0.1])
    assert probs[0, UP, [0, 1, 3]] == pytest.approx([0.8, 0.1, 0.1])
    # from (1, 2): the goal pays when it is reached, by right or by slipping right
    assert world.reward[1] == pytest.approx([0.1, 0.7, 0.1, 0.1])
    assert world.reward[2].tolist() == [0.0] * 4


def test_every_letter_pays_and_ends_as_it_should():
    world = GridWorld(MAP, step_reward=-0.25)
    assert world.reward[1].tolist() == [-0.25, 0.75, -0.25, -0.25]
    assert world.reward[7, UP] == pytest.approx(-1.25)  # lava
    assert world.reward[4].tolist() == [0.0] * 4
    stays = GridWorld(MAP, rewards={"G": 2.0, "L": -3.0}, lasting="G")
    assert np.flatnonzero(stays.terminal).tolist() == [4]
    assert stays.reward[2].tolist() == [2.0, 2.0, -3.0, 0.0]  # into a wall it arrives at G again


def test_letters_of_one_s_own():
    world = GridWorld("SaB", rewards={"a": -0.5, "B": 7.0}, lasting="a")
    assert world.reward[:, RIGHT].tolist() == [-0.5, 7.0, 0.0]
    assert world.terminal.tolist() == [False, False, True]


def test_several_starts_share():
    world = GridWorld("S.S\n.G.")
    assert world.start.tolist() == [0.5, 0.0, 0.5, 0.0, 0.0, 0.0]


def test_without_a_border_the_edge_is_a_wall():
    open_world, walled = GridWorld("S.\n.G"), GridWorld("####\n#S.#\n#.G#\n####")
    inner = walled.transition.as_sparse().matrix.toarray()
    assert np.array_equal(open_world.transition.as_sparse().matrix.toarray(), inner)


def test_the_best_value_is_gamma_to_the_distance():
    maze = "S.#....\n..#.##.\n..#..#.\n..##.#G\n......."
    world = GridWorld(maze, discount=0.9)
    steps = distances(world, "G")
    value = policy_iteration(world).value
    want = np.where(steps > 0, 0.9 ** (steps - 1.0), 0.0)
    assert steps.max() >= 8
    assert value == pytest.approx(want, rel=1e-9)


def distances(world: GridWorld, letter: str) -> np.ndarray:
    """Steps to a letter by breadth-first search over cells."""
    free = {tuple(cell): i for i, cell in enumerate(world.cells.tolist())}
    steps = np.full(world.n_states, -1)
    queue = deque(np.flatnonzero(world.letters == letter).tolist())
    steps[list(queue)] = 0
    while queue:
        state = queue.popleft()
        for move in MOVES:
            other = free.get(tuple((world.cells[state] + move).tolist()))
            if other is not None and steps[other] < 0:
                steps[other] = steps[state] + 1
                queue.append(other)
    return steps


def test_numbers_go_onto_the_map():
    world = GridWorld("S#\n.G")
    picture = world.on_map(np.array([1.0, 2.0, 3.0]), wall=-9.0)
    assert picture.tolist() == [[1.0, -9.0], [2.0, 3.0]]
    assert np.isnan(world.on_map(np.zeros(3))[0, 1])


def test_the_parser_forgives_indent_and_empty_lines():
    assert parse("\n\n  ##\n  #S\n\n", "#S").tolist() == [["#", "#"], ["#", "S"]]
    assert parse(" S\nG ", " SG").tolist() == [[" ", "S"], ["G", " "]]  # without walls a space is a cell


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("S.\n.X", r"text must hold letters of #.*; got 'X' in line 2, column 2"),
        ("S..\n.G", "text must have lines of one width, 3; line 2 has 2"),
        ("", "text must hold a map; got none"),
        ("..\n.G", "text must hold a start S; got none"),
        ("S#G", "text must let every goal be reached; G at state 1 cannot"),
    ],
)
def test_bad_maps_are_refused(text, sentence):
    with pytest.raises(ValueError, match=sentence):
        GridWorld(text)


def test_lava_need_not_be_reached_and_bad_numbers_are_refused():
    assert GridWorld("SG#L").n_states == 3
    with pytest.raises(ValueError, match=r"slip must .*; got 1.5"):
        GridWorld("SG", slip=1.5)
    for row, column in ((0, 2), (5, 5), (-1, 0)):
        with pytest.raises(ValueError, match=f"row and column must .*; got {row}, {column}"):
            GridWorld("SG#").state_at(row, column)
