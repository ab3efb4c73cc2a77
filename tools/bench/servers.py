"""The servers that are compared: ours, stock Voilà cold and with a preheated pool, and nginx with our files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from patientbook.pages.assets import TYPES
from patientbook.pages.store import SiteStore

from .problems import BenchError, MissingToolError
from .processes import Program, free_port, running, wait_until_calm
from .subject import CHAPTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject

SCRIPTS = Path(sysconfig.get_path("scripts"))
READY = 60  # seconds that a server may take to start
SBIN = ("/usr/sbin", "/usr/local/sbin")  # where systems put nginx, and where no PATH of a person leads
POOL = 1  # one reader comes at a time; more kernels would only take their processor time from what is measured
NGINX_WAY_OUT = "Install it with `apt install nginx` or `brew install nginx`."


@dataclass(frozen=True)
class Server:
    """A server that runs, and the address of the chapter in it."""

    page: str
    program: Program

    @property
    def root(self) -> str:
        """The address at which our site starts."""
        return self.page.removesuffix(f"{CHAPTER}.html")

    def refill(self) -> None:
        """Return when the preheated kernel of the next reader has run the notebook."""
        self.program.wait_for("is filled with", READY)
        wait_until_calm(self.program.pid)


def patientbook(*arguments: str | Path) -> list[str | Path]:
    """The command line of our own program."""
    return [SCRIPTS / "patientbook", *arguments]


@contextmanager
def ours(subject: Subject, cache: Path) -> Iterator[Server]:
    """Our app, with its pages in ``cache``."""
    port = free_port()
    command = patientbook("serve", subject.root, "--port", str(port), "--cache", cache)
    with running("patientbook", command, subject.root) as program:
        program.wait_for("The guide is open at", READY)
        yield Server(f"http://127.0.0.1:{port}/{CHAPTER}.html", program)


@contextmanager
def stock(subject: Subject, settings: Path, *, is_preheated: bool = False) -> Iterator[Server]:
    """Stock Voilà with its own template and no settings of this machine's user (``settings`` is an empty folder)."""
    port = free_port()
    command: list[str | Path] = [SCRIPTS / "voila", subject.notebook.name, "--no-browser", "--port", str(port)]
    if is_preheated:
        command += ["--preheat_kernel=True", f"--pool_size={POOL}"]
    name = "stock Voilà, preheated" if is_preheated else "stock Voilà"
    environment = {"JUPYTER_CONFIG_DIR": str(settings), "JUPYTER_CONFIG_PATH": ""}
    with running(name, command, subject.notebook.parent, environment) as program:
        program.wait_for("is running at", READY)
        server = Server(f"http://127.0.0.1:{port}/", program)
        if is_preheated:
            server.refill()
        yield server


@contextmanager
def nginx(cache: Path, folder: Path) -> Iterator[Server]:
    """Nginx with one worker and the files that our app serves, with their gzip copies, written into ``folder``."""
    program = _nginx_program()
    port = free_port()
    _write_files(served_files(cache), folder / "files")
    settings = folder / "nginx.conf"
    settings.write_text(nginx_settings(folder, port), encoding="utf-8")
    command: list[str | Path] = [program, "-p", folder, "-c", settings, "-e", "stderr"]
    with running("nginx", command, folder) as started:
        started.wait_for("start worker process ", READY)
        yield Server(f"http://127.0.0.1:{port}/{CHAPTER}.html", started)


def served_files(cache: Path) -> dict[str, tuple[bytes, bytes | None]]:
    """Every file of the site last kept in ``cache`` with its gzip copy, by path.

    Raises:
        BenchError: there is no site in it.
    """
    newest = max((cache / "sites").glob("*.site.zip"), key=lambda path: path.stat().st_mtime, default=None)
    site = newest and SiteStore(newest.parent).read(newest.name.partition(".")[0])
    if not site:
        raise BenchError("Our app kept no site in its cache, so nginx has nothing to serve.")
    return {path: (file.content, file.gzip) for path, file in site.files.items()}


def nginx_settings(folder: Path, port: int) -> str:
    """The settings of an nginx that serves `folder/files` as fast as a plain one does."""
    types = " ".join(f"{kind.partition(';')[0]} {suffix[1:]};" for suffix, kind in TYPES.items())
    temporary = " ".join(
        f'{each}_temp_path "{folder}/{each}";' for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""  # else its worker may not read our folder
    return f"""
{user} daemon off; worker_processes 1; pid "{folder}/pid"; error_log stderr notice;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000;
  types {{ {types} }} charset utf-8; {temporary}
  server {{ listen 127.0.0.1:{port}; root "{folder}/files"; gzip_static on; gzip_vary on; }}
}}
"""


def _nginx_program() -> str:
    program = shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), *SBIN)))
    if program is None:
        raise MissingToolError("nginx", NGINX_WAY_OUT)
    built_with = subprocess.run([program, "-V"], capture_output=True, text=True, check=False).stderr
    if "http_gzip_static_module" not in built_with:
        raise MissingToolError("An nginx with gzip_static", NGINX_WAY_OUT)
    return program


def _write_files(files: dict[str, tuple[bytes, bytes | None]], folder: Path) -> None:
    for path, (content, packed) in files.items():
        to = folder / path
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(content)
        if packed is not None:
            to.with_name(f"{to.name}.gz").write_bytes(packed)
