"""A virus scanner that speaks clamd's protocol on a real socket, and knows one virus."""

import socketserver
import struct
import threading
from contextlib import contextmanager

VIRUS = b"ZZVIRUS"
CLEAN, FOUND, TOO_LONG = (
    b"stream: OK",
    b"stream: Test.Signature FOUND",
    b"INSTREAM size limit exceeded. ERROR",
)


class _Speaking(socketserver.StreamRequestHandler):
    def handle(self):
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        if command == b"zPING\0":
            self.wfile.write(b"PONG\0")
            return
        assert command == b"zINSTREAM\0", command
        content = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        self.server.scanned.append(content)
        answer = self.server.answer
        if answer is None:
            answer = FOUND if VIRUS in content else CLEAN
        self.wfile.write(answer + (b"\0" if answer else b""))


class _Tcp(socketserver.ThreadingTCPServer):
    daemon_threads = True


class _Unix(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


@contextmanager
def listening(*, path=None, answer=None):
    """A scanner at a port of this machine, or at a path; `answer` replaces its own.

    It has `where`, as the setting takes it, and what it was given as `scanned`.
    """
    server = _Unix(str(path), _Speaking) if path else _Tcp(("127.0.0.1", 0), _Speaking)
    server.answer, server.scanned = answer, []
    server.where = str(path) if path else server.server_address
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
