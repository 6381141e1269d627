"""The models of ModelArts. Each module is loaded when one of its classes is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .export_params import (
        ExportDest as ExportDest,
        ExportParams as ExportParams,
        SampleState as SampleState,
    )
    from .flavor import Flavor as Flavor
    from .inf_config import InfConfig as InfConfig
    from .sample_label import (
        AnnotatedBy as AnnotatedBy,
        SampleLabel as SampleLabel,
        SampleLabelType as SampleLabelType,
    )
    from .sample_label_property import (
        SampleLabelProperty as SampleLabelProperty,
        SampleLabelPropertyHard as SampleLabelPropertyHard,
        SampleLabelPropertyShape as SampleLabelPropertyShape,
    )
    from .sample_labels import (
        SampleLabels as SampleLabels,
        SampleType as SampleType,
        SampleUsage as SampleUsage,
    )
    from .sample_metadata import (
        SampleMetadata as SampleMetadata,
        SampleMetadataHard as SampleMetadataHard,
        SampleMetadataHardReason as SampleMetadataHardReason,
    )
    from .search_condition import (
        SearchCondition as SearchCondition,
        SearchConditionHard as SearchConditionHard,
    )
    from .search_label import (
        SearchLabel as SearchLabel,
        SearchLabelOp as SearchLabelOp,
        SearchLabelType as SearchLabelType,
    )
    from .search_labels import (
        SearchLabels as SearchLabels,
        SearchLabelsOp as SearchLabelsOp,
    )
    from .search_prop import SearchProp as SearchProp, SearchPropOp as SearchPropOp
    from .smart_task_config import (
        AlgorithmType as AlgorithmType,
        CollectRule as CollectRule,
        ExportFormat as ExportFormat,
        ResultType as ResultType,
        SmartTaskConfig as SmartTaskConfig,
        VersionFormat as VersionFormat,
    )
    from .smart_task_request import (
        SmartTaskRequest as SmartTaskRequest,
        TaskType as TaskType,
    )
    from .smart_task_resp import SmartTaskResp as SmartTaskResp
    from .training_parameter import TrainingParameter as TrainingParameter

__all__ = [
    "AlgorithmType",
    "AnnotatedBy",
    "CollectRule",
    "ExportDest",
    "ExportFormat",
    "ExportParams",
    "Flavor",
    "InfConfig",
    "ResultType",
    "SampleLabel",
    "SampleLabelProperty",
    "SampleLabelPropertyHard",
    "SampleLabelPropertyShape",
    "SampleLabelType",
    "SampleLabels",
    "SampleMetadata",
    "SampleMetadataHard",
    "SampleMetadataHardReason",
    "SampleState",
    "SampleType",
    "SampleUsage",
    "SearchCondition",
    "SearchConditionHard",
    "SearchLabel",
    "SearchLabelOp",
    "SearchLabelType",
    "SearchLabels",
    "SearchLabelsOp",
    "SearchProp",
    "SearchPropOp",
    "SmartTaskConfig",
    "SmartTaskRequest",
    "SmartTaskResp",
    "TaskType",
    "TrainingParameter",
    "VersionFormat",
]

_MODULES: dict[str, str] = {
    "AlgorithmType": "smart_task_config",
    "AnnotatedBy": "sample_label",
    "CollectRule": "smart_task_config",
    "ExportDest": "export_params",
    "ExportFormat": "smart_task_config",
    "ExportParams": "export_params",
    "Flavor": "flavor",
    "InfConfig": "inf_config",
    "ResultType": "smart_task_config",
    "SampleLabel": "sample_label",
    "SampleLabelProperty": "sample_label_property",
    "SampleLabelPropertyHard": "sample_label_property",
    "SampleLabelPropertyShape": "sample_label_property",
    "SampleLabelType": "sample_label",
    "SampleLabels": "sample_labels",
    "SampleMetadata": "sample_metadata",
    "SampleMetadataHard": "sample_metadata",
    "SampleMetadataHardReason": "sample_metadata",
    "SampleState": "export_params",
    "SampleType": "sample_labels",
    "SampleUsage": "sample_labels",
    "SearchCondition": "search_condition",
    "SearchConditionHard": "search_condition",
    "SearchLabel": "search_label",
    "SearchLabelOp": "search_label",
    "SearchLabelType": "search_label",
    "SearchLabels": "search_labels",
    "SearchLabelsOp": "search_labels",
    "SearchProp": "search_prop",
    "SearchPropOp": "search_prop",
    "SmartTaskConfig": "smart_task_config",
    "SmartTaskRequest": "smart_task_request",
    "SmartTaskResp": "smart_task_resp",
    "TaskType": "smart_task_request",
    "TrainingParameter": "training_parameter",
    "VersionFormat": "smart_task_config",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
