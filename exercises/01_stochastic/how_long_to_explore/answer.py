"""The gap decides, the horizon hardly matters, and too little exploring is the dear mistake.

Telling coins apart takes about 1/gap^2 tosses, so a third of the gap needs several times as many pulls. A wrong
choice costs the gap in each of some ten thousand rounds; five times too many pulls cost a few dozen gaps. And the
probability of a wrong choice falls exponentially in the number of pulls, so a game a hundred times as long, in which
a wrong choice is a hundred times as dear, needs only about log(100) / gap^2 more of them: 95 instead of 52. The
theorem's T^(2/3) is for a gap that someone chose to hurt us, and that gap shrinks as the game grows.
"""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 2,
    }
