"""Compare, in M, one last step with a life that never ends.

closer: going pays 1 + c. Walking back and forth pays nothing, c, nothing, c, ...: 0.9 c / (1 - 0.81) = 4.74 c. The two are
equal at c = 1 / 3.74 = 0.268. presence: going pays 1, staying c + 0.9 c + ... = 10 c, equal at 0.1. potential: any path's
payments telescope to -Phi(S), so the plan is the old one, at any scale, and worth 0.9. kept: what is left is
gamma^n 300 - Phi(S), which depends on when G is reached; but sooner is better, as before, so this slip happens to do no
harm here. forgotten: waiting in M costs nothing, going to G takes 200 back and pays 1. It never goes.
"""


def predict_farming():
    gamma = 0.9
    walk = gamma / (1 - gamma**2)
    return {
        "closer": 1 / (walk - 1),
        "presence": 1 - gamma,
        "potential": gamma,
        "kept": gamma,
        "forgotten": 0,
    }
