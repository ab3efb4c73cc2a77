"""The addresses of a workshop are those of docs/architecture.md, each with its methods, and no other."""

import re

from tornado.web import RequestHandler

from patientbook.workshop.addresses import ADDRESSES, FIRST, LOGIN
from patientbook.workshop.handlers_login import Login
from tests.guides import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SAMPLES = {"<ticket>": "0" * 32, "<code>": "ACDEFG", "<id>": "0123456789abcdef", "<n>": "12"}


def documented():
    """Method and path of every address in the table."""
    table = PAGE.partition("**Addresses**")[2].partition("\n\nErrors are")[0]
    for row in re.findall(r"^\| (`.*?) \|", table, flags=re.MULTILINE):
        bare, methods, whole = [], [], ""
        for span in re.findall(r"`([^`]+)`", row):
            method, _, path = span.rpartition(" ")
            if span.isupper():  # a method that shares the path of the next
                bare.append(span)
                continue
            methods = [*bare, method] if method else methods
            bare, path = [], path.partition("[")[0]
            if path.startswith(("/join", "/room", "/workshop")):
                whole = path
            else:
                path = f"{whole if path.startswith('/') else whole.rpartition('/')[0] + '/'}{path}"
            yield from ((each, path.lstrip("/")) for each in methods)


def answered():
    """Method and pattern of every address that has a handler."""
    for pattern, handler in (*ADDRESSES, (LOGIN, Login)):
        for method in ("get", "post", "put", "delete", "patch"):
            if getattr(handler, method) is not getattr(RequestHandler, method):
                yield method.upper(), pattern


def test_every_address_of_the_contract_is_answered_and_no_other():
    wanted = set(documented())
    assert len(wanted) > 25
    met = set()
    for method, path in wanted:
        asked = re.sub(r"<\w+>", lambda placeholder: SAMPLES[placeholder[0]], path)
        found = [(each, pattern) for each, pattern in answered() if each == method and re.fullmatch(pattern, asked)]
        assert len(found) == 1, (method, path)
        met |= set(found)
    assert set(answered()) - met == set()


def test_the_router_knows_every_address_by_its_first_word():
    assert {re.split(r"[/(\\]", pattern)[0] for pattern, _ in ADDRESSES} == FIRST
