"""Kills the web process in the middle of sends, and lets a crowd send at once; then counts.

By hand: `python -m tests.performance.killing [--rounds 200] [--crowd 160]`. Everything happens in a
folder of its own. Whoever got no answer sends the same form again, as a person would.
"""

import argparse
import os
import random
import re
import signal
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.performance.bench import _set_up
from tests.performance.measuring import ask, fetch
from tests.performance.serving import Server

AT_ONCE = 16
PATIENCE = 30
REFERENCE = re.compile(rb"Response ([0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}), received")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--crowd", type=int, default=160)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        _set_up(Path(folder))
        with open(Path(folder) / "server.log", "w") as log:
            faults = _run(arguments, log)
    print("Faults:", faults or "none")
    sys.exit(bool(faults))


def _run(arguments, log):
    from tests.performance import world

    consultation = world.load("sample-kill", comments=40, seed=1)
    before = world.responses_of(consultation)
    with Server(environment=dict(os.environ), log=log) as product:
        author = world.Author(product.port, consultation, seed=2)
        references = _kill(product, author, rounds=arguments.rounds)
        references += _crowd(product, author, size=arguments.crowd)
    return _count(consultation, references, before=before)


def _kill(product, author, *, rounds):
    """Each round sends one response, kills the process meanwhile, and sends it again.

    The wait before the kill follows the machine: shorter after an answer, longer after none.
    """
    rng = random.Random(3)
    usual = statistics.median(_timed(product, author) for _ in range(5))
    wait, found, references = usual, Counter(), []
    for _ in range(rounds):
        cookies = author.basket(comments=rng.choice([1, 3]))
        answers = []
        sending = threading.Thread(
            target=lambda cookies=cookies, answers=answers: answers.append(
                _status(product.port, author.sending(cookies))
            )
        )
        sending.start()
        time.sleep(rng.uniform(0.3, 1.2) * wait)
        os.kill(int(product.workers()[0]), signal.SIGKILL)
        sending.join()
        was_saved = bool(_saved(cookies))
        wait *= 0.85 if answers[0] else 1.1
        answered = "answered" if answers[0] else "no answer"
        found[f"{answered}, {'saved' if was_saved else 'not saved'}"] += 1
        references.append(_send_until_answered(product, author, cookies))
    print(f"{rounds} kills, a send taking {usual * 1000:.0f} ms:", dict(found))
    return references


def _crowd(product, author, *, size):
    """So many different people, sixteen at a time."""
    baskets = [author.basket(comments=1) for _ in range(size)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        start = time.perf_counter()
        answers = list(pool.map(lambda c: fetch(product.port, author.sending(c)), baskets))
        seconds = time.perf_counter() - start
    times = sorted(answer.seconds for answer in answers)
    statuses = dict(Counter(answer.status for answer in answers))
    print(
        f"{size} sends, {AT_ONCE} at once, in {seconds:.1f} s: {statuses}, "
        f"median {times[size // 2]:.2f} s, slowest {times[-1]:.2f} s"
    )
    return [_send_until_answered(product, author, cookies) for cookies in baskets]


def _timed(product, author):
    answer = fetch(product.port, author.sending(author.basket(comments=3)))
    return answer.seconds


def _send_until_answered(product, author, cookies):
    """The reference on the receipt, once the form that was sent again is answered."""
    end = time.monotonic() + PATIENCE
    while _status(product.port, author.sending(cookies)) != 302:
        if time.monotonic() > end:
            return ""
        time.sleep(0.05)
    receipt = _body(product.port, ask(path=author.address("sent/text"), cookies=cookies))
    found = REFERENCE.search(receipt)
    return found.group(1).decode() if found else ""


def _status(port, request):
    """The status of the answer, or 0 where the connection ended without one."""
    try:
        return fetch(port, request).status
    except (OSError, IndexError, ValueError):
        return 0


def _body(port, request):
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(request.replace(b"Accept-Encoding: gzip\r\n", b""))
        return b"".join(iter(lambda: connection.recv(65536), b""))


def _saved(cookies):
    from consultations.responses.domain.references import key_hash
    from consultations.responses.models import Response

    return Response.objects.filter(idempotency_key=key_hash(cookies["basket"])).count()


def _count(consultation, references, *, before):
    """What is wrong, a line each."""
    from consultations.analysis.domain.reconciling import reconcile
    from consultations.responses.models import Response, ResponseDraft
    from delivery.models import OutboxMessage

    sent = Response.objects.filter(consultation=consultation)
    timed = 5  # those that were sent to see how long it takes
    keys = [f"response-{reference}-receipt" for reference in references]
    letters = OutboxMessage.objects.filter(dedupe_key__in=keys)
    facts = {
        "responses beside receipts": (sent.count() - before - timed, len(references)),
        "different references": (len(set(references)), len(references)),
        "references on record": (
            sent.filter(reference__in=references).count(),
            len(references),
        ),
        "letters": (letters.count(), len(references)),
        "baskets left": (ResponseDraft.objects.filter(consultation=consultation).count(), 0),
    }
    print({name: found for name, (found, _) in facts.items()})
    faults = [f"{name}: {a}, not {b}" for name, (a, b) in facts.items() if a != b]
    return faults + list(reconcile(consultation).faults)


if __name__ == "__main__":
    main()
