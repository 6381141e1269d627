"""`AlgorithmType`, `CollectRule`, `ExportFormat`, `ResultType`, `VersionFormat`,
`SmartTaskConfig`.
"""

from __future__ import annotations

from .._runtime import Model, OpenIntEnum, OpenStrEnum
from .export_params import ExportParams
from .flavor import Flavor
from .inf_config import InfConfig
from .sample_labels import SampleLabels
from .training_parameter import TrainingParameter


class AlgorithmType(OpenStrEnum):
    """Algorithm type for auto labeling.

    Source: CreateTask.html#CreateTask__request_SmartTaskConfig
    """

    FAST = "fast"
    """Only labeled samples are used for training. This type of algorithm achieves faster
    labeling.
    """
    ACCURATE = "accurate"
    """In addition to labeled samples, unlabeled samples are used for semi-supervised
    training. This type of algorithm achieves more accurate labeling.
    """


class CollectRule(OpenStrEnum):
    """Sample collection rule. The default value is `all`, indicating full collection.
    Currently, only value `all` is available.

    Source: CreateTask.html#CreateTask__request_SmartTaskConfig
    """

    ALL = "all"


class ExportFormat(OpenIntEnum):
    """Format of the exported directory.

    Source: CreateTask.html#CreateTask__request_SmartTaskConfig
    """

    TREE_STRUCTURE = 1
    """tree structure. For example: cat/1.jpg,rabbit/2.jpg."""
    TILE_STRUCTURE = 2
    """tile structure. For example: 1.jpg, 1.txt; 2.jpg,2.txt."""


class ResultType(OpenIntEnum):
    """Processing mode of auto grouping results.

    Source: CreateTask.html#CreateTask__request_SmartTaskConfig
    """

    SAVE_TO_OBS = 0
    """Save to OBS."""
    SAVE_TO_SAMPLES = 1
    """Save to samples."""


class VersionFormat(OpenStrEnum):
    """Format of a dataset version.

    Source: CreateTask.html#CreateTask__request_SmartTaskConfig
    """

    DEFAULT = "Default"
    """default format"""
    CARBON_DATA = "CarbonData"
    """CarbonData (supported only by table datasets)"""
    CSV = "CSV"
    """CSV"""


class SmartTaskConfig(Model):
    """Task configuration.

    Source: CreateTask.html#CreateTask__request_SmartTaskConfig
    """

    algorithm_type: AlgorithmType | str | None = None
    """Algorithm type for auto labeling.

    Values: see `AlgorithmType`.
    """

    ambiguity: bool | None = None
    """Whether to perform clustering based on the image blurring degree."""

    annotation_output: str | None = None
    """Output path of the active learning labeling result."""

    collect_rule: CollectRule | str | None = None
    """Sample collection rule. The default value is `all`, indicating full collection.
    Currently, only value `all` is available.

    Values: see `CollectRule`.
    Default: `'all'`.
    """

    collect_sample: bool | None = None
    """Whether to enable sample collection. The options are as follows:

    - `true`: Enable sample collection. (Default value)
    - `false`: Do not enable sample collection.

    Default: `True`.
    """

    confidence_scope: str | None = None
    """Confidence range of key samples. The minimum and maximum values are separated by
    hyphens (-). Example: 0.10-0.90.
    """

    description: str | None = None
    """Task description."""

    engine_name: str | None = None
    """Engine name."""

    export_format: ExportFormat | int | None = None
    """Format of the exported directory.

    Values: see `ExportFormat`.
    """

    export_params: ExportParams | None = None
    """Parameters of a dataset export task."""

    flavor: Flavor | None = None
    """Training resource flavor."""

    image_brightness: bool | None = None
    """Whether to perform clustering based on the image brightness."""

    image_colorfulness: bool | None = None
    """Whether to perform clustering based on the image color."""

    inf_cluster_id: str | None = None
    """ID of a dedicated cluster. This parameter is left blank by default, indicating that
    a dedicated cluster is not used. When using the dedicated cluster to deploy
    services, ensure that the cluster status is normal. After this parameter is set, the
    network configuration of the cluster is used, and the `vpc_id` parameter does not
    take effect.
    """

    inf_config_list: list[InfConfig] | None = None
    """Configuration list required for running an inference task, which is optional and
    left blank by default.
    """

    inf_output: str | None = None
    """Output path of inference in active learning."""

    infer_result_output_dir: str | None = None
    """OBS directory for storing sample prediction results. This parameter is optional. The
    {service_id}-infer-result subdirectory in the `output_dir` directory is used by
    default.
    """

    key_sample_output: str | None = None
    """Output path of hard examples in active learning."""

    log_url: str | None = None
    """OBS URL of the logs of a training job. By default, this parameter is left blank.
    """

    manifest_path: str | None = None
    """Path of the `manifest` file, which is used as the input for training and inference.
    """

    model_id: str | None = None
    """Model ID."""

    model_name: str | None = None
    """Model name."""

    model_parameter: str | None = None
    """Model parameter."""

    model_version: str | None = None
    """Model version."""

    n_clusters: int | None = None
    """Number of clusters."""

    name: str | None = None
    """Task name."""

    output_dir: str | None = None
    """Sample output path. The format is as follows: Dataset output path/Dataset
    name-Dataset ID/annotation/auto-deploy/. Example:
    `/test/work_1608083108676/dataset123-g6IO9qSu6hoxwCAirfm/annotation/auto-deploy/`.
    """

    parameters: list[TrainingParameter] | None = None
    """Runtime parameters of a training job"""

    pool_id: str | None = None
    """ID of a resource pool."""

    property: str | None = None
    """Attribute name."""

    req_uri: str | None = None
    """Inference path of a batch job."""

    result_type: ResultType | int | None = None
    """Processing mode of auto grouping results.

    Values: see `ResultType`.
    """

    samples: list[SampleLabels] | None = None
    """List of labeling information for samples to be auto labeled."""

    stop_time: int | None = None
    """Timeout interval, in minutes. The default value is 15 minutes. This parameter is
    used only in the scenario of auto labeling for videos.

    Default: `15`.
    """

    time: str | None = None
    """Timestamp in active learning."""

    train_data_path: str | None = None
    """Path for storing existing training datasets."""

    train_url: str | None = None
    """URL of the OBS path where the file of a training job is outputted. By default, this
    parameter is left blank.
    """

    version_format: VersionFormat | str | None = None
    """Format of a dataset version.

    Values: see `VersionFormat`.
    """

    worker_server_num: int | None = None
    """Number of workers in a training job."""
