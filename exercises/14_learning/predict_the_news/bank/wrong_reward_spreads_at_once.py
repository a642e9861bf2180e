"""A single step of Q-learning is thought to teach the whole way. Its target knows only the next number, which is still 0 almost everywhere."""


def predict_the_news():
    return {
        "q_learning": 10,
        "three_times": 10,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 10,
    }
