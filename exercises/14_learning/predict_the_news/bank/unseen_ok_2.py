"""Counts sets of states: who is reached by which news, the sizes are the answer."""


def predict_the_news():
    states = range(1, 11)
    last = states[-1]
    reached = {
        "q_learning": {last},
        "three_times": {last - back for back in range(3)},
        "four_step": {s for s in states if s + 4 > last},
        "monte_carlo": set(states),
        "cut_trace": {s for s in states if s < 7} | {s for s in states if s >= 7},
        "dyna": set(states),
    }
    return {name: len(who) for name, who in reached.items()}
