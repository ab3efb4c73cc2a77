"""Whatever a measurement starts is gone when it ends."""

import os
import sys
import urllib.request

import psutil
import pytest

from tools.bench.problems import BenchError
from tools.bench.processes import free_port, running

# A parent with a child in a session of its own, as a kernel is, that does not stop when asked.
DEAF = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", os.getpid(), flush=True)
time.sleep(60)
"""
STUBBORN = f"""
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", {DEAF!r}], start_new_session=True)
time.sleep(60)
"""


def test_a_stubborn_child_in_a_session_of_its_own_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.bench.processes.GRACE", 1)
    with running("stubborn", [sys.executable, "-c", STUBBORN], tmp_path) as program:
        program.wait_for("deaf", 10)
        child = psutil.Process(int(program.heard[-1].split()[1]))
        assert child.ppid() == program.pid
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE  # nobody may reap it in a container
    assert not psutil.pid_exists(program.pid)


def test_programs_are_stopped_when_the_measurement_fails(tmp_path):
    with (
        pytest.raises(KeyboardInterrupt),
        running("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"], tmp_path) as program,
    ):
        raise KeyboardInterrupt
    assert not psutil.pid_exists(program.pid)


def test_a_program_that_ends_by_itself_is_told_with_its_last_words(tmp_path):
    command = [sys.executable, "-c", "print('no such notebook')"]
    with pytest.raises(BenchError, match="no such notebook"), running("server", command, tmp_path) as program:
        program.wait_for("ready", 10)


def test_a_program_that_says_nothing_is_not_waited_for_for_ever(tmp_path):
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    with pytest.raises(BenchError, match="did not say “ready”"), running("server", command, tmp_path) as program:
        program.wait_for("ready", 0.2)


def test_a_free_port_can_be_listened_on(tmp_path):
    port = free_port()
    server = [sys.executable, "-u", "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    with running("server", server, tmp_path) as program:
        program.wait_for("Serving HTTP", 10)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            assert answer.status == 200
    assert os.getpid() != program.pid
