"""A notebook's cells run in a kernel, and what goes wrong there told in one line. Imported only when it is needed."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from patientbook.problems import PatientbookError

from .kernel import PYTHON, answer, kernel_in, move, stop

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path, PurePosixPath

    from jupyter_client import AsyncKernelManager
    from nbformat import NotebookNode

    from .kernel import SpareKernel

TIMEOUT = 120  # seconds for one cell; a chapter's cells take milliseconds


class _Client(NotebookClient):
    """Runs a notebook in a kernel that was started, and leaves signals to the program: nbclient would take them."""

    def __init__(self, notebook: NotebookNode, kernel: AsyncKernelManager, move_to: Path | None) -> None:
        super().__init__(notebook, km=kernel, timeout=TIMEOUT)
        self._kernel = kernel
        self._move_to = move_to
        self.begun = 0  # index of the cell that was begun last
        self.on_cell_execute = self._begin

    def _begin(self, cell: NotebookNode, cell_index: int) -> None:
        self.begun = cell_index

    @asynccontextmanager
    async def async_setup_kernel(self, **kwargs: Any) -> AsyncGenerator[None, None]:  # noqa: ANN401 - as in nbclient
        self.kc = client = self._kernel.client()
        try:
            client.start_channels()
            await answer(client)
            if self._move_to:
                move(client, self._move_to)
            client.allow_stdin = False
            yield
        finally:
            client.stop_channels()


async def execute(notebook: NotebookNode, file: PurePosixPath, folder: Path, spare: SpareKernel | None = None) -> None:
    """Run every cell of ``notebook`` in ``folder`` and put the outputs into it; ``file`` is named in errors.

    Raises:
        PatientbookError: it cannot be run; the message is one line with the file, the cell and the error.
    """
    name = str(notebook.metadata.get("kernelspec", {}).get("name", PYTHON))
    try:
        async with AsyncExitStack() as stack:
            kernel = spare.take(name) if spare else None
            if kernel:
                stack.push_async_callback(stop, kernel)
                client = _Client(notebook, kernel, folder)
            else:
                client = _Client(notebook, await stack.enter_async_context(kernel_in(folder, name)), None)
            await _execute(client, file)
    except NoSuchKernel as error:
        message = f"{file} wants the kernel '{error.name}', which is not installed. Choose Python 3 in JupyterLab."
        raise PatientbookError(message) from error
    except RuntimeError as error:
        message = f"{file} could not be run: its kernel did not start ({' '.join(str(error).split())})."
        raise PatientbookError(message) from error


async def _execute(client: _Client, file: PurePosixPath) -> None:
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


def _is_cancelled() -> bool:
    """Whether somebody stopped us; nbclient takes that for the death of its kernel."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _failed(file: PurePosixPath, client: _Client, why: str) -> PatientbookError:
    first = client.nb.cells[client.begun].source.strip().partition("\n")[0]
    return PatientbookError(f"{file}: cell {client.begun + 1} ({first}) could not be run: {' '.join(why.split())}")
