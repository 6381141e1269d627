"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncGardens(AsyncResource):
    """Gardens."""

    async def nam_things(
        self,
        *,
        garden_from: str | None = None,
        os_ext_srv_attr_host: str | None = None,
        os_scheduler_hints: str | None = None,
        changes_since: str | None = None,
        metering_image_id: str | None = None,
        user_customization: str | None = None,
        class_: str | None = None,
        from_: str | None = None,
        schema_: str | None = None,
        copy_: str | None = None,
        model_id: str | None = None,
        model_config_: str | None = None,
        links: str | None = None,
        os_type: str | None = None,
        adminPass: str | None = None,
        list_: str | None = None,
        str_: str | None = None,
        n2_nd_name: str | None = None,
        groe: str | None = None,
        u540d_u524d: str | None = None,
        id: str | None = None,
        type: str | None = None,
        name: str | None = None,
        Thing_: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Naming Things.

        Args:
            garden_from: Named @garden:from.
            os_ext_srv_attr_host: Named OS-EXT-SRV-ATTR:host.
            os_scheduler_hints: Named os:scheduler_hints.
            changes_since: Named changes-since.
            metering_image_id: Named metering.image_id.
            user_customization: Named User customization.
            class_: Named class.
            from_: Named from.
            schema_: Named schema.
            copy_: Named copy.
            model_id: Named model_id.
            model_config_: Named model_config.
            links: Named _links.
            os_type: Named __os_type.
            adminPass: Named adminPass.
            list_: Named list.
            str_: Named str.
            n2_nd_name: Named 2nd_name.
            groe: Named größe.
            u540d_u524d: Named 名前.
            id: Named id.
            type: Named type.
            name: Named name.
            Thing_: Named Thing.
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
                "/v1/{project_id}/things",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "@garden:from": garden_from,
                    "OS-EXT-SRV-ATTR:host": os_ext_srv_attr_host,
                    "os:scheduler_hints": os_scheduler_hints,
                    "changes-since": changes_since,
                    "metering.image_id": metering_image_id,
                    "User customization": user_customization,
                    "class": class_,
                    "from": from_,
                    "schema": schema_,
                    "copy": copy_,
                    "model_id": model_id,
                    "model_config": model_config_,
                    "_links": links,
                    "__os_type": os_type,
                    "adminPass": adminPass,
                    "list": list_,
                    "str": str_,
                    "2nd_name": n2_nd_name,
                    "größe": groe,
                    "名前": u540d_u524d,
                    "id": id,
                    "type": type,
                    "name": name,
                    "Thing": Thing_,
                },
                body_type=models.Thing,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
