"""Whatever keeps the app from starting or ends it: one clear line, no traceback, nothing left behind."""

import shutil
import signal
import socket
import tempfile
from pathlib import Path

import psutil
import pytest

from tests.app.server import PATIENCE, Server, eventually, free_port, start
from tests.guides import CHAPTER, LIVE_ADDRESS, add_live_notebook, build_guide, replace_in


@pytest.fixture
def brief_folder():
    """A folder whose address is short: pytest's are not."""
    with tempfile.TemporaryDirectory(prefix="pb-") as folder:
        yield Path(folder)


def ended(process):
    """The exit code and all lines of a program that ends by itself."""
    said, _ = process.communicate(timeout=PATIENCE)
    return process.returncode, said.splitlines()


def test_a_port_in_use_is_told_with_another_to_try(built_once):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, lines = ended(start(built_once, port=port))
    other = f"or choose another port: patientbook serve --port {port + 1}"
    assert (code, lines) == (1, [f"Port {port} is in use by another program. Stop that one, {other}"])


def test_an_address_that_is_not_ours_is_told(built_once):
    port = free_port()
    code, [line] = ended(start(built_once, "--ip", "192.0.2.1", port=port))
    assert code == 1
    assert line.startswith(f"Cannot listen on 192.0.2.1, port {port}: ")


def test_broken_content_is_told_with_its_place_and_nothing_is_served(guide):
    replace_in(guide / CHAPTER, "08-words.md#chain", "08-words.md#chian")
    replace_in(guide / CHAPTER, "[@wheel2001].", "[@wheels2001].")
    code, lines = ended(start(guide))
    assert code == 1
    assert [line.split(" ")[:2] for line in lines if line.startswith("content/")] == [
        ["content/en/01-bicycles.md:22:32", "[unknown-term]"],
        ["content/en/01-bicycles.md:22:82", "[unknown-source]"],
    ]
    assert lines[-1] == "2 errors in the content; nothing was made."
    assert not (guide / ".cache").exists()


def test_a_folder_without_a_guide_is_told(tmp_path):
    code, [line] = ended(start(tmp_path))
    assert code == 1
    assert line.startswith("There is no guide here: ")


# Below a folder with a long name, as macOS has one for temporary files, a socket would have no address.
@pytest.mark.parametrize(("how", "name"), [(signal.SIGINT, "short"), (signal.SIGTERM, "long" * 20)])
def test_stopping_says_one_line_and_leaves_no_process_and_no_folder(built_once, brief_folder, how, name):
    folder = brief_folder / name
    folder.mkdir()
    with Server(built_once, TMPDIR=str(folder), JUPYTER_RUNTIME_DIR=str(folder / "runtime")) as server:
        assert server.ask(LIVE_ADDRESS).status == 200
        kernels = psutil.Process(server.process.pid).children(recursive=True)
        assert kernels
        code, said = server.stop(how)
    assert said.splitlines()[-1] == "Stopped."
    assert "Traceback" not in said
    assert code == 0
    eventually("the kernels are gone", lambda: not any(each.is_running() for each in kernels), seconds=5)
    assert [path for path in folder.rglob("*") if not path.is_dir() or path.name.startswith("voila_")] == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopping_while_a_notebook_runs_leaves_nothing_half_done(built, tmp_path, how):
    add_live_notebook(built, f"open({str(tmp_path / 'begun')!r}, 'w').close()\nimport time\ntime.sleep(600)")
    before = sorted(path for path in built.rglob("*") if path.is_file())
    with start(built) as process:
        eventually("the cell runs", (tmp_path / "begun").exists)
        kernels = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(how)
        code, lines = ended(process)
    assert (code, lines[-1]) == (130, "Stopped. Nothing was left half-written.")
    assert "Traceback" not in "\n".join(lines)
    assert kernels
    eventually("the kernels are gone", lambda: not any(each.is_running() for each in kernels), seconds=5)
    assert sorted(path for path in built.rglob("*") if path.is_file()) == before


def test_what_build_makes_is_shown_without_a_restart(built):
    page = "/en/01-bicycles.html"
    with Server(built) as server:
        before = server.ask(page)
        replace_in(built / CHAPTER, "Nobody knows who", "A riddle: who")
        assert server.ask(page).body == before.body
        build_guide(built)
        eventually("the new page is shown", lambda: "A riddle: who" in server.ask(page).text)
        assert server.ask(page, If_None_Match=before.headers["etag"]).status == 200


def test_a_cache_that_cannot_be_written_is_told_and_the_guide_is_served(built):
    sites = built / ".cache" / "patientbook" / "sites"
    shutil.rmtree(sites)
    sites.write_text("a file, not a folder", encoding="utf-8")
    with Server(built) as server:
        assert server.ask("/en/01-bicycles.html").status == 200
        code, said = server.stop(signal.SIGINT)
    [told] = [line for line in said.splitlines() if "cannot be written" in line]
    assert code == 0
    assert told.startswith(f"Not kept for the next start: {sites}")
    assert "Traceback" not in said
