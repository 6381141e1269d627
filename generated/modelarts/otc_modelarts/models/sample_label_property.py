"""`SampleLabelPropertyHard`, `SampleLabelPropertyShape`, `SampleLabelProperty`."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime import Model, OpenStrEnum


class SampleLabelPropertyHard(OpenStrEnum):
    """Sample labeled as a hard sample or not, which is a default attribute.

    Source: CreateTask.html#CreateTask__request_SampleLabelProperty
    """

    NOT_A_HARD_EXAMPLE = "0"
    """not a hard example"""
    FALSE = "false"
    """not a hard example"""
    HARD_EXAMPLE = "1"
    """hard example"""
    TRUE = "true"
    """hard example"""


class SampleLabelPropertyShape(OpenStrEnum):
    """Object shape, which is a default attribute dedicated to the object detection label
    and is left empty by default.

    Source: CreateTask.html#CreateTask__request_SampleLabelProperty
    """

    BNDBOX = "bndbox"
    """rectangle"""
    POLYGON = "polygon"
    """polygon"""
    CIRCLE = "circle"
    """circle"""
    LINE = "line"
    """straight line"""
    DASHED = "dashed"
    """dotted line"""
    POINT = "point"
    """point"""
    POLYLINE = "polyline"
    """polyline"""


class SampleLabelProperty(Model):
    """Attribute key-value pair of the sample label, such as the object shape and shape
    feature.

    Source: CreateTask.html#CreateTask__request_SampleLabelProperty
    """

    modelarts_content: str | None = Field(
        default=None,
        validation_alias="@modelarts:content",
        serialization_alias="@modelarts:content",
    )
    """Speech text content, which is a default attribute dedicated to the speech label
    (including the speech content and speech start and end points).
    """

    modelarts_end_index: int | None = Field(
        default=None,
        validation_alias="@modelarts:end_index",
        serialization_alias="@modelarts:end_index",
    )
    """End position of the text, which is a default attribute dedicated to the named entity
    label. The end position does not include the character corresponding to the value of
    `end_index`. Examples are as follows.

    - If the text content is "Barack Hussein Obama II (born August 4, 1961) is an
      American attorney and politician.", the `start_index` and `end_index` values of
      "Barack Hussein Obama II" are `0` and `23`, respectively.
    - If the text content is "By the end of 2018, the company has more than 100
      employees.", the `start_index` and `end_index` values of "By the end of 2018" are
      `0` and `18`, respectively.
    """

    modelarts_end_time: str | None = Field(
        default=None,
        validation_alias="@modelarts:end_time",
        serialization_alias="@modelarts:end_time",
    )
    """Speech end time, which is a default attribute dedicated to the speech start/end
    point label, in the format of `hh:mm:ss.SSS`. (`hh` indicates hour; `mm` indicates
    minute; `ss` indicates second; and `SSS` indicates millisecond.)
    """

    modelarts_feature: Any = Field(
        default=None,
        validation_alias="@modelarts:feature",
        serialization_alias="@modelarts:feature",
    )
    """Shape feature, which is a default attribute dedicated to the object detection label,
    with type of `List`. The upper left corner of an image is used as the coordinate
    origin `[0,0]`. Each coordinate point is represented by [x, y]. x indicates the
    horizontal coordinate, and y indicates the vertical coordinate (both x and y are
    greater than or equal to 0). The format of each shape is as follows:

    - `bndbox`: consists of two points, for example, `[[0,10],[50,95]]`. The first point
      is located at the upper left corner of the rectangle and the second point is
      located at the lower right corner of the rectangle. That is, the X coordinate of
      the first point must be smaller than that of the second point, and the Y
      coordinate of the second point must be smaller than that of the first point.
    - `polygon`: consists of multiple points that are connected in sequence to form a
      polygon, for example, `[[0,100],[50,95],[10,60],[500,400]]`.
    - `circle`: consists of the center point and radius, for example,
      `[[100,100],[50]]`.
    - `line`: consists of two points, for example, `[[0,100],[50,95]]`. The first point
      is the start point, and the second point is the end point.
    - `dashed`: consists of two points, for example, `[[0,100],[50,95]]`. The first
      point is the start point, and the second point is the end point.
    - `point`: consists of one point, for example, `[[0,100]]`.
    - `polyline`: consists of multiple points, for example,
      `[[0,100],[50,95],[10,60],[500,400]]`.
    """

    modelarts_from: str | None = Field(
        default=None,
        validation_alias="@modelarts:from",
        serialization_alias="@modelarts:from",
    )
    """ID of the head entity in the triplet relationship label, which is a default
    attribute dedicated to the triplet relationship label.
    """

    modelarts_hard: SampleLabelPropertyHard | str | None = Field(
        default=None,
        validation_alias="@modelarts:hard",
        serialization_alias="@modelarts:hard",
    )
    """Sample labeled as a hard sample or not, which is a default attribute.

    Values: see `SampleLabelPropertyHard`.
    """

    modelarts_hard_coefficient: str | None = Field(
        default=None,
        validation_alias="@modelarts:hard_coefficient",
        serialization_alias="@modelarts:hard_coefficient",
    )
    """Coefficient of difficulty of each label level, which is a default attribute. The
    value range is `[0,1]`.
    """

    modelarts_hard_reasons: str | None = Field(
        default=None,
        validation_alias="@modelarts:hard_reasons",
        serialization_alias="@modelarts:hard_reasons",
    )
    """Reasons that the sample is a hard sample, which is a default attribute. Use a hyphen
    (-) to separate every two hard sample reason IDs, for example, `3-20-21-19`. The
    options are as follows:

    - `0`: No target objects are identified.
    - `1`: The confidence is low.
    - `2`: The clustering result based on the training dataset is inconsistent with the
      prediction result.
    - `3`: The prediction result is greatly different from the data of the same type in
      the training dataset.
    - `4`: The prediction results of multiple consecutive similar images are
      inconsistent.
    - `5`: There is a large offset between the image resolution and the feature
      distribution of the training dataset.
    - `6`: There is a large offset between the aspect ratio of the image and the feature
      distribution of the training dataset.
    - `7`: There is a large offset between the brightness of the image and the feature
      distribution of the training dataset.
    - `8`: There is a large offset between the saturation of the image and the feature
      distribution of the training dataset.
    - `9`: There is a large offset between the color richness of the image and the
      feature distribution of the training dataset.
    - `10`: There is a large offset between the definition of the image and the feature
      distribution of the training dataset.
    - `11`: There is a large offset between the number of frames of the image and the
      feature distribution of the training dataset.
    - `12`: There is a large offset between the standard deviation of area of image
      frames and the feature distribution of the training dataset.
    - `13`: There is a large offset between the aspect ratio of image frames and the
      feature distribution of the training dataset.
    - `14`: There is a large offset between the area portion of image frames and the
      feature distribution of the training dataset.
    - `15`: There is a large offset between the edge of image frames and the feature
      distribution of the training dataset.
    - `16`: There is a large offset between the brightness of image frames and the
      feature distribution of the training dataset.
    - `17`: There is a large offset between the definition of image frames and the
      feature distribution of the training dataset.
    - `18`: There is a large offset between the stack of image frames and the feature
      distribution of the training dataset.
    - `19`: The data enhancement result based on GaussianBlur is inconsistent with the
      prediction result of the original image.
    - `20`: The data enhancement result based on fliplr is inconsistent with the
      prediction result of the original image.
    - `21`: The data enhancement result based on Crop is inconsistent with the
      prediction result of the original image.
    - `22`: The data enhancement result based on flipud is inconsistent with the
      prediction result of the original image.
    - `23`: The data enhancement result based on scale is inconsistent with the
      prediction result of the original image.
    - `24`: The data enhancement result based on translate is inconsistent with the
      prediction result of the original image.
    - `25`: The data enhancement result based on shear is inconsistent with the
      prediction result of the original image.
    - `26`: The data enhancement result based on superpixels is inconsistent with the
      prediction result of the original image.
    - `27`: The data enhancement result based on sharpen is inconsistent with the
      prediction result of the original image.
    - `28`: The data enhancement result based on add is inconsistent with the prediction
      result of the original image.
    - `29`: The data enhancement result based on invert is inconsistent with the
      prediction result of the original image.
    - `30`: The data is predicted to be abnormal.
    """

    modelarts_shape: SampleLabelPropertyShape | str | None = Field(
        default=None,
        validation_alias="@modelarts:shape",
        serialization_alias="@modelarts:shape",
    )
    """Object shape, which is a default attribute dedicated to the object detection label
    and is left empty by default.

    Values: see `SampleLabelPropertyShape`.
    """

    modelarts_source: str | None = Field(
        default=None,
        validation_alias="@modelarts:source",
        serialization_alias="@modelarts:source",
    )
    """Speech source, which is a default attribute dedicated to the speech start/end point
    label and can be set to a speaker or narrator.
    """

    modelarts_start_index: int | None = Field(
        default=None,
        validation_alias="@modelarts:start_index",
        serialization_alias="@modelarts:start_index",
        ge=0,
    )
    """Start position of the text, which is a default attribute dedicated to the named
    entity label. The start value begins from 0, including the character corresponding
    to the value of `start_index`.

    Bounds: at least 0.
    """

    modelarts_start_time: str | None = Field(
        default=None,
        validation_alias="@modelarts:start_time",
        serialization_alias="@modelarts:start_time",
    )
    """Speech start time, which is a default attribute dedicated to the speech start/end
    point label, in the format of `hh:mm:ss.SSS`. (`hh` indicates hour; `mm` indicates
    minute; `ss` indicates second; and `SSS` indicates millisecond.)
    """

    modelarts_to: str | None = Field(
        default=None,
        validation_alias="@modelarts:to",
        serialization_alias="@modelarts:to",
    )
    """ID of the tail entity in the triplet relationship label, which is a default
    attribute dedicated to the triplet relationship label.
    """
