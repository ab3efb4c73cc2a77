"""A real PostgreSQL on a free loopback port, in a folder of its own, from the programs that Debian installs."""

from __future__ import annotations

import os
import pwd
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import IO

import psutil  # type: ignore[import-untyped] # it carries no types
import psycopg

SECONDS = 60
DEBIAN = Path("/usr/lib/postgresql")
USERS = ("postgres", "nobody")  # whom PostgreSQL, which refuses to run as root, runs as instead


def find_programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`, of the newest version; None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(re.sub(r"\D", "", path.parts[-3]) or 0))
    initdb = Path(found).resolve() if found else next(reversed(versions), None)
    return initdb.parent if initdb and (initdb.parent / "pg_ctl").exists() else None


class Postgres:
    """A server that can be stopped and started again. Its addresses stay the same."""

    def __init__(self, programs: Path, *, is_durable: bool = False) -> None:
        """``is_durable``: whether a commit waits for the disk, which tests need not and measurements must."""
        self._programs = programs
        self._user = _user()
        self._folder = Path(tempfile.mkdtemp(prefix="pb-postgres-"))
        self._password = secrets.token_hex(8)
        self._port = _free_port()
        self._options = [] if is_durable else ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"]
        if self._user:
            shutil.chown(self._folder, self._user)
        password = self._folder / "password"
        password.write_text(self._password, encoding="utf-8")
        password.chmod(0o644)  # in a folder that only this user enters
        self._run("initdb", "--username=tests", "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256", "--no-sync",
                  f"--pwfile={password}")  # fmt: skip

    def start(self) -> None:
        """Start it, and return when it takes connections."""
        options = " ".join([f"-p {self._port}", "-h 127.0.0.1", f"-k '{self._folder}'", *self._options])
        self._run("pg_ctl", "start", "-w", f"-t {SECONDS}", "-l", str(self._folder / "log"), "-o", options)

    def stop(self, *, is_kind: bool = True) -> None:
        """Stop it, connections and all; not ``is_kind``: as if its machine had lost power."""
        self._run("pg_ctl", "stop", "-w", "-m", "fast" if is_kind else "immediate")

    @property
    def is_running(self) -> bool:
        """Whether it is there."""
        return self._pg_ctl_status() == 0

    def pids(self) -> list[int]:
        """Its processes, those of connections too."""
        first = int((self._folder / "data" / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
        found = psutil.Process(first)
        return [first, *(child.pid for child in found.children(recursive=True))]

    def remove(self) -> None:
        """Stop it and delete its folder."""
        if self.is_running:
            self.stop(is_kind=False)
        shutil.rmtree(self._folder)

    def new_database(self) -> str:
        """The address of a new, empty database, as `--database` takes it."""
        name = f"tests_{secrets.token_hex(4)}"
        with psycopg.connect(self._conninfo("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return f"postgresql+psycopg://tests:{self._password}@127.0.0.1:{self._port}/{name}"

    def _conninfo(self, database: str) -> str:
        return f"postgresql://tests:{self._password}@127.0.0.1:{self._port}/{database}"

    def _run(self, program: str, *words: str) -> None:
        # Into a file, because the server that pg_ctl starts would keep a pipe open.
        with (self._folder / "said").open("w+", encoding="utf-8") as said:
            if self._call(said, program, *words):
                said.seek(0)
                message = f"{program}: {said.read()}"
                raise RuntimeError(message)

    def _pg_ctl_status(self) -> int:
        return self._call(subprocess.DEVNULL, "pg_ctl", "status")

    def _call(self, said: IO[str] | int, program: str, *words: str) -> int:
        """The exit code of one of PostgreSQL's programs."""
        command = [str(self._programs / program), "-D", str(self._folder / "data"), *words]
        group = pwd.getpwnam(self._user).pw_gid if self._user else None
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd=self._folder,
            timeout=SECONDS,
            check=False,
            user=self._user,
            group=group,
            extra_groups=[] if self._user else None,
        ).returncode


def _user() -> str | None:
    """Whom it runs as; None for whoever starts it."""
    if os.geteuid() != 0:
        return None
    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in USERS if name in known)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
