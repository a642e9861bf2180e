import numpy as np

from simlib.exercise.expect import expect, expect_number

KEYS = ("q_learning", "three_times", "four_step", "monte_carlo", "cut_trace", "dyna")
N, STEP, DISCOUNT, DECAY = 10, 0.5, 0.9, 0.8


def predicted(answer, key):
    got = answer.call("predict_the_news")
    expect(type(got) is dict, "predict_the_news must return a dict")
    expect(sorted(got) == sorted(KEYS), "the dict must have the six keys that the card lists, and no other")
    expect(type(got[key]) is int, f"{key} must be a whole number, an int")
    return expect_number(got[key], key, 0, N)


def one_step(episodes):
    q = np.zeros(N + 1)
    for _ in range(episodes):
        for s in range(N):
            q[s] += STEP * ((s == N - 1) + DISCOUNT * q[s + 1] - q[s])
    return int((q != 0).sum())


def by_trace(left_of_seventh):
    """Watkins's Q(lambda) on the straight walk; q(7, left) is a number, state 7 has index 6."""
    right, left, trace = np.zeros(N + 1), np.zeros(N + 1), np.zeros(N + 1)
    left[6] = left_of_seventh
    for s in range(N):
        trace *= DISCOUNT * DECAY * (right[s] >= left[s])
        trace[s] += STEP
        error = (s == N - 1) + DISCOUNT * max(right[s + 1], left[s + 1]) - right[s]
        right += trace * error
    return int((right != 0).sum())


def judge(value, want, stories):
    """Pass if it is the number, otherwise tell what that number would mean."""
    expect(value == want, "not what comes out: " + stories.get(value, "write down each target in turn"))


def check_q_learning(answer, rng):
    """Predicts one episode of Q-learning."""
    stories = {
        10: "when the reward comes, only the last step's target contains it",
        0: "the last step was paid",
    }
    judge(predicted(answer, "q_learning"), one_step(1), stories)


def check_three_times(answer, rng):
    """Predicts three episodes of Q-learning."""
    stories = {
        10: "how far back does each episode carry what the one before has learnt?",
        1: "in the second episode the state before the last one bootstraps on a number that is not 0",
        9: "the walk goes towards the goal: a number learnt in this episode is read by an earlier state in the next",
    }
    judge(predicted(answer, "three_times"), one_step(3), stories)


def check_four_step(answer, rng):
    """Predicts one episode of 4-step SARSA."""
    stories = {
        1: "that is one step; with four, more than one state is still waiting when the reward comes",
        3: "the step that earns the reward is one of the four",
        5: "a target holds four rewards: which is the earliest state whose four include the last reward?",
        10: "states that were moved before the end do not know of the reward",
    }
    judge(predicted(answer, "four_step"), min(4, N), stories)


def check_monte_carlo(answer, rng):
    """Predicts one episode of Monte Carlo."""
    stories = {1: "Monte Carlo waits for the end, and then every visited state gets its whole return"}
    judge(predicted(answer, "monte_carlo"), N, stories)


def check_cut_trace(answer, rng):
    """Predicts a trace that is cut."""
    stories = {
        4: "that is how far the reward reaches; but 0.1 is not nothing, and somebody bootstraps on it",
        3: "the exploring action itself keeps its own trace",
        9: "the cut comes first, and the exploring action's own trace is laid after it",
        5: "the error of state 6 moves every state whose trace is alive at that moment",
        1: "with a trace an error moves more than one state",
    }
    judge(predicted(answer, "cut_trace"), by_trace(0.1), stories)


def check_dyna(answer, rng):
    """Predicts a thousand thoughts."""
    stories = {
        1: "that is before the thoughts; then every remembered step is gone through about a hundred times",
        2: "one thought carries the news back one state; here are a thousand",
    }
    judge(predicted(answer, "dyna"), N, stories)
