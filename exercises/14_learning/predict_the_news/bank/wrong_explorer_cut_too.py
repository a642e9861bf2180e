"""The exploring action is thought to lose its own trace. The cut is for what came before it."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 3,
        "dyna": 10,
    }
