from simlib.exercise.expect import expect

SINGLE = ("global", "episodic")
ANY = ("none", "global", "episodic", "sum")
CHOICES = {
    "fresh": SINGLE,
    "half": SINGLE,
    "shared": SINGLE,
    "lucky": (0, 0.25, 0.5, 0.75, 1),
    "frozen": ANY,
    "clock": ANY,
}
# success over 64 runs of `train(ArmsCMDP(n_arms=2), ...)`, seed 5; no standard error above 0.07
SUCCESS = {
    "fresh": {"global": 0.000, "episodic": 0.997},
    "half": {"global": 0.404, "episodic": 0.718},
    "shared": {"global": 0.781, "episodic": 0.482},
}


def guess(answer, name):
    """One entry of the student's dict."""
    got = answer.call("predict")
    expect(type(got) is dict and name in got, f'predict must return a dict with an entry "{name}"')
    words = ", ".join(str(choice) for choice in CHOICES[name])
    expect(got[name] in CHOICES[name] and type(got[name]) is not bool, f'"{name}" must be one of {words}')
    return got[name]


def check_entries(answer, rng):
    """Has the six entries, each one of its choices."""
    for name in CHOICES:
        guess(answer, name)


def check_fresh(answer, rng):
    """Predicts the winner in fresh worlds."""
    winner = max(SUCCESS["fresh"], key=SUCCESS["fresh"].get)
    expect(guess(answer, "fresh") == winner, "in fresh worlds the other one wins: what is its bonus there?")


def check_half(answer, rng):
    """Predicts the winner where half of the episodes are shared."""
    winner = max(SUCCESS["half"], key=SUCCESS["half"].get)
    expect(guess(answer, "half") == winner, "the other one wins: take the mean over both kinds of episodes")


def check_shared(answer, rng):
    """Predicts the winner in the shared world."""
    winner = max(SUCCESS["shared"], key=SUCCESS["shared"].get)
    expect(
        guess(answer, "shared") == winner,
        "in the shared world the other one wins: who knows which arm was tried?",
    )


def check_lucky(answer, rng):
    """Predicts what luck alone is worth with two arms."""
    nearest = min(CHOICES["lucky"], key=lambda x: abs(x - SUCCESS["shared"]["episodic"]))
    expect(
        guess(answer, "lucky") == nearest, "the episodic bonus came out nearer to another of these numbers"
    )


def check_frozen(answer, rng):
    """Knows what is left of a product whose counts stay 0."""
    expect(
        guess(answer, "frozen") == "episodic",
        "put N = 0 into the formula of the product: what is left of it?",
    )


def check_clock(answer, rng):
    """Knows what a clock does to the product."""
    expect(guess(answer, "clock") == "global", "which factor of the product does a clock make constant?")
