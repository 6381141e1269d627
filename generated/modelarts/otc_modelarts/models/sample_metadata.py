"""`SampleMetadataHard`, `SampleMetadataHardReason`, `SampleMetadata`."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime import Model, OpenIntEnum


class SampleMetadataHard(OpenIntEnum):
    """Whether the sample is labeled as a hard sample, which is a default attribute.

    Source: CreateTask.html#CreateTask__request_SampleMetadata
    """

    NON_HARD_SAMPLE = 0
    """non-hard sample"""
    HARD_SAMPLE = 1
    """hard sample"""


class SampleMetadataHardReason(OpenIntEnum):
    """ID of a hard sample reason, which is a default attribute.

    Source: CreateTask.html#CreateTask__request_SampleMetadata
    """

    VALUE_0 = 0
    """No target objects are identified."""
    THE_CONFIDENCE_IS_LOW = 1
    """The confidence is low."""
    VALUE_2 = 2
    """The clustering result based on the training dataset is inconsistent with the
    prediction result.
    """
    VALUE_3 = 3
    """The prediction result is greatly different from the data of the same type in the
    training dataset.
    """
    VALUE_4 = 4
    """The prediction results of multiple consecutive similar images are inconsistent.
    """
    VALUE_5 = 5
    """There is a large offset between the image resolution and the feature distribution of
    the training dataset.
    """
    VALUE_6 = 6
    """There is a large offset between the aspect ratio of the image and the feature
    distribution of the training dataset.
    """
    VALUE_7 = 7
    """There is a large offset between the brightness of the image and the feature
    distribution of the training dataset.
    """
    VALUE_8 = 8
    """There is a large offset between the saturation of the image and the feature
    distribution of the training dataset.
    """
    VALUE_9 = 9
    """There is a large offset between the color richness of the image and the feature
    distribution of the training dataset.
    """
    VALUE_10 = 10
    """There is a large offset between the definition of the image and the feature
    distribution of the training dataset.
    """
    VALUE_11 = 11
    """There is a large offset between the number of frames of the image and the feature
    distribution of the training dataset.
    """
    VALUE_12 = 12
    """There is a large offset between the standard deviation of area of image frames and
    the feature distribution of the training dataset.
    """
    VALUE_13 = 13
    """There is a large offset between the aspect ratio of image frames and the feature
    distribution of the training dataset.
    """
    VALUE_14 = 14
    """There is a large offset between the area portion of image frames and the feature
    distribution of the training dataset.
    """
    VALUE_15 = 15
    """There is a large offset between the edge of image frames and the feature
    distribution of the training dataset.
    """
    VALUE_16 = 16
    """There is a large offset between the brightness of image frames and the feature
    distribution of the training dataset.
    """
    VALUE_17 = 17
    """There is a large offset between the definition of image frames and the feature
    distribution of the training dataset.
    """
    VALUE_18 = 18
    """There is a large offset between the stack of image frames and the feature
    distribution of the training dataset.
    """
    VALUE_19 = 19
    """The data enhancement result based on GaussianBlur is inconsistent with the
    prediction result of the original image.
    """
    VALUE_20 = 20
    """The data enhancement result based on fliplr is inconsistent with the prediction
    result of the original image.
    """
    VALUE_21 = 21
    """The data enhancement result based on Crop is inconsistent with the prediction result
    of the original image.
    """
    VALUE_22 = 22
    """The data enhancement result based on flipud is inconsistent with the prediction
    result of the original image.
    """
    VALUE_23 = 23
    """The data enhancement result based on scale is inconsistent with the prediction
    result of the original image.
    """
    VALUE_24 = 24
    """The data enhancement result based on translate is inconsistent with the prediction
    result of the original image.
    """
    VALUE_25 = 25
    """The data enhancement result based on shear is inconsistent with the prediction
    result of the original image.
    """
    VALUE_26 = 26
    """The data enhancement result based on superpixels is inconsistent with the prediction
    result of the original image.
    """
    VALUE_27 = 27
    """The data enhancement result based on sharpen is inconsistent with the prediction
    result of the original image.
    """
    VALUE_28 = 28
    """The data enhancement result based on add is inconsistent with the prediction result
    of the original image.
    """
    VALUE_29 = 29
    """The data enhancement result based on invert is inconsistent with the prediction
    result of the original image.
    """
    VALUE_30 = 30
    """The data is predicted to be abnormal."""


class SampleMetadata(Model):
    """Key-value pair of the sample `metadata` attribute.

    Source: CreateTask.html#CreateTask__request_SampleMetadata
    """

    modelarts_hard: SampleMetadataHard | float | None = Field(
        default=None,
        validation_alias="@modelarts:hard",
        serialization_alias="@modelarts:hard",
    )
    """Whether the sample is labeled as a hard sample, which is a default attribute.

    Values: see `SampleMetadataHard`.
    """

    modelarts_hard_coefficient: float | None = Field(
        default=None,
        validation_alias="@modelarts:hard_coefficient",
        serialization_alias="@modelarts:hard_coefficient",
        ge=0,
        le=1,
    )
    """Coefficient of difficulty of each sample level, which is a default attribute. The
    value range is `[0,1]`.

    Bounds: at least 0, at most 1.
    """

    modelarts_hard_reasons: list[SampleMetadataHardReason | int] | None = Field(
        default=None,
        validation_alias="@modelarts:hard_reasons",
        serialization_alias="@modelarts:hard_reasons",
    )
    """ID of a hard sample reason, which is a default attribute.

    Values: see `SampleMetadataHardReason`.
    """

    modelarts_size: list[Any] | None = Field(
        default=None,
        validation_alias="@modelarts:size",
        serialization_alias="@modelarts:size",
    )
    """Image size (width, height, and depth of the image), which is a default attribute,
    with type of `List`. In the list, the first number indicates the width (pixels), the
    second number indicates the height (pixels), and the third number indicates the
    depth (the depth can be left blank and the default value is `3`). For example,
    `[100,200,3]` and `[100,200]` are both valid. Note: This parameter is mandatory only
    when the sample label list contains the object detection label.
    """
