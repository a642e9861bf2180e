"""Evidence grows like the gap squared, certainty like a logarithm, and not looking costs a power of T.

Tosses: near 1/2 the divergence of one toss is about 8 g^2, so a third of the gap needs nine times as many.
Certainty: the error falls exponentially with the evidence. log 1000 is 3 times log 10; with the bell
curve's own factor it is (3.09 / 1.28)^2, about 5.8. Longer: n pulls of each arm cost n at gap 1, and a
wrong choice costs T / sqrt(n) at gap 1 / sqrt(n). They meet at n = T^(2/3), and 64^(2/3) = 16. Arms:
the bound grows like sqrt(K T). Pair: near 1 a coin hardly varies, kl(0.85, 0.95) is more than three
times kl(0.4, 0.5), and the bound is gap / kl.
"""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
