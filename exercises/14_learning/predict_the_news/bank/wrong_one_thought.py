"""Dyna-Q is thought to do one update more. It had a thousand thoughts, each carrying news back where there is some."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 2,
    }
