"""The production settings, read by processes that know nothing but a made-up environment."""

import json

import pytest

from tests.config.processes import MADE_UP, last_line, manage, run

SHOW = """
import json
from config.settings import production as p
print(json.dumps([p.WAGTAILADMIN_BASE_URL, p.DEFAULT_FROM_EMAIL, p.CSRF_TRUSTED_ORIGINS]))
"""


@pytest.fixture
def made_up(tmp_path):
    return {**MADE_UP, "VAR_DIR": str(tmp_path)}


def without(values, name):
    return {key: value for key, value in values.items() if key != name}


def test_nothing_is_to_be_said_against_them(made_up):
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **made_up)

    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout == "System check identified no issues (1 silenced).\n"


@pytest.mark.parametrize("name", ["SECRET_KEY", "RECEIPT_KEY"])
def test_they_refuse_to_start_without_a_key(made_up, name):
    started = run("-c", "import config.settings.production", **without(made_up, name))

    assert started.returncode == 1
    assert last_line(started.stderr).endswith(f"Set {name}: there is no safe default for it.")


@pytest.mark.parametrize("hosts", [{}, {"ALLOWED_HOSTS": " "}, {"ALLOWED_HOSTS": "*"}])
def test_they_refuse_to_start_without_hosts(made_up, hosts):
    values = {**without(made_up, "ALLOWED_HOSTS"), **hosts}

    started = run("-c", "import config.settings.production", **values)

    assert started.returncode == 1
    assert "Set ALLOWED_HOSTS to the names this site answers to" in last_line(started.stderr)


def test_addresses_in_letters_follow_from_the_first_host_when_not_set(made_up):
    values = without(without(made_up, "PUBLIC_URL"), "EMAIL_FROM")

    shown = run("-c", SHOW, **values)

    assert json.loads(shown.stdout) == [
        "https://consult.example.org",
        "consultations@consult.example.org",
        ["https://consult.example.org", "https://*.example.com"],
    ]


def test_the_public_address_is_kept_without_its_last_slash(made_up):
    shown = run("-c", SHOW, **made_up)

    assert json.loads(shown.stdout)[0] == "https://consult.example.org"


def test_a_folder_named_for_data_lies_in_the_project(made_up):
    show = "from config.settings import production as p; print(p.VAR.is_absolute(), p.VAR.name)"

    shown = run("-c", show, **{**made_up, "VAR_DIR": "var"})

    assert shown.stdout == "True var\n"


def test_the_web_server_refuses_several_processes_without_a_shared_cache(made_up):
    started = run("-c", "import config.wsgi", WEB_CONCURRENCY="2", **made_up)

    assert started.returncode == 1
    assert "WEB_CONCURRENCY is 2 and CACHE_URL is empty" in last_line(started.stderr)


def test_a_command_refuses_several_processes_without_a_shared_cache(made_up):
    checked = manage("check", WEB_CONCURRENCY="2", **made_up)

    assert checked.returncode == 1
    assert "(sounding_board.E001) WEB_CONCURRENCY is 2" in checked.stderr
