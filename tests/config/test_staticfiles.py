"""One style sheet in production, many small ones to work with."""

import json
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from config.staticfiles import CannotJoin, join

JOINED = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "config.staticfiles.JoinedStaticFilesStorage"},
}
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"


@pytest.fixture
def parts():
    """Style sheets by name; the sheet itself imports one part to show and one to print."""
    return {
        "css/site.css": (
            "@layer base, print;\n"
            '@import url("base.css") layer(base);\n'
            '@import url("print.css") layer(print) print;\n'
        ),
        "css/base.css": "p { margin: 0; }\n",
        "css/print.css": "nav { display: none; }\n",
    }


def test_parts_stand_in_their_layers_when_joined(parts):
    assert join(parts.__getitem__) == (
        "@layer base, print;\n"
        "@layer base {\np { margin: 0; }\n}\n"
        "@media print {\n@layer print {\nnav { display: none; }\n}\n}\n"
    )


def test_a_part_that_refers_to_other_files_is_refused(parts):
    parts["css/base.css"] = 'p { background: url("../img/mark.svg"); }'

    with pytest.raises(CannotJoin, match=r"base\.css"):
        join(parts.__getitem__)


@pytest.fixture
def collected(tmp_path):
    """What `collectstatic` makes of our own files."""
    collect(tmp_path)
    return tmp_path


def collect(folder):
    with override_settings(
        STORAGES=JOINED,
        STATIC_ROOT=folder,
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
    ):
        call_command("collectstatic", interactive=False, verbosity=0)


def test_one_sheet_holds_every_part_when_collected(collected):
    manifest = json.loads((collected / "staticfiles.json").read_text())["paths"]

    sheet = (collected / manifest["css/site.css"]).read_text()

    names = re.findall(r'url\("(.+?)"\)', (settings.ROOT / "static/css/site.css").read_text())
    missing = [
        name
        for name in names
        if (settings.ROOT / "static/css" / name).read_text().strip() not in sheet
    ]
    assert (len(names) > 20, missing, "@import" in sheet) == (True, [], False)


def test_the_sheet_is_compressed_when_collected(collected):
    manifest = json.loads((collected / "staticfiles.json").read_text())["paths"]

    assert (collected / f"{manifest['css/site.css']}.br").exists()


def test_a_second_collecting_gives_the_same_sheet(collected):
    first = (collected / "staticfiles.json").read_text()
    collect(collected)

    assert (collected / "staticfiles.json").read_text() == first


def test_every_part_of_the_sheet_is_there_for_the_plain_storage():
    folder = settings.ROOT / "static/css"
    names = re.findall(r'url\("(.+?)"\)', (folder / "site.css").read_text())
    on_disk = {str(path.relative_to(folder)) for path in folder.rglob("*.css")}

    assert settings.STORAGES["staticfiles"]["BACKEND"] == PLAIN
    assert {*names, "site.css"} == on_disk
