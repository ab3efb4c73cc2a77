"""Room for many connections: a thousand phones that join a workshop come in one moment, and stay."""

from __future__ import annotations

import sys

AT_ONCE = 2048  # connections that may wait to be taken; systems take less where they must


def allow_many_connections() -> None:
    """Raise this process's limit of open files, each connection being one, as far as it may itself."""
    if sys.platform == "win32":
        return  # it counts connections otherwise, and has enough
    import resource  # noqa: PLC0415 - not there on Windows

    _, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest, highest))
