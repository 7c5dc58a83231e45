"""Names in a scatter: each beside its own point, none upon another, on the side that hides the fewest points."""

from __future__ import annotations

from itertools import combinations

from dashboard.export.label_place import Side, Spot, _area, sides

ROOM = (400.0, 200.0)
HIGH = 12.0


def placed(*named: Spot, rest: tuple[Spot, ...] = ()) -> dict[str, Side]:
    return sides(named, (*named, *rest), high=HIGH, room=ROOM)


def spot(key: str, x: float, y: float, wide: float = 50.0) -> Spot:
    return Spot(key, x, y, wide)


def test_a_name_stands_to_the_right_where_it_can() -> None:
    assert placed(spot("a", 100, 100)) == {"a": "right"}


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    assert placed(spot("a", 390, 100)) == {"a": "left"}


def test_two_points_that_nearly_meet_have_names_apart() -> None:
    found = [spot("a", 100, 100), spot("b", 102, 98), spot("c", 104, 103), spot("d", 99, 101)]
    made = placed(*found)
    areas = [_area(one, made[one.key], HIGH) for one in found if one.key in made]
    assert len(areas) >= 3
    assert not any(one.meets(other) for one, other in combinations(areas, 2))


def test_a_name_that_finds_no_side_is_left_out() -> None:
    crowd = [spot(str(n), 100 + n / 10, 100, 60) for n in range(12)]
    assert 0 < len(placed(*crowd)) < 12


def test_a_side_that_hides_no_point_comes_first() -> None:
    beside = tuple(spot(str(n), 115 + 10 * n, 100) for n in range(4))
    assert placed(spot("a", 100, 100), rest=beside) == {"a": "left"}
