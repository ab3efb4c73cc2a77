"""A missing program is named with the way to get it."""

import pytest

from tools.bench.browser import find_chromium
from tools.bench.load import measure_load
from tools.bench.problems import MissingToolError
from tools.bench.servers import nginx, nginx_settings


@pytest.fixture
def _bare_machine(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr("tools.bench.servers.SBIN", ())


@pytest.mark.usefixtures("_bare_machine")
def test_without_wrk_it_is_said_how_to_get_it(tmp_path):
    with pytest.raises(MissingToolError, match=r"wrk is not on this machine.*apt install wrk"):
        measure_load({}, tmp_path, 1, 1)


@pytest.mark.usefixtures("_bare_machine")
def test_without_nginx_it_is_said_how_to_get_it(tmp_path):
    with (
        pytest.raises(MissingToolError, match=r"nginx is not on this machine.*apt install nginx"),
        nginx(tmp_path, tmp_path),
    ):
        pass


@pytest.mark.usefixtures("_bare_machine")
def test_without_chromium_it_is_said_how_to_get_it():
    with pytest.raises(MissingToolError, match=r"Chromium is not on this machine.*variable CHROMIUM"):
        find_chromium()


def test_a_chromium_that_is_named_and_not_there_is_named(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    with pytest.raises(MissingToolError, match="CHROMIUM=no-such-browser"):
        find_chromium()


def test_nginx_listens_on_this_machine_only_and_sends_the_compressed_copies(tmp_path):
    settings = nginx_settings(tmp_path, 8123)
    assert "listen 127.0.0.1:8123;" in settings
    assert "gzip_static on;" in settings
    assert "worker_processes 1;" in settings
