"""The documents name what there is: every setting, every command, every decision."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUNNING = (ROOT / "docs" / "running.md").read_text()
SOURCES = ("site", "consultations", "events", "toolkit")
READERS = {"scanner", "text", "flag", "number", "words", "hosts", "secret", "database"}


def variables_read(source):
    """The names given to env.py's functions, to os.environ.get and to os.environ[…]."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            of = ast.unparse(node.func.value)
            if (of == "env" and node.func.attr in READERS) or of == "os.environ":
                yield node.args[0]
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            yield node.slice


def variables():
    files = [path for path in (ROOT / "site" / "config").rglob("*.py") if path.name != "env.py"]
    for path in [*files, ROOT / "gunicorn.conf.py"]:
        for name in variables_read(path.read_text()):
            assert isinstance(name, ast.Constant), f"{path} hides a variable: {ast.unparse(name)}"
            yield name.value


def commands():
    for source in SOURCES:
        for path in (ROOT / source).rglob("management/commands/*.py"):
            if path.stem != "__init__":
                yield path.stem


def documents():
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_a_variable_is_found_however_it_is_read():
    source = "env.flag('A', True); os.environ.get('B'); os.environ['C']; env.secret(D)"

    found = {ast.unparse(name) for name in variables_read(source)}

    assert found == {"'A'", "'B'", "'C'", "D"}


def test_every_variable_has_a_row():
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", RUNNING, re.MULTILINE))

    assert sorted(set(variables()) - rows) == []


def test_every_row_is_about_a_variable_that_is_read():
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", RUNNING, re.MULTILINE))
    of_make = {"PORT", "PYTHON", "CHROMIUM"}

    assert sorted(rows - set(variables()) - of_make) == []


def test_every_command_is_named():
    named = RUNNING + (ROOT / "README.md").read_text()

    assert [name for name in sorted(commands()) if name not in named] == []


def test_the_changelog_begins_with_what_is_newest():
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    versions = [heading for heading in headings if heading != "Unreleased"]

    assert headings[0] == "Unreleased" or headings[0] == versions[0]
    assert versions == sorted(versions, key=numbers, reverse=True)


def numbers(heading):
    """The numbers of a version such as "1.10.2 (10 June 2026)"."""
    return [int(number) for number in re.match(r"[\d.]+", heading)[0].split(".")]


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(path):
    text = re.sub(r"```.*?```", "", path.read_text(), flags=re.DOTALL)
    links = [
        link.partition("#")[0]
        for link in re.findall(r"\]\(([^)\s]+)\)", text)
        if not re.match(r"[a-z]+:|#", link)
    ]

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_decisions_are_numbered_without_a_gap():
    decisions = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))

    assert [int(name[:4]) for name in decisions] == list(range(1, len(decisions) + 1))
