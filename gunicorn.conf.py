"""How the site is served: `gunicorn` alone works in this folder."""

import gc
import os
from pathlib import Path

root = Path(__file__).resolve().parent

chdir = str(root)
pythonpath = str(root / "site")
wsgi_app = "config.wsgi"
bind = os.environ.get("BIND", "127.0.0.1:8000")
# Without a shared cache there is one process with threads; a system check refuses more.
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "8"))
timeout = 30
max_requests = 0
preload_app = True
control_socket_disable = True


def when_ready(server):
    """What is loaded once stays: the collector need not look through it with every page."""
    gc.collect()
    gc.freeze()
