"""Each nine costs a factor of ten and a little; news travels with the sweep or one place at a time.

Half: 0.99^69 = 0.5, as log(1/2) / log(0.99) says. Nines: the step after k sweeps is gamma^k and must fall to 0.001
(1 - gamma), so k = log(1000 / (1 - gamma)) / log(1 / gamma): 88 and 1146, 13 times. Order: a place can be right only
after its right neighbour is, and that one comes later in the same sweep: one place per sweep, 99 of them. In the other
order a single sweep does it. Lasting: every policy gains 5 / (1 - gamma), the same for all. Ending: a policy gains 5
for each step that it lasts, so those that never arrive gain most.
"""


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
