"""A kernel for one notebook, stopped whatever happens. Imported only when something has to be run."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager, suppress
from queue import Empty
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path, PurePosixPath

    from jupyter_client import AsyncKernelClient
    from nbformat import NotebookNode

TIMEOUT = 120  # seconds for one cell; a chapter's cells take milliseconds
START_TIMEOUT = 60  # seconds for a kernel to answer


class _Client(NotebookClient):
    """Runs a notebook and leaves signals to the program: nbclient would take SIGINT and SIGTERM away from it."""

    def __init__(self, notebook: NotebookNode, kernel: AsyncKernelManager, folder: Path) -> None:
        super().__init__(notebook, km=kernel, timeout=TIMEOUT, resources={"metadata": {"path": str(folder)}})
        self._kernel = kernel
        self.begun = 0  # index of the cell that was begun last
        self.on_cell_execute = self._begin

    def _begin(self, cell: NotebookNode, cell_index: int) -> None:
        self.begun = cell_index

    @asynccontextmanager
    async def async_setup_kernel(self, **kwargs: Any) -> AsyncGenerator[None, None]:  # noqa: ANN401 - as in nbclient
        await self.async_start_new_kernel(**kwargs)
        try:
            self.kc = client = self._kernel.client()
            client.start_channels()
            await _answer(client)
            client.allow_stdin = False
            yield
        finally:
            if self.kc:
                self.kc.stop_channels()


async def execute(notebook: NotebookNode, file: PurePosixPath, folder: Path) -> None:
    """Run every cell of ``notebook`` in ``folder`` and put the outputs into it; ``file`` is named in errors.

    Raises:
        PatientbookError: it cannot be run; the message is one line with the file, the cell and the error.
    """
    with TemporaryDirectory(prefix="pb-") as sockets:
        kernel = _kernel_manager(notebook, sockets)
        client = _Client(notebook, kernel, folder)
        try:
            await client.async_execute()
        except CellExecutionError as error:
            raise _failed(file, client, f"{error.ename}: {error.evalue}") from error
        except CellTimeoutError as error:
            raise _failed(file, client, f"it took longer than {TIMEOUT} seconds.") from error
        except DeadKernelError as error:
            if _is_cancelled():
                raise asyncio.CancelledError from error
            raise _failed(file, client, "Python stopped while it ran.") from error
        except NoSuchKernel as error:
            message = f"{file} wants the kernel '{error.name}', which is not installed. Choose Python 3 in JupyterLab."
            raise PatientbookError(message) from error
        except RuntimeError as error:
            message = f"{file} could not be run: its kernel did not start ({' '.join(str(error).split())})."
            raise PatientbookError(message) from error
        finally:
            if kernel.has_kernel:
                await _stop(kernel)


async def _answer(client: AsyncKernelClient) -> None:
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


async def _stop(kernel: AsyncKernelManager) -> None:
    """End the kernel. Its end is waited for here because jupyter_client looks for it only every 0.1 seconds."""
    process = getattr(kernel.provisioner, "process", None)
    if kernel.provisioner and process:
        await kernel.provisioner.kill()
        await asyncio.to_thread(process.wait)
    await kernel.shutdown_kernel(now=True)


def _is_cancelled() -> bool:
    """Whether somebody stopped us; nbclient takes that for the death of its kernel."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _kernel_manager(notebook: NotebookNode, sockets: str) -> AsyncKernelManager:
    name = str(notebook.metadata.get("kernelspec", {}).get("name", "python3"))
    if sys.platform == "win32":
        return AsyncKernelManager(kernel_name=name)
    # Sockets in a private folder, not ports that any user of the machine can reach.
    return AsyncKernelManager(kernel_name=name, transport="ipc", ip=f"{sockets}/kernel")


def _failed(file: PurePosixPath, client: _Client, why: str) -> PatientbookError:
    first = client.nb.cells[client.begun].source.strip().partition("\n")[0]
    return PatientbookError(f"{file}: cell {client.begun + 1} ({first}) could not be run: {' '.join(why.split())}")
