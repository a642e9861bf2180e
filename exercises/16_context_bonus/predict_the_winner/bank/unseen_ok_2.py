"""Constants at the top as the card asks, dict() with keywords, the arm's share computed."""
ON = "episodic"
ELSEWHERE = "global"
ARMS = 2


def predict():
    lucky = min([0, 0.25, 0.5, 0.75, 1], key=lambda x: abs(x - 1 / ARMS))
    return dict(
        fresh=ON, half=ON, shared=ELSEWHERE, lucky=lucky, frozen=ON, clock=ELSEWHERE
    )
