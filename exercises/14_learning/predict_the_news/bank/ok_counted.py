"""Counted along the corridor."""


def predict_the_news():
    length, n = 10, 4
    return {
        "dyna": length,
        "cut_trace": 6 + 4,
        "monte_carlo": length,
        "four_step": n,
        "three_times": 3 * 1,
        "q_learning": 1,
    }
