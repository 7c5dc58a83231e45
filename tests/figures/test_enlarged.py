"""A chart for the wall: what is measured in pixels grows, what is measured in data does not."""

from __future__ import annotations

from dashboard.figures.enlarged import enlarged


def test_pixels_grow_and_data_do_not() -> None:
    drawn = {
        "data": [
            {
                "x": [1, 2], "width": [0.5, 0.5], "marker": {"size": [8, 10], "line": {"width": 2}},
                "textfont": {"size": 13}, "error_x": {"array": [3], "thickness": 2, "width": 0},
            }
        ],
        "layout": {
            "height": 300, "margin": {"l": 10, "t": 20}, "font": {"size": 13}, "xaxis": {"range": [0, 100]},
            "annotations": [{"x": 5, "yshift": 12, "font": {"size": 12}}], "shapes": [{"x0": 3, "line": {"width": 1}}],
        },
    }  # fmt: skip
    grown = enlarged(drawn, times=2, height=700)
    (trace,) = grown["data"]
    assert trace["x"] == [1, 2] and trace["width"] == [0.5, 0.5] and trace["error_x"]["array"] == [3]
    assert trace["marker"] == {"size": [16, 20], "line": {"width": 4}} and trace["textfont"] == {"size": 26}
    assert trace["error_x"]["thickness"] == 4
    layout = grown["layout"]
    assert layout["height"] == 700 and layout["margin"] == {"l": 20, "t": 40} and layout["font"] == {"size": 26}
    assert layout["xaxis"] == {"range": [0, 100]}
    assert layout["annotations"] == [{"x": 5, "yshift": 24, "font": {"size": 24}}]
    assert layout["shapes"] == [{"x0": 3, "line": {"width": 2}}]
    assert drawn["layout"]["height"] == 300  # the drawing itself stays as it is
