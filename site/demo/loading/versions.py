"""The first version of the draft strategy, and the second one that came of what groups said."""

from datetime import timedelta
from html import unescape

from django.utils.html import escape, strip_tags

from consultations.drafts.domain.errata import add_erratum
from consultations.drafts.domain.lineage import explain
from consultations.drafts.domain.versions import start_next_version
from consultations.drafts.models import Passage, PassageLink
from demo.content import strategy as words
from demo.content.strategy_versions import (
    ERRATUM,
    FIRST_INTRODUCTION,
    FIRST_LABEL,
    FIRST_PUBLISHED,
    FOUND_AFTER,
    REVISED,
    SLIP,
)
from demo.loading.drafting import publish, write_draft


class NoSuchPassage(Exception):
    """Words of a revised passage that begin no passage of version 2, or several."""


def publish_two_versions(file, *, consultation, user, now):
    """The file holds version 2. Version 1 has the earlier wordings; gives version 2."""
    first = write_draft(file, consultation=consultation, user=user, summaries=words.PLAIN_SUMMARIES)
    today = {section.slug: list(section.body.raw_data) for section in first.sections()}
    for section in first.sections():
        section = section.get_latest_revision_as_object()  # its plain words are there alone
        section.body = earlier(today[section.slug])
        section.save_revision(user=user)
    first_at = now + timedelta(days=FIRST_PUBLISHED)
    publish(first, user=user, at=first_at, label=FIRST_LABEL, introduction=FIRST_INTRODUCTION)
    second = start_next_version(draft=first, by=user, at=now)
    for section in second.sections():
        section.body = today[section.slug]
        section.save_revision(user=user)
    publish(
        second,
        user=user,
        at=consultation.opens_at,
        label=words.VERSION_LABEL,
        introduction=words.DRAFT_INTRODUCTION,
    )
    give_reasons(second, user=user, at=now)
    add_erratum(
        passage=Passage.objects.get(section__in=second.sections(), text__startswith=SLIP),
        text=ERRATUM,
        by=user,
        at=consultation.opens_at + timedelta(days=FOUND_AFTER),
    )
    return second


def earlier(blocks):
    """These blocks as they read in version 1, with the ids they have now."""
    blocks = [dict(block) for block in blocks]
    for revised in REVISED:
        block = _beginning(blocks, revised.now)
        if block is None:
            continue
        if revised.and_then:
            part = _beginning(blocks, revised.and_then)
            block["value"] = _paragraph(f"{_words(block)} {_words(part)}")
            blocks.remove(part)
        elif revised.was:
            block["value"] = _paragraph(revised.was)
        else:
            blocks.remove(block)
    return blocks


def give_reasons(draft, *, user, at):
    links = list(PassageLink.objects.filter(draft=draft, new__isnull=False).select_related("new"))
    for revised in REVISED:
        starts = tuple(filter(None, (revised.now, revised.and_then)))
        found = [link for link in links if link.new.text.startswith(starts)]
        if len(found) != len(starts):
            raise NoSuchPassage(revised.now)
        explain(links=found, reason=revised.reason, by=user, at=at)


def _beginning(blocks, start):
    return next((block for block in blocks if _words(block).startswith(start)), None)


def _words(block):
    return unescape(strip_tags(block["value"])) if isinstance(block["value"], str) else ""


def _paragraph(text):
    return f"<p>{escape(text)}</p>"
