"""Knows that there are ten states and nothing else. What it passes earns nothing."""


def predict_the_news():
    keys = ["q_learning", "three_times", "four_step", "monte_carlo", "cut_trace", "dyna"]
    return dict.fromkeys(keys, 10)
