"""The cut is seen, but not that the step into state 7 bootstraps on the 0.1 that stands there, while the traces of the first six states are still alive."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 4,
        "dyna": 10,
    }
