"""Builds every model by its Python names and passes every argument of create_task: type checkers read this too."""

from otc_modelarts import AsyncModelArts, ModelArts
from otc_modelarts.models import (
    AlgorithmType,
    AnnotatedBy,
    CollectRule,
    ExportDest,
    ExportFormat,
    ExportParams,
    Flavor,
    InfConfig,
    ResultType,
    SampleLabel,
    SampleLabelProperty,
    SampleLabelPropertyHard,
    SampleLabelPropertyShape,
    SampleLabels,
    SampleLabelType,
    SampleMetadata,
    SampleMetadataHard,
    SampleMetadataHardReason,
    SampleState,
    SampleType,
    SampleUsage,
    SearchCondition,
    SearchConditionHard,
    SearchLabel,
    SearchLabelOp,
    SearchLabels,
    SearchLabelsOp,
    SearchLabelType,
    SearchProp,
    SearchPropOp,
    SmartTaskConfig,
    SmartTaskRequest,
    SmartTaskResp,
    TaskType,
    TrainingParameter,
    VersionFormat,
)


def export_params() -> ExportParams:
    return ExportParams(
        clear_hard_property=True,
        export_dataset_version_format="text",
        export_dataset_version_name="text",
        export_dest=ExportDest.DIR,
        export_new_dataset_name="text",
        export_new_dataset_work_path="text",
        ratio_sample_usage=True,
        sample_state=SampleState.ALL,
        samples=["text"],
        search_conditions=[search_condition()],
        train_sample_ratio="text",
    )


def flavor() -> Flavor:
    return Flavor(
        code="text",
    )


def inf_config() -> InfConfig:
    return InfConfig(
        envs={"key": "text"},
        instance_count=3,
        model_id="text",
        specification="text",
        weight=3,
    )


def sample_label() -> SampleLabel:
    return SampleLabel(
        annotated_by=AnnotatedBy.HUMAN,
        id="text",
        name="text",
        property=sample_label_property(),
        score=0.5,
        type=SampleLabelType.IMAGE_CLASSIFICATION,
    )


def sample_label_property() -> SampleLabelProperty:
    return SampleLabelProperty(
        modelarts_content="text",
        modelarts_end_index=3,
        modelarts_end_time="text",
        modelarts_feature=[[0, 10], [50, 95]],
        modelarts_from="text",
        modelarts_hard=SampleLabelPropertyHard.NOT_A_HARD_EXAMPLE,
        modelarts_hard_coefficient="text",
        modelarts_hard_reasons="text",
        modelarts_shape=SampleLabelPropertyShape.BNDBOX,
        modelarts_source="text",
        modelarts_start_index=3,
        modelarts_start_time="text",
        modelarts_to="text",
    )


def sample_labels() -> SampleLabels:
    return SampleLabels(
        labels=[sample_label()],
        metadata=sample_metadata(),
        sample_id="text",
        sample_type=SampleType.IMAGE,
        sample_usage=SampleUsage.TRAIN,
        source="text",
        worker_id="text",
    )


def sample_metadata() -> SampleMetadata:
    return SampleMetadata(
        modelarts_hard=SampleMetadataHard.NON_HARD_SAMPLE,
        modelarts_hard_coefficient=0.5,
        modelarts_hard_reasons=[SampleMetadataHardReason.VALUE_0],
        modelarts_size=[[[0, 10], [50, 95]]],
    )


def search_condition() -> SearchCondition:
    return SearchCondition(
        coefficient="text",
        frame_in_video=3,
        hard=SearchConditionHard.NON_HARD_SAMPLE,
        import_origin="text",
        kvp="text",
        label_list=search_labels(),
        labeler="text",
        metadata=search_prop(),
        parent_sample_id="text",
        sample_dir="text",
        sample_name="text",
        sample_time="text",
        score="text",
        slice_thickness="text",
        study_date="text",
        time_in_video="text",
    )


def search_label() -> SearchLabel:
    return SearchLabel(
        name="text",
        op=SearchLabelOp.OR,
        property={"key": ["text"]},
        type=SearchLabelType.IMAGE_CLASSIFICATION,
    )


def search_labels() -> SearchLabels:
    return SearchLabels(
        labels=[search_label()],
        op=SearchLabelsOp.OR,
    )


def search_prop() -> SearchProp:
    return SearchProp(
        op=SearchPropOp.AND,
        props={"key": ["text"]},
    )


def smart_task_config() -> SmartTaskConfig:
    return SmartTaskConfig(
        algorithm_type=AlgorithmType.FAST,
        ambiguity=True,
        annotation_output="text",
        collect_rule=CollectRule.ALL,
        collect_sample=True,
        confidence_scope="text",
        description="text",
        engine_name="text",
        export_format=ExportFormat.TREE_STRUCTURE,
        export_params=export_params(),
        flavor=flavor(),
        image_brightness=True,
        image_colorfulness=True,
        inf_cluster_id="text",
        inf_config_list=[inf_config()],
        inf_output="text",
        infer_result_output_dir="text",
        key_sample_output="text",
        log_url="text",
        manifest_path="text",
        model_id="text",
        model_name="text",
        model_parameter="text",
        model_version="text",
        n_clusters=3,
        name="text",
        output_dir="text",
        parameters=[training_parameter()],
        pool_id="text",
        property="text",
        req_uri="text",
        result_type=ResultType.SAVE_TO_OBS,
        samples=[sample_labels()],
        stop_time=3,
        time="text",
        train_data_path="text",
        train_url="text",
        version_format=VersionFormat.DEFAULT,
        worker_server_num=3,
    )


def smart_task_request() -> SmartTaskRequest:
    return SmartTaskRequest(
        collect_key_sample=True,
        config=smart_task_config(),
        model_id="text",
        task_type=TaskType.AUTO_LABEL,
    )


def smart_task_resp() -> SmartTaskResp:
    return SmartTaskResp(
        task_id="text",
    )


def training_parameter() -> TrainingParameter:
    return TrainingParameter(
        label="text",
        value="text",
    )


def call(client: ModelArts) -> SmartTaskResp:
    return client.intelligent_task.create_task(
        dataset_id="d1",
        collect_key_sample=True,
        config=smart_task_config(),
        model_id="m1",
        task_type=TaskType.AUTO_LABEL,
        project_id="p1",
        extra_headers={"X-More": "1"},
        extra_query={"more": 1},
        extra_body={"type": 2},
        timeout=5.0,
    )


async def call_async(client: AsyncModelArts) -> SmartTaskResp:
    return await client.intelligent_task.create_task(
        dataset_id="d1",
        collect_key_sample=True,
        config=smart_task_config(),
        model_id="m1",
        task_type=TaskType.AUTO_LABEL,
        project_id="p1",
        extra_headers={"X-More": "1"},
        extra_query={"more": 1},
        extra_body={"type": 2},
        timeout=5.0,
    )
