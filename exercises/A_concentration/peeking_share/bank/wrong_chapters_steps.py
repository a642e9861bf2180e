"""You carried the chapter's five points per factor of ten over. They are Hoeffding's; her interval is shorter, and each
look fools her more often."""


def peeking_share(case):
    """Your prediction for one plan, a number in [0, 1]."""
    mine = {
        "one look": 0.05,
        "ten looks": 0.1,
        "every toss": 0.15,
        "ten times longer": 0.2,
    }
    return mine[case]
