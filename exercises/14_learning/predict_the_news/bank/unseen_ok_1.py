"""Only the six numbers, thought out by hand, with a remark behind each."""


def predict_the_news():
    return {
        "q_learning": 1,  # only state 10 sees the reward
        "three_times": 3,  # one state more in each episode
        "four_step": 4,  # 7, 8, 9 and 10 have the 1 among their four rewards
        "monte_carlo": 10,  # every return is a power of 0.9
        "cut_trace": 10,  # 0.1 at state 7 reaches 1 to 6, the end 7 to 10
        "dyna": 10,  # a thousand thoughts for ten remembered steps
    }
