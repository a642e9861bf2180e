import numpy as np

from simlib.exercise.expect import expect, expect_number

KEYS = ("closer", "presence", "potential", "kept", "forgotten")
GAMMA, GOAL = 0.9, 2
AFTER = {0: (0, 1), 1: (0, 1, 2)}  # where a step may lead


def planned(bonus):
    """The true value from S of the best plan with a bonus (before, after), by value iteration."""
    value = np.zeros(3)
    for _ in range(2000):
        value = np.array([*(max(worth(s, t, bonus, value) for t in AFTER[s]) for s in (0, 1)), 0.0])
    state, power = 0, 1.0
    for _ in range(50):
        best = max(AFTER[state], key=lambda t: worth(state, t, bonus, value))
        if best == GOAL:
            return power
        state, power = best, power * GAMMA
    return 0.0


def worth(before, after, bonus, value):
    return float(after == GOAL) + bonus(before, after) + GAMMA * value[after]


def threshold(bonus):
    """The smallest c, to 0.001, from which the plan with c * bonus never arrives."""
    low, high = 0.0, 5.0
    while high - low > 0.001:
        middle = (low + high) / 2
        arrives = planned(lambda s, t: middle * bonus(s, t)) > 0
        low, high = (middle, high) if arrives else (low, middle)
    return low


def predicted(answer, key, high):
    """The student's number for one question."""
    got = answer.call("predict_farming")
    expect(type(got) is dict, "predict_farming must return a dict")
    expect(sorted(got) == sorted(KEYS), "the dict must have the five keys that the card lists, and no other")
    return expect_number(got[key], key, 0, high)


def judge(value, want, tolerance, stories):
    """Pass within the tolerance, otherwise tell the story of the range that the value lies in."""
    if abs(value - want) <= tolerance:
        return
    story = next((text for low, high, text in stories if low <= value <= high), "it is off by more than that")
    expect(False, f"not within {tolerance:g} of what comes out: {story}")


def check_closer(answer, rng):
    """Predicts when back and forth is worth more than the goal."""
    stories = [
        (0.05, 0.15, "who walks back is not paid for that step: only every second step pays"),
        (0.19, 0.2199, "the last step comes closer to the goal, and so pays the bonus as well"),
        (0.22, 0.237, "from M the first step of the walk is the one back, which pays nothing"),
        (0.9, 5, "a bonus smaller than the goal's 1 adds up, for it is paid again and again"),
    ]
    judge(predicted(answer, "closer", 5), threshold(lambda s, t: float(t > s)), 0.03, stories)


def check_presence(answer, rng):
    """Predicts when staying next to the goal is worth more than the goal."""
    stories = [
        (0, 0.05, "with a discount the payments of a life that never ends have a finite sum"),
        (0.15, 0.3, "who bumps into the wall of M is paid on every step, not on every second one"),
        (0.9, 5, "a bonus smaller than the goal's 1 adds up, for it is paid again and again"),
    ]
    judge(predicted(answer, "presence", 5), threshold(lambda s, t: float(t == 1)), 0.03, stories)


def check_potential(answer, rng):
    """Predicts the plan under a potential a hundred times the goal's pay."""
    stories = [
        (0, 0.1, "add up the payments of a path with their discounts: can any action change the sum?"),
        (0.97, 1, "the true value counts from S, and the goal is paid with the second step"),
    ]
    phi = (-200.0, -100.0, 0.0)
    judge(predicted(answer, "potential", 1), planned(lambda s, t: GAMMA * phi[t] - phi[s]), 0.02, stories)


def check_kept(answer, rng):
    """Predicts what a potential kept at the end does here."""
    stories = [
        (0, 0.1, "the slip pays for reaching G soon; does that make the agent stay away from G?"),
        (0.97, 1, "the true value counts from S, and the goal is paid with the second step"),
    ]
    phi = (100.0, 200.0, 300.0)
    judge(predicted(answer, "kept", 1), planned(lambda s, t: GAMMA * phi[t] - phi[s]), 0.02, stories)


def check_forgotten(answer, rng):
    """Predicts what a forgotten discount does here."""
    stories = [
        (
            0.85,
            0.95,
            "waiting in M pays nothing and costs nothing; what does the step from M to G pay in all?",
        ),
        (0.97, 1, "the true value counts from S; and does the agent go to G at all?"),
    ]
    phi = (100.0, 200.0, 0.0)
    judge(predicted(answer, "forgotten", 1), planned(lambda s, t: phi[t] - phi[s]), 0.02, stories)
