"""A picture with sliders, where someone can move them; elsewhere the picture of the start values.

    explore(draw, gap=([0.05, 0.1, 0.2, 0.4], 0.2), horizon=([100, 1000, 10_000], 1000))

In this file: `explore`.
"""

from __future__ import annotations

import html
import importlib.util
import os
from collections.abc import Callable, Sequence
from typing import Any

from simlib.plot import Picture


def explore(draw: Callable[..., Picture], **controls: tuple[Sequence[Any], Any]) -> Any:
    """Sliders above `draw(**values)`, a Picture that is drawn anew when one is moved.

    controls: NAME=(values, start), start one of at least two values; NAME is an argument of `draw`.
    Where SIMLIB_WIDGETS is "no", as in the book and the tests, or without ipywidgets: the Picture of the
    start values. Each picture should be drawn in about half a second.

    Raises: ValueError for a start that is not among the values.
    """
    for name, (values, start) in controls.items():
        if len(values) < 2 or start not in values:
            raise ValueError(
                f"{name} must start at one of at least two values; got {start} of {list(values)}"
            )
    picture = draw(**{name: start for name, (_, start) in controls.items()})
    live = os.environ.get("SIMLIB_WIDGETS") != "no" and importlib.util.find_spec("ipywidgets")
    return _sliders(draw, controls, picture) if live else picture


def _sliders(draw: Callable[..., Picture], controls: dict[str, Any], picture: Picture) -> Any:
    """The sliders, the image and its sentence, one below the other."""
    import ipywidgets

    image = ipywidgets.Image(value=picture.png, format="png")
    sentence = ipywidgets.HTML(value=f"<p>{html.escape(picture.sentence)}</p>")
    sliders = {
        name: ipywidgets.SelectionSlider(
            options=list(values), value=start, description=name.replace("_", " "), continuous_update=False
        )
        for name, (values, start) in controls.items()
    }

    def redraw(_: Any) -> None:
        new = draw(**{name: slider.value for name, slider in sliders.items()})
        image.value, sentence.value = new.png, f"<p>{html.escape(new.sentence)}</p>"

    for slider in sliders.values():
        slider.observe(redraw, "value")
    return ipywidgets.VBox([*sliders.values(), image, sentence])
