import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close

NAME = "one_policy"


def visits(probs, gamma, start, policy):
    """Discounted visits (S, A), by adding up steps."""
    total, here, weight = np.zeros(len(start)), start.copy(), 1.0
    while weight > 1e-13:
        total = total + weight * here
        here, weight = np.einsum("s,sa,sat->t", here, policy, probs), weight * gamma
    return total[:, None] * policy


def world(rng):
    n, k = int(rng.integers(2, 7)), int(rng.integers(2, 4))
    probs, start = rng.dirichlet(np.full(n, 0.4), (n, k)), rng.dirichlet(np.full(n, 0.5))
    first, second = rng.dirichlet(np.full(k, 0.4), (2, n))
    return probs, float(rng.uniform(0.3, 0.95)), start, first, second


def policy(answer, probs, gamma, start, first, second, share):
    got = answer.call(NAME, probs, gamma, start, first, second, share)
    got = expect_array(got, "the policy", first.shape, axes="(states, actions)")
    sums = bool(np.abs(got.sum(axis=1) - 1).max() <= 1e-6 and got.min() >= -1e-9)
    expect(sums, "each row of the policy must hold probabilities that sum to 1")
    return got


def check_rows(answer, rng):
    """Returns a policy."""
    for _ in range(4):
        policy(answer, *world(rng), float(rng.uniform(0.2, 0.8)))


def check_example(answer, rng):
    """Is right in the worked example, and with other shares."""
    probs = np.zeros((2, 2, 2))
    probs[:, 0, 0] = probs[:, 1, 1] = 1
    first, second = np.array([[1.0, 0.0], [1.0, 0.0]]), np.array([[0.0, 1.0], [0.0, 1.0]])
    for share in (0.25, float(rng.uniform(0.1, 0.9))):
        got = policy(answer, probs, 0.5, np.array([1.0, 0.0]), first, second, share)
        stay = 2 * share / (2 * share + 1 - share)
        want = np.array([[stay, 1 - stay], [0.0, 1.0]])
        expect_close(
            got, want, "in the card's world of two states the policy is another", rtol=1e-7, atol=1e-9
        )


def check_no_coin(answer, rng):
    """Is the one policy where the coin always falls alike."""
    probs, gamma, start, first, second = world(rng)
    start = np.full(len(start), 1 / len(start))
    for share, want in ((1.0, first), (0.0, second)):
        got = policy(answer, probs, gamma, start, first, second, share)
        sentence = f"with share = {share:g} the answer is one of the two policies"
        expect_close(got, want, sentence, rtol=1e-6, atol=1e-7)


def check_occupancy(answer, rng):
    """Uses the world as the coin does."""
    for far in (False, True) * 4:
        case, share = world(rng), float(rng.uniform(0.1, 0.9))
        probs, gamma, start, first, second = case
        gamma = 0.99 if far else gamma
        case = probs, gamma, start, first, second
        got = visits(probs, gamma, start, policy(answer, *case, share))
        want = share * visits(probs, gamma, start, first) + (1 - share) * visits(probs, gamma, start, second)
        sentence = "in a random world your policy's occupancy is not that of the robot with the coin"
        expect_close(got, want, sentence, rtol=1e-6, atol=1e-7)


def check_unvisited(answer, rng):
    """Treats every action alike where nobody comes."""
    probs, gamma, start, first, second = world(rng)
    n, k = first.shape
    wide = np.zeros((n + 1, k, n + 1))
    wide[:n, :, :n], wide[n, :, 0] = probs, 1.0
    extra = rng.dirichlet(np.ones(k), 2)
    case = wide, gamma, np.append(start, 0.0), np.vstack([first, extra[:1]]), np.vstack([second, extra[1:]])
    got = policy(answer, *case, 0.4)[n]
    sentence = "in a state that is never visited every action gets the same probability"
    expect_close(got, np.full(k, 1 / k), sentence, rtol=1e-7, atol=1e-9)
