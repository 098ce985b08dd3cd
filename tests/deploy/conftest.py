import shutil
import socket

import pytest

from tests.deploy.checkout import bootstrap, checkout


@pytest.fixture(scope="session")
def half_built(tmp_path_factory):
    """A checkout whose first set-up was killed while it built .venv."""
    root = checkout(tmp_path_factory.mktemp("the council's own"), "pip\n")
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "python").write_text("half a file")
    return root


@pytest.fixture(scope="session")
def set_up(half_built):
    """What the set-up that follows the killed one says."""
    return bootstrap(half_built, "python", "-c", "print('ready')")


@pytest.fixture
def project(half_built, set_up):
    """A checkout with its environment, and nothing of the site's in var."""
    shutil.rmtree(half_built / "var")
    (half_built / "var").mkdir()
    (half_built / "requirements.txt").write_text("pip\n")
    bootstrap(half_built, "python", "-c", "")
    return half_built


@pytest.fixture
def port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
