"""Every page type can be drawn, and no template gets round the security policy or the escaping."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.template.loader import get_template
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField
from wagtail.models import get_page_models

FOLDER = settings.ROOT / "templates"
OURS = set(settings.OURS) | {"demo"}

# Text that is put on a page as it stands, and why that is safe.
REASONED = {
    "django/forms/field.html": "Django's own help texts, such as the list of password rules.",
}

INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)", re.I),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "a javascript address": re.compile(r"javascript:", re.I),
}
UNESCAPED = re.compile(r"\|\s*safe(seq)?\b|autoescape\s+off")


def templates():
    return sorted(path for path in FOLDER.rglob("*.html"))


def inline_in(text):
    return [name for name, pattern in INLINE.items() if pattern.search(text)]


def our_page_types():
    return [model for model in get_page_models() if model._meta.app_config.name in OURS]


def our_blocks():
    """Every block an editor can choose in a stream of ours, with the name of its field."""
    for model in apps.get_models():
        if model._meta.app_config.name in OURS:
            for field in model._meta.get_fields():
                if isinstance(field, StreamField):
                    yield from _choices(field.stream_block, f"{model.__name__}.{field.name}")


def _choices(stream, name):
    for block in stream.child_blocks.values():
        yield f"{name}.{block.name}", block
        if isinstance(block, StreamBlock):
            yield from _choices(block, f"{name}.{block.name}")


@pytest.mark.parametrize("model", our_page_types(), ids=lambda model: model.__name__)
def test_every_page_type_has_a_template(model):
    assert get_template(model.template).template.name == model.template


def test_no_template_holds_an_inline_style_or_script():
    faults = {
        str(path.relative_to(FOLDER)): found
        for path in templates()
        if (found := inline_in(path.read_text()))
    }

    assert faults == {}


def test_text_is_unescaped_only_where_a_reason_is_written():
    found = {
        str(path.relative_to(FOLDER)) for path in templates() if UNESCAPED.search(path.read_text())
    }

    assert found == set(REASONED)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<p style="color: red">', ["a style attribute"]),
        ("<style>p { margin: 0 }</style>", ["a style element"]),
        ("<script>alert(1)</script>", ["an inline script"]),
        ('<script src="/static/js/menu.js" defer></script>', []),
        ('<button onclick="go()">', ["an event attribute"]),
        ('<a href="javascript:go()">', ["a javascript address"]),
        ('<ol class="thread" data-style="a">', []),
    ],
)
def test_an_inline_style_or_script_is_seen(text, found):
    assert inline_in(text) == found


def test_every_block_an_editor_can_choose_has_a_preview_and_a_description():
    missing = [
        name
        for name, block in our_blocks()
        if not block.is_previewable or not block.get_description()
    ]

    assert (missing, len(list(our_blocks())) > 10) == ([], True)
