"""Static files as production serves them: hashed names, compressed, and one style sheet."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/site.css"
IMPORT = re.compile(
    r'@import url\("(?P<name>[\w./-]+)"\) layer\((?P<layer>\w+)\)(?P<print> print)?;'
)


class CannotJoin(Exception):
    """A part that would mean something else at the place of the joined sheet."""


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the parts that `css/site.css` imports in their places when files are collected.

    Thirty small files are good to work with and slow to load: a browser learns of them only once
    it has the first. Every other storage serves the sheet and its parts as they are.
    """

    def post_process(self, paths, dry_run=False, **options):
        if SHEET in paths and not dry_run:
            joined = ContentFile(join(_reader(paths)).encode())
            self.delete(SHEET)
            self.save(SHEET, joined)
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run, **options)


def join(read):
    """The sheet with each import replaced by what it imports, in its layer.

    `read` gives the text of a part by its name, as Django's finders know it.
    """

    def part(match):
        text = read(f"css/{match['name']}")
        if "url(" in text or "@import" in text:
            raise CannotJoin(f"{match['name']} refers to other files.")
        block = f"@layer {match['layer']} {{\n{text}}}"
        return f"@media print {{\n{block}\n}}" if match["print"] else block

    return IMPORT.sub(part, read(SHEET))


def _reader(paths):
    def read(name):
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    return read
