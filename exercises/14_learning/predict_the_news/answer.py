"""A one-step target knows only the next number, and that is 0 until somebody has learnt it.

q_learning: when the reward comes, only the last step's target has it: 1. three_times: each episode carries the news
one state further back, since the walk reads a number before it moves it: 3. four_step: the last four states still
wait when the reward comes, so their targets have it: 4. monte_carlo: every return contains the last reward: 10.
cut_trace: the cut keeps the reward from the states 1 to 6. But the step into state 7 has 0.9 * 0.1 in its target, an
error that reaches, before the cut, all of the states 1 to 6. And the reward reaches 7 to 10. So all 10 differ
from 0, the first six for another reason than the last four. dyna: a thousand thoughts, a hundred for each
remembered step, carry the news back all the way: 10.
"""


def predict_the_news():
    return {
        "q_learning": 1,
        "three_times": 3,
        "four_step": 4,
        "monte_carlo": 10,
        "cut_trace": 10,
        "dyna": 10,
    }
