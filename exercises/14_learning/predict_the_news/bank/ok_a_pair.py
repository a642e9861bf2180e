"""Keys and values zipped."""


def predict_the_news():
    keys = ["q_learning", "three_times", "four_step", "monte_carlo", "cut_trace", "dyna"]
    return dict(zip(keys, [1, 3, 4, 10, 10, 10]))
