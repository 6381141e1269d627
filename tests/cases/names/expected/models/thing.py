"""`Thing`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class Thing(Model):
    """The request body of `NamThings`.

    Source: input.html#input__request_Thing
    """

    garden_from: str | None = Field(
        default=None,
        validation_alias="@garden:from",
        serialization_alias="@garden:from",
    )
    """Named @garden:from."""

    os_ext_srv_attr_host: str | None = Field(
        default=None,
        validation_alias="OS-EXT-SRV-ATTR:host",
        serialization_alias="OS-EXT-SRV-ATTR:host",
    )
    """Named OS-EXT-SRV-ATTR:host."""

    os_scheduler_hints: str | None = Field(
        default=None,
        validation_alias="os:scheduler_hints",
        serialization_alias="os:scheduler_hints",
    )
    """Named os:scheduler_hints."""

    changes_since: str | None = Field(
        default=None,
        validation_alias="changes-since",
        serialization_alias="changes-since",
    )
    """Named changes-since."""

    metering_image_id: str | None = Field(
        default=None,
        validation_alias="metering.image_id",
        serialization_alias="metering.image_id",
    )
    """Named metering.image_id."""

    user_customization: str | None = Field(
        default=None,
        validation_alias="User customization",
        serialization_alias="User customization",
    )
    """Named User customization."""

    class_: str | None = Field(
        default=None, validation_alias="class", serialization_alias="class"
    )
    """Named class."""

    from_: str | None = Field(
        default=None, validation_alias="from", serialization_alias="from"
    )
    """Named from."""

    schema_: str | None = Field(
        default=None, validation_alias="schema", serialization_alias="schema"
    )
    """Named schema."""

    copy_: str | None = Field(
        default=None, validation_alias="copy", serialization_alias="copy"
    )
    """Named copy."""

    model_id: str | None = None
    """Named model_id."""

    model_config_: str | None = Field(
        default=None,
        validation_alias="model_config",
        serialization_alias="model_config",
    )
    """Named model_config."""

    links: str | None = Field(
        default=None, validation_alias="_links", serialization_alias="_links"
    )
    """Named _links."""

    os_type: str | None = Field(
        default=None, validation_alias="__os_type", serialization_alias="__os_type"
    )
    """Named __os_type."""

    adminPass: str | None = None
    """Named adminPass."""

    list_: str | None = Field(
        default=None, validation_alias="list", serialization_alias="list"
    )
    """Named list."""

    str_: str | None = Field(
        default=None, validation_alias="str", serialization_alias="str"
    )
    """Named str."""

    n2_nd_name: str | None = Field(
        default=None, validation_alias="2nd_name", serialization_alias="2nd_name"
    )
    """Named 2nd_name."""

    groe: str | None = Field(
        default=None, validation_alias="größe", serialization_alias="größe"
    )
    """Named größe."""

    u540d_u524d: str | None = Field(
        default=None, validation_alias="名前", serialization_alias="名前"
    )
    """Named 名前."""

    id: str | None = None
    """Named id."""

    type: str | None = None
    """Named type."""

    name: str | None = None
    """Named name."""

    Thing_: str | None = Field(
        default=None, validation_alias="Thing", serialization_alias="Thing"
    )
    """Named Thing."""
