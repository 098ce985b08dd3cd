"""A closed-loop client without keep-alive, and what one kind of request costs in hellos."""

import socket
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

TURNS = 8
HELLOS_A_TURN = 100
WARM_UP = 4


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict
    size: int
    seconds: float


@dataclass(frozen=True)
class Cost:
    """`hellos` is processor time divided by that of a hello in the same moments."""

    hellos: float
    milliseconds: float
    size: int


def ask(method="GET", path="/", *, cookies=None, fields=None, **headers):
    """One request as it goes over the wire."""
    body = urlencode(fields).encode() if fields is not None else b""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close"]
    lines.append("Accept-Encoding: gzip")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if cookies:
        lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()))
    if fields is not None:
        lines.append("Content-Type: application/x-www-form-urlencoded")
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def fetch(port, request):
    start = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(request)
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
    seconds = time.perf_counter() - start
    received = b"".join(parts)
    head = received.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = [line.partition(": ")[::2] for line in head[1:]]
    named = {name.lower(): value for name, value in headers}
    named["set-cookie"] = [value for name, value in headers if name.lower() == "set-cookie"]
    return Answer(int(head[0].split()[1]), named, len(received), seconds)


class Meter:
    """Measures the product beside a hello under the same gunicorn, in turns of a second or so.

    On a machine that others use, the same work costs twice as much from one minute to the next;
    turns let the hello and everything that is compared meet the same moments.
    """

    def __init__(self, product, hello):
        self.product = product
        self.hello = hello
        fetch_all(hello, [ask()] * 50)

    def repeat(self, *requests, times, status=200):
        """The costs of these requests, each asked for so many times by one visitor."""
        for request in requests:
            fetch_all(self.product, [request] * WARM_UP)
        return self.each(*([request] * times for request in requests), status=status)

    def each(self, *cases, status=200, clients=1):
        """The mean costs of cases, each a list of requests, by so many visitors at once."""
        hello = Tally()
        tallies = [Tally() for _ in cases]
        for turn in range(TURNS):
            hello.add(self.hello, [ask()] * HELLOS_A_TURN, clients)
            for tally, requests in zip(tallies, cases, strict=True):
                tally.add(self.product, requests[turn::TURNS], clients)
        for tally, requests in zip(tallies, cases, strict=True):
            wrong = {answer.status for answer in tally.answers} - {status}
            if wrong:
                raise AssertionError(f"{requests[0].splitlines()[0]} was answered with {wrong}.")
        return [tally.cost(hello) for tally in tallies]


class Tally:
    """Processor seconds and answers of one kind of request."""

    def __init__(self):
        self.seconds = 0
        self.answers = []

    def add(self, server, requests, clients):
        start = server.processor_seconds()
        self.answers += fetch_all(server, requests, clients)
        self.seconds += server.processor_seconds() - start

    @property
    def seconds_each(self):
        return self.seconds / len(self.answers)

    def cost(self, hello):
        return Cost(
            hellos=self.seconds_each / hello.seconds_each,
            milliseconds=1000 * statistics.median(answer.seconds for answer in self.answers),
            size=round(statistics.mean(answer.size for answer in self.answers)),
        )


def fetch_all(server, requests, clients=1):
    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(lambda request: fetch(server.port, request), requests))
