"""Evil \"\"\" {{ group }}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncEvilGroup(AsyncResource):
    """Evil \"\"\" {{ group }}."""

    async def break_out(
        self,
        *,
        pot: str,
        n7_7_raw_home_not_a_comment_script_alert_1_script_python_object_os_system_n_dash_x41_rm_a_b_x_javascript_y: (
            str | None
        ) = None,
        class_: str | None = None,
        x_python_object: str | None = None,
        import_: str | None = None,
        ab: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Breaking \"\"\" Out\\.

        \"\"\"\\ ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment
        <script>alert(1)</script> --- !!python/object:os.system \\N{DASH} \\x41 `rm` *a*
        _b_ [x](javascript:y)

        import os; os.system("true")\"\"\"

          \"\"\"
          import sys

        Args:
            pot: \"\"\"\\ ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment
                <script>alert(1)</script> --- !!python/object:os.system \\N{DASH} \\x41
                `rm` *a* _b_ [x](javascript:y)
            n7_7_raw_home_not_a_comment_script_alert_1_script_python_object_os_system_n_dash_x41_rm_a_b_x_javascript_y: \"\"\"\\
                ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment
                <script>alert(1)</script> --- !!python/object:os.system \\N{DASH} \\x41
                `rm` *a* _b_ [x](javascript:y)
            class_: ends with a quote"
            x_python_object: \"\"\"\\ ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment
                <script>alert(1)</script> --- !!python/object:os.system \\N{DASH} \\x41
                `rm` *a* _b_ [x](javascript:y) The options are as follows:
                - `\"\"\"`: quotes
                - `\\`: a backslash
                - # x: a comment
                - `null`: null
                - {{ x }}: braces
            import_: The default value is "); import os #.
                Default: `'"); import os #'`.
            ab: direction \\u202e and null line
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status (404 Not Found).
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return await self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/pots/{pot}",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("pot", pot, str),
                ],
                body={
                    "\"\"\"\\ ''' {{ 7*7 }} {% raw %} ${HOME} # not a comment <script>alert(1)</script> --- !!python/object:os.system \\N{DASH} \\x41 `rm` *a* _b_ [x](javascript:y)": n7_7_raw_home_not_a_comment_script_alert_1_script_python_object_os_system_n_dash_x41_rm_a_b_x_javascript_y,
                    "__class__": class_,
                    "x: !!python/object": x_python_object,
                    "import": import_,
                    "a\u202eb": ab,
                },
                body_type=models.Evil,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
