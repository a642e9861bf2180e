"""Four steps are thought to reach three states back, beside the rewarded one. The rewarded step is one of the four."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 3,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 10,
    }
