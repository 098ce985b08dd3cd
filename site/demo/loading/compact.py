"""The agreement with the sector, its champions and procedure, and three disputes."""

from datetime import timedelta

from demo.content import compact as words
from demo.signins import HANDLER
from events.models import EventPage
from pages.domain.tree import ensure_home
from records.domain.references import new_key
from toolkit.domain.disputes import NEXT, move_on, raise_dispute
from toolkit.enums import Side
from toolkit.models import (
    Champion,
    CompactCodePage,
    CompactPage,
    DisputePage,
    Meaning,
    MethodPage,
    RelatedPage,
    ToolkitIndexPage,
    Undertaking,
)


def load_compact(scene):
    index = ToolkitIndexPage.objects.child_of(ensure_home()).get()
    compact = _publish(
        index,
        CompactPage(
            summary=words.COMPACT_SUMMARY,
            introduction=words.COMPACT_INTRODUCTION,
            partners=words.COMPACT_PARTNERS,
        ),
    )
    codes = {code.slug: _load_code(compact, code) for code in words.CODES}
    _publish(
        compact,
        DisputePage(
            summary=words.PROCEDURE_SUMMARY,
            introduction=words.PROCEDURE_INTRODUCTION,
            steps=[("step", {"name": name, "text": text}) for name, text in words.PROCEDURE_STEPS],
        ),
    )
    for directorate, name, helps_with, mailbox in words.CHAMPIONS:
        Champion.objects.create(
            directorate=directorate,
            name=name,
            helps_with=helps_with,
            email=f"{mailbox}@example.org",
        )
    for dispute in words.DISPUTES:
        _load_dispute(scene, codes, *dispute)


def _publish(parent, page):
    page.live = False
    parent.add_child(instance=page).save_revision().publish()
    return page


def _load_code(compact, code):
    page = CompactCodePage(slug=code.slug, title=code.title, summary=code.summary)
    page.undertakings = [
        Undertaking(side=side, text=text, sort_order=place)
        for place, (side, text) in enumerate(
            (side, text)
            for side, texts in (
                (Side.PUBLIC, code.public),
                (Side.SECTOR, code.sector),
                (Side.BOTH, code.both),
            )
            for text in texts
        )
    ]
    page.meanings = [
        Meaning(audience=audience, text=text, sort_order=place)
        for place, (audience, text) in enumerate(code.meanings)
    ]
    related = [
        *MethodPage.objects.filter(slug__in=code.methods).order_by("path"),
        *EventPage.objects.filter(slug__in=code.events).order_by("starts_at"),
    ]
    page.related = [
        RelatedPage(page_id=other.pk, sort_order=place) for place, other in enumerate(related)
    ]
    _publish(compact, page)
    for event in EventPage.objects.filter(slug__in=code.cited_by):
        sentence = words.CITING.format(title=f'<a linktype="page" id="{page.pk}">{page.title}</a>')
        event.body.append(("text", f"<p>{sentence}</p>"))
        event.save_revision().publish()
    return page


def _load_dispute(scene, codes, days_ago, code, said, steps):
    raised_at = scene.moment(-days_ago)
    dispute, _, _ = raise_dispute(
        key=new_key(),
        words={**said, "code": codes.get(code)},
        kept_from=[],
        answer_in=20,
        at=raised_at,
    )
    for days, text in steps:
        dispute = move_on(
            dispute=dispute,
            to=NEXT[dispute.state],
            words=text,
            by=scene.user(HANDLER),
            at=raised_at + timedelta(days=days),
        )
