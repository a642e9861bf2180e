"""The state four steps before the rewarded one is counted. Its four rewards end one short of the goal."""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 5,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 10,
    }
