"""`make lab` gives JupyterLab the setting that opens a chapter as a notebook."""

import json
import os
import subprocess
import sys

from tests.frame.project import ROOT

SETTING = ROOT / "labconfig" / "default_setting_overrides.json"
AS_JUPYTERLAB_READS_IT = """
import json
from jupyter_server.services.config.manager import ConfigManager
print(json.dumps(ConfigManager(config_dir_name="labconfig").get("default_setting_overrides")))
"""


def test_the_setting_is_the_one_that_jupytext_writes(tmp_path):
    command = [sys.executable, "-m", "jupytext_config", "set-default-viewer", "markdown"]
    subprocess.run(command, env={**os.environ, "JUPYTER_CONFIG_DIR": str(tmp_path)}, check=True, capture_output=True)
    written = json.loads((tmp_path / "labconfig" / SETTING.name).read_text(encoding="utf-8"))
    assert json.loads(SETTING.read_text(encoding="utf-8")) == written


def test_make_lab_puts_the_setting_where_jupyterlab_finds_it(tmp_path):
    lines = subprocess.run(["make", "-n", "lab"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    path = lines.partition('JUPYTER_CONFIG_PATH="')[2].partition("$")[0]
    environment = {**os.environ, "JUPYTER_CONFIG_PATH": path, "JUPYTER_CONFIG_DIR": str(tmp_path)}
    command = [sys.executable, "-c", AS_JUPYTERLAB_READS_IT]
    read = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert json.loads(read) == json.loads(SETTING.read_text(encoding="utf-8"))
