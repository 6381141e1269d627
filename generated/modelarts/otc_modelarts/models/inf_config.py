"""`InfConfig`."""

from __future__ import annotations

from .._runtime import Model


class InfConfig(Model):
    """Configuration list required for running an inference task, which is optional and
    left blank by default.

    Source: CreateTask.html#CreateTask__request_InfConfig
    """

    envs: dict[str, str] | None = None
    """(Optional) Environment variable key-value pair required for running a model. By
    default, this parameter is left blank. To ensure data security, do not enter
    sensitive information, such as plaintext passwords, in environment variables.
    """

    instance_count: int | None = None
    """Instance number of model deployment, that is, the number of compute nodes."""

    model_id: str | None = None
    """Model ID."""

    specification: str | None = None
    """Resource specifications of real-time services. For details, see Deploying Services.
    """

    weight: int | None = None
    """Traffic weight allocated to a model. This parameter is mandatory only when
    `infer_type` is set to `real-time`. The sum of the weights must be `100`.
    """
