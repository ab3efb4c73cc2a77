"""The secret of a facilitator's login: the same after a restart, another for another password."""

import pytest
from jupyter_server.auth import passwd
from jupyter_server.auth.identity import IdentityProvider, PasswordIdentityProvider

from patientbook.workshop.secret import cookie_secret


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    return tmp_path


def test_a_login_outlives_a_restart(folder):
    assert cookie_secret(IdentityProvider(), "/") == cookie_secret(IdentityProvider(), "/")
    [file] = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_another_password_or_another_base_ends_old_logins(folder):
    hashed = [passwd(word, "sha1") for word in ("one", "two")]
    providers = [PasswordIdentityProvider(hashed_password=each) for each in hashed]
    secrets = {cookie_secret(each, base) for each in providers for base in ("/", "/guide/")}
    assert len(secrets) == 4


def test_where_nothing_can_be_kept_there_is_a_new_secret(folder):
    folder.rmdir()
    folder.write_text("a file in its place", encoding="utf-8")
    assert cookie_secret(IdentityProvider(), "/") != cookie_secret(IdentityProvider(), "/")


def test_a_damaged_secret_is_made_anew(folder):
    before = cookie_secret(IdentityProvider(), "/")
    [file] = folder.iterdir()
    file.write_bytes(b"short")
    assert cookie_secret(IdentityProvider(), "/") != before
