"""E3B: one-hot places give 1 / (ridge + N) exactly; the updated inverse is the inverse."""

import numpy as np
import pytest

from simlib.mdp.e3b import EllipticalBonus, elliptical_bonus, rank_one_update


def test_one_hot_places_give_one_over_ridge_plus_count(seed):
    rng, bonus, count = np.random.default_rng(seed), EllipticalBonus(3, 5, ridge=0.1), np.zeros((3, 5))
    for t in range(400):
        if t in (150, 290):  # run 1 begins anew
            bonus.begin(np.array([False, True, False]))
            count[1] = 0
        place = rng.integers(5, size=3)
        paid = bonus.visit(np.eye(5)[place])
        assert paid == pytest.approx(1 / (0.1 + count[np.arange(3), place]), rel=1e-11)
        count[np.arange(3), place] += 1


def test_the_bonus_on_paper():
    # C = diag(2, 4): (1/2, 1/4) on the diagonal; phi = (3, 1) gives 9/2 + 1/4
    assert elliptical_bonus(np.diag([0.5, 0.25]), np.array([3.0, 1.0])) == pytest.approx(4.75)


def test_the_update_is_the_inverse_of_the_sum(seed):
    phi = np.random.default_rng(seed).standard_normal((2, 50, 3))
    bonus = EllipticalBonus(2, 3, ridge=0.7)
    for t in range(50):
        bonus.visit(phi[:, t])
    direct = np.linalg.inv(0.7 * np.eye(3) + np.einsum("rti,rtj->rij", phi, phi))
    assert bonus.inverse == pytest.approx(direct, rel=1e-8, abs=1e-12)


def test_the_update_broadcasts_over_runs():
    rng = np.random.default_rng(8)
    inverse, phi = np.linalg.inv(np.eye(3) + 0.2 * np.ones((4, 3, 3))), rng.standard_normal((4, 3))
    rows = np.stack([rank_one_update(i, p) for i, p in zip(inverse, phi, strict=True)])
    assert rank_one_update(inverse, phi) == pytest.approx(rows, rel=1e-12)


def test_a_direction_already_taken_pays_less_and_a_new_one_does_not():
    bonus = EllipticalBonus(1, 2, ridge=1.0)
    first = bonus.visit(np.array([[2.0, 0.0]]))
    again, across = bonus.visit(np.array([[2.0, 0.0]])), bonus.visit(np.array([[0.0, 2.0]]))
    assert (first[0], again[0], across[0]) == pytest.approx((4, 4 / 5, 4))


def test_bad_arguments_are_refused():
    with pytest.raises(ValueError, match="ridge must be a number > 0; got 0"):
        EllipticalBonus(1, 2, ridge=0)
    with pytest.raises(ValueError, match=r"phi must be an array of shape \(1, 2\)"):
        EllipticalBonus(1, 2).visit(np.zeros((1, 3)))
