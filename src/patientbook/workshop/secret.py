"""The secret that signs a facilitator's login, kept so that a login outlives a restart in the middle of a workshop."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_core.paths import jupyter_runtime_dir

if TYPE_CHECKING:
    from jupyter_server.auth import IdentityProvider

_NAME = "patientbook-workshop-secret"
_BYTES = 32


def cookie_secret(identity: IdentityProvider, base: str) -> bytes:
    """The secret for this provider: with another password, or for another guide's base, old logins count no more.

    It lies in Jupyter's runtime folder, readable by its owner only. Where that cannot be written there is a new one.
    """
    made = hmac.new(_kept(Path(jupyter_runtime_dir()) / _NAME), base.encode(), hashlib.sha256)
    return identity.cookie_secret_hook(made).digest()


def _kept(file: Path) -> bytes:
    try:
        kept = file.read_bytes()
    except OSError:
        kept = b""
    if len(kept) == _BYTES:
        return kept
    new = secrets.token_bytes(_BYTES)
    beside = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
            written.write(new)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
    return new
