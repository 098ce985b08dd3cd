"""Markdown drafts, with the settings that may stand at their top."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from .decoding import decode, refuse_endless
from .hypertext import outline_of_html, pictures_inside
from .notes import Noted
from .outline import Outline, UnreadableDraft
from .trees import TOO_DEEP, tree_of

SETTINGS = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
SETTING = re.compile(r"([\w-]+)\s*[:=]\s*(.*)")
FENCE = re.compile(r" {0,3}(```|~~~)")
DEEPEST = 80
NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)")
REFERENCE = re.compile(r"\[\^([^\]\s]{1,40})\]")


def read_markdown(data: bytes) -> Outline:
    text = decode(data, advice="Save the draft as Markdown (.md) and try again.")
    refuse_endless(text)
    noted = Noted()
    settings, text = _split_settings(text)
    left_out = [name for name in settings if name != "title"]
    if left_out:
        noted.say(f"The settings at the top of the file were left out: {', '.join(left_out)}.")
    text, notes = _split_notes(text)
    markdown = _parser()
    env = {"notes": list(notes)}
    html = _render(markdown, text, env)
    for number, note in enumerate(notes.values(), start=1):
        html += f'<aside id="note-{number}">{_render(markdown, note, env)}</aside>'
    title = settings.get("title", "")
    return outline_of_html(
        tree_of(html).body,
        noted,
        known_title=title,
        is_certain=bool(title),
        picture=pictures_inside(noted),
    )


def _split_settings(text: str) -> tuple[dict[str, str], str]:
    """The settings and the rest; two rules with text between them are text."""
    found = SETTINGS.match(text)
    if found is None:
        return {}, text
    settings = {}
    for line in found[2].split("\n"):
        setting = SETTING.fullmatch(line.strip())
        if setting and not line[0].isspace():
            settings[setting[1]] = setting[2].strip().strip("\"'")
        elif line.strip() and not line[0].isspace() and line[0] not in "-#[]{}":
            return {}, text
    return settings, text[found.end() :]


def _split_notes(text: str) -> tuple[str, dict[str, str]]:
    """The text without its footnotes, and these by name; lines further in go on with a note."""
    kept, notes, current, fence = [], {}, None, ""
    for line in text.split("\n"):
        if opening := FENCE.match(line):
            fence = "" if fence == opening[1] else fence or opening[1]
        note = None if fence else NOTE.fullmatch(line)
        if note is not None:
            current = note[1]
            notes[current] = note[2]
        elif current is not None and line.startswith(("    ", "\t")):
            notes[current] += f"\n{line.strip()}"
        else:
            current = current if current is not None and not line.strip() else None
            kept.append(line)
    return "\n".join(kept), notes


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST + 20}).enable(
        ["table", "strikethrough"]
    )
    markdown.inline.ruler.before("link", "note", _reference)
    markdown.core.ruler.push("suffixes", _keep_suffixes)
    return markdown


def _render(markdown: MarkdownIt, text: str, env: dict) -> str:
    tokens = markdown.parse(text, env)
    if any(token.level >= DEEPEST for token in tokens):
        raise UnreadableDraft(TOO_DEEP)  # markdown-it leaves out what lies deeper
    return markdown.renderer.render(tokens, markdown.options, env)


def _reference(state: StateInline, silent: bool) -> bool:
    found = REFERENCE.match(state.src, state.pos)
    if found is None or found[1] not in state.env.get("notes", ()):
        return False
    if not silent:
        number = state.env["notes"].index(found[1]) + 1
        token = state.push("html_inline", "", 0)
        token.content = f'<sup><a href="#note-{number}">[{number}]</a></sup>'
    state.pos = found.end()
    return True


def _keep_suffixes(state) -> None:
    """Whether a list counts 1. or 1)."""
    for token in state.tokens:
        if token.type == "ordered_list_open":
            token.attrSet("data-suffix", token.markup)
