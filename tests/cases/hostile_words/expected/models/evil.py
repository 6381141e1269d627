"""`Evil`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class Evil(Model):
    """The request body of `BreakOut`.

    Source: input.html#input__request_Evil
    """

    n7_7_raw_home_not_a_comment_script_alert_1_script_python_object_os_system_n_dash_x41_rm_a_b_x_javascript_y: (
        str | None
    ) = Field(
        default=None,
        validation_alias="\"\"\"\\ ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment <script>alert(1)</script> --- !!python/object:os.system \\N{DASH} \\x41 `rm` *a* _b_ [x](javascript:y)",
        serialization_alias="\"\"\"\\ ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment <script>alert(1)</script> --- !!python/object:os.system \\N{DASH} \\x41 `rm` *a* _b_ [x](javascript:y)",
    )
    """\"\"\"\\ ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment <script>alert(1)</script>
    --- !!python/object:os.system \\N{DASH} \\x41 `rm` *a* _b_ [x](javascript:y)
    """

    class_: str | None = Field(
        default=None, validation_alias="__class__", serialization_alias="__class__"
    )
    """ends with a quote"
    """

    x_python_object: str | None = Field(
        default=None,
        validation_alias="x: !!python/object",
        serialization_alias="x: !!python/object",
    )
    """\"\"\"\\ ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment <script>alert(1)</script>
    --- !!python/object:os.system \\N{DASH} \\x41 `rm` *a* _b_ [x](javascript:y) The
    options are as follows:

    - `\"\"\"`: quotes
    - `\\`: a backslash
    - # x: a comment
    - `null`: null
    - {{ x }}: braces
    """

    import_: str | None = Field(
        default=None, validation_alias="import", serialization_alias="import"
    )
    """The default value is "); import os #.

    Default: `'"); import os #'`.
    """

    ab: str | None = Field(
        default=None, validation_alias="a\u202eb", serialization_alias="a\u202eb"
    )
    """direction \\u202e and null line"""
