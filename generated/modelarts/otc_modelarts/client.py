"""The clients of ModelArts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime import AsyncClient, Client

if TYPE_CHECKING:
    from .async_resources.intelligent_task import AsyncIntelligentTask
    from .resources.intelligent_task import IntelligentTask


class ModelArts(Client):
    """ModelArts, one call at a time."""

    _service = "modelarts"
    _base_url = "https://modelarts.{region}.otc.t-systems.com"
    _user_agent = "otc-modelarts/0.2.0"

    @cached_property
    def intelligent_task(self) -> IntelligentTask:
        """Intelligent Task."""
        from .resources.intelligent_task import IntelligentTask

        return IntelligentTask(self)


class AsyncModelArts(AsyncClient):
    """ModelArts, for asyncio: the same surface with `await`."""

    _service = "modelarts"
    _base_url = "https://modelarts.{region}.otc.t-systems.com"
    _user_agent = "otc-modelarts/0.2.0"

    @cached_property
    def intelligent_task(self) -> AsyncIntelligentTask:
        """Intelligent Task."""
        from .async_resources.intelligent_task import AsyncIntelligentTask

        return AsyncIntelligentTask(self)
