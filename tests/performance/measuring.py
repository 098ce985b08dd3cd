"""A closed-loop client without keep-alive, and what one kind of request costs in hellos."""

import socket
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

HELLOS = 800
WARM_UP = 4


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict
    size: int
    seconds: float


@dataclass(frozen=True)
class Cost:
    """`hellos` is processor time divided by that of a hello just before and just after."""

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
    """Measures the product beside a hello under the same gunicorn in the same minutes."""

    def __init__(self, product, hello):
        self.product = product
        self.hello = hello
        self.warm(hello, [ask()] * 50)

    def warm(self, server, requests):
        for request in requests:
            fetch(server.port, request)

    def repeat(self, request, *, times, status=200):
        """The cost of the same request asked for so many times by one visitor."""
        self.warm(self.product, [request] * WARM_UP)
        return self.each([request] * times, status=status)

    def each(self, requests, *, status=200, clients=1):
        """The mean cost of these requests, by so many visitors at the same time."""
        before = self._hello(clients)
        seconds, answers = _run(self.product, requests, clients)
        after = self._hello(clients)
        wrong = {answer.status for answer in answers} - {status}
        if wrong:
            raise AssertionError(f"{requests[0].splitlines()[0]} was answered with {wrong}.")
        return Cost(
            hellos=2 * seconds / (before + after),
            milliseconds=1000 * statistics.median(answer.seconds for answer in answers),
            size=round(statistics.mean(answer.size for answer in answers)),
        )

    def _hello(self, clients):
        return _run(self.hello, [ask()] * HELLOS, clients)[0]


def _run(server, requests, clients):
    """Processor seconds per request, and the answers."""
    start = server.processor_seconds()
    with ThreadPoolExecutor(clients) as pool:
        answers = list(pool.map(lambda request: fetch(server.port, request), requests))
    return (server.processor_seconds() - start) / len(requests), answers
