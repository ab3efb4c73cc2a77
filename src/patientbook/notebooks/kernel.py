"""Kernels: started, asked whether they are there, ended whatever happens. Imported only when something is run."""

from __future__ import annotations

import asyncio
import sys
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from queue import Empty
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import NoSuchKernel

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from jupyter_client import AsyncKernelClient

PYTHON = "python3"
START_TIMEOUT = 60  # seconds for a kernel to answer
_WITHOUT_DEBUGGER = Path(__file__).with_name("ipykernel_without_debugger.py")


@asynccontextmanager
async def kernel_in(folder: Path, name: str = PYTHON) -> AsyncGenerator[AsyncKernelManager, None]:
    """A kernel that works in ``folder``, ended when its context is left.

    Raises:
        NoSuchKernel: none of this name is installed.
        RuntimeError: it does not start.
    """
    with TemporaryDirectory(prefix="pb-") as sockets:
        kernel = _manager(name, sockets)
        try:
            history = ["--HistoryManager.hist_file=:memory:"] if kernel.ipykernel else []
            await kernel.start_kernel(cwd=str(folder), extra_arguments=history)
            yield kernel
        finally:
            await stop(kernel)


class SpareKernel:
    """A Python kernel that starts while it is not yet known who needs it. Whoever takes it moves it, and stops it."""

    def __init__(self, kernel: AsyncKernelManager | None) -> None:
        self._kernel = kernel

    def take(self, name: str) -> AsyncKernelManager | None:
        """The kernel, the first time that one called ``name`` is wanted and this is such a one."""
        if name != PYTHON:
            return None
        kernel, self._kernel = self._kernel, None
        return kernel


@asynccontextmanager
async def spare_kernel(root: Path) -> AsyncGenerator[SpareKernel, None]:
    """A kernel that starts in ``root``. Where it cannot, the first notebook that needs one tells why."""
    async with AsyncExitStack() as stack:
        kernel = None
        with suppress(NoSuchKernel, RuntimeError, OSError):
            kernel = await stack.enter_async_context(kernel_in(root))
        yield SpareKernel(kernel)


async def answer(client: AsyncKernelClient) -> None:
    """Wait until the kernel answers. jupyter_client's own waiting goes on until nothing was said for 0.2 seconds.

    Raises:
        RuntimeError: it does not.
    """
    loop = asyncio.get_running_loop()
    latest = loop.time() + START_TIMEOUT
    while loop.time() < latest:
        client.kernel_info()
        with suppress(Empty):
            await client.get_shell_msg(timeout=1)
            await client.get_iopub_msg(timeout=0.2)  # what cells show comes this way, so it has to be open too
            return
        if not await client.is_alive():
            break
    raise RuntimeError("it does not answer")


def move(client: AsyncKernelClient, folder: Path) -> None:
    """Let a Python kernel work in ``folder`` from the next cell on, leaving no trace in what notebooks see."""
    client.execute(f"__import__('os').chdir({str(folder)!r})", silent=True, store_history=False)


async def stop(kernel: AsyncKernelManager) -> None:
    """End the kernel if it runs. Its end is waited for here: jupyter_client looks for it only every 0.1 seconds."""
    process = getattr(kernel.provisioner, "process", None)
    if kernel.provisioner and process:
        await kernel.provisioner.kill()
        await asyncio.to_thread(process.wait)
    if kernel.has_kernel:
        await kernel.shutdown_kernel(now=True)


def _manager(name: str, sockets: str) -> AsyncKernelManager:
    # Sockets in a private folder, not ports that any user of the machine can reach.
    private = {} if sys.platform == "win32" else {"transport": "ipc", "ip": f"{sockets}/kernel"}
    kernel = AsyncKernelManager(kernel_name=name, **private)
    spec = kernel.kernel_spec
    if spec and spec.argv[1:3] == ["-m", "ipykernel_launcher"]:
        spec.argv = [spec.argv[0], str(_WITHOUT_DEBUGGER), *spec.argv[3:]]
    return kernel
