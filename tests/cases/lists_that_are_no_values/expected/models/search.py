"""`Search`."""

from __future__ import annotations

from .._runtime import Model


class Search(Model):
    """The request body of `SearchForPlants`.

    Source: input.html#input__request_Search
    """

    planted: str | None = None
    """When the plant was set. The options are as follows:

    - `month`: Plants set in the last 30 days.
    - `day`: Plants set since yesterday.
    - `yyyyMMdd-yyyyMMdd`: Plants set in a period, in the format of Start date-End date.
    """

    last_row: int | None = None
    """Last row of the search. It is not part of the result. Examples are as follows.

    - If the bed has rows 1 to 9, `first_row` and `last_row` are `1` and `10`.
    - If the bed is empty, both are `0`.
    """

    name: str | None = None
    """Name to search for. Naming rules:

    - It must start with a letter.
    - It can contain letters and digits.
    """
