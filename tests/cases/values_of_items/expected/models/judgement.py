"""`JudgementReason`, `JudgementWeak`, `WeakText`, `Judgement`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model, OpenIntEnum, OpenStrEnum


class JudgementReason(OpenIntEnum):
    """IDs of the reasons.

    Source: input.html#input__request_Judgement
    """

    IT_HAS_NO_LEAVES = 0
    """It has no leaves."""
    VALUE_1 = 1
    """The soil around its roots has been dry for a week."""
    UNKNOWN = 2
    """unknown"""


class JudgementWeak(OpenIntEnum):
    """Whether the plant is weak.

    Source: input.html#input__request_Judgement
    """

    STRONG_PLANT = 0
    """strong plant"""
    WEAK_PLANT = 1
    """weak plant"""


class WeakText(OpenStrEnum):
    """Whether the plant is weak.

    Source: input.html#input__request_Judgement
    """

    NOT_WEAK = "0"
    """not weak"""
    FALSE = "false"
    """not weak"""
    WEAK = "1"
    """weak"""
    TRUE = "true"
    """weak"""


class Judgement(Model):
    """The request body of `JudgePlant`.

    Source: input.html#input__request_Judgement
    """

    joined_reasons: str | None = None
    """Reasons why the plant is weak. Use a hyphen (-) to separate every two reason IDs,
    for example, `2-1`. The options are as follows:

    - `0`: It has no leaves.
    - `1`: The soil around its roots has been dry for a week.
    - `2`: unknown
    """

    reasons: list[JudgementReason | int] | None = None
    """IDs of the reasons.

    Values: see `JudgementReason`.
    """

    weak: JudgementWeak | float | None = None
    """Whether the plant is weak.

    Values: see `JudgementWeak`.
    """

    weak_text: WeakText | str | None = None
    """Whether the plant is weak.

    Values: see `WeakText`.
    """

    certainty: float | None = Field(default=None, ge=0, le=1)
    """How certain the judgement is. The value range is `[0,1]`.

    Bounds: at least 0, at most 1.
    """
