"""Work on many things is spread over processes, and gives the same as work on each of them in turn."""

from collections.abc import Sequence

import pytest

from karabakh_data.extract.spread import MANY, spread


def times(numbers: Sequence[int], factor: int) -> list[int]:
    return [number * factor for number in numbers]


@pytest.mark.parametrize("count", [0, 1, MANY - 1, MANY + 13])
def test_results_come_in_order_whoever_did_the_work(count: int) -> None:
    done = list(spread(times, range(count), 3))

    assert [number for portion, _ in done for number in portion] == list(range(count))
    assert [result for _, results in done for result in results] == [3 * number for number in range(count)]


def fail(numbers: Sequence[int], limit: int) -> None:
    raise ValueError(f"{numbers[0]} is beyond {limit}")


@pytest.mark.parametrize("count", [1, MANY])
def test_what_goes_wrong_in_the_work_is_raised(count: int) -> None:
    with pytest.raises(ValueError, match="0 is beyond 3"):
        list(spread(fail, range(count), 3))
