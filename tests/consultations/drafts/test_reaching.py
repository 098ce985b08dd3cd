"""Links tried over a real network of one machine. Private addresses are refused unless let in."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from consultations.drafts.management.reaching import (
    NO_ANSWER,
    REFUSED,
    check_addresses,
    is_global,
    state_of,
)
from tests.consultations.drafts.domain.checking.texts import codes, document


class Site(BaseHTTPRequestHandler):
    def do_HEAD(self):
        status, location = {
            "/here": (200, ""),
            "/moved": (301, "/here"),
            "/round": (302, "/round"),
            "/away": (302, "http://10.0.0.1/"),
            "/file": (302, "file:///etc/passwd"),
        }.get(self.path, (404, ""))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def do_GET(self):
        if self.path == "/only-get":
            self.send_response(200)
            self.end_headers()
        else:
            self.do_HEAD()

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def is_this_machine(address):
    return address == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/here", 200),
        ("/moved", 200),
        ("/only-get", 200),
        ("/gone", 404),
        ("/round", NO_ANSWER),
        ("/away", REFUSED),
        ("/file", REFUSED),
    ],
)
def test_where_an_address_leads(site, path, state):
    assert state_of(site + path, is_this_machine) == state


def test_this_machine_is_refused(site):
    assert state_of(f"{site}/here") == REFUSED


def test_nobody_answers_at_a_closed_port():
    assert state_of("http://127.0.0.1:1/", is_this_machine) == NO_ANSWER


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "100.64.0.1",
        "224.0.0.1",
    ],
)
def test_addresses_that_are_nobodys_business(address):
    assert not is_global(address)


def test_an_address_of_the_public_network():
    assert is_global("151.101.0.144")


@pytest.fixture
def town(site, monkeypatch):
    """A name that leads to the site on this machine."""
    port = int(site.rpartition(":")[2])
    row = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: [row])
    return f"http://town.gov.uk:{port}"


def test_a_link_that_leads_nowhere_becomes_a_finding(town):
    text = document(f"See {town}/here and {town}/gone and again {town}/gone.")

    [finding] = check_addresses(text, is_this_machine)

    assert (finding.code, finding.about.split()[0]) == ("links.dead", f"{town}/gone")


def test_a_name_that_leads_inside_becomes_a_finding(town):
    assert codes(check_addresses(document(f"See {town}/here."))) == ["links.inside"]


def test_addresses_that_are_known_to_be_faulty_are_not_tried():
    text = document("See http://10.0.0.1/ and https://www.example.org/.")

    assert list(check_addresses(text, is_this_machine)) == []
