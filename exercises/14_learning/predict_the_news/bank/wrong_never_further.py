"""Each episode of Q-learning is thought to teach the last state only. From the second on the state before it bootstraps on what the first has taught."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 1,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 10,
    }
