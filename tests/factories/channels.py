"""What came another way, typed in as an officer does; and files that came with it."""

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from consultations.responses.domain import channels
from consultations.responses.domain.places import Place
from consultations.responses.domain.questionnaires import version_for
from consultations.responses.enums import Capacity, Channel, FileKind, Publish
from consultations.responses.models import AttachedFile


def make_entry(
    draft, *, by, text="We need evenings.", channel=Channel.PAPER, is_sent=False, at=None, **about
):
    """One comment about the first section."""
    now = timezone.now()
    about = {"capacity": Capacity.MYSELF, "publish": Publish.WITHOUT_NAME, **about}
    entry = channels.start_entry(
        consultation=draft.consultation,
        channel=channel,
        received_at=at or now,
        by=by,
        now=now,
        **about,
    )
    place = Place(draft.consultation, draft, draft.sections().first())
    version = version_for(place)
    channels.type_comment(
        entry=entry, place=place, version=version, answers=said(version, text), now=now
    )
    if is_sent:
        channels.send_entry(entry=entry, by=by, now=now)
        entry.refresh_from_db()
    return entry


def said(version, text, stance="agree"):
    values = {"stance": stance, "comment": text}
    return {
        question.key.hex: values[question.kind]
        for question in version.questions.all()
        if question.kind in values
    }


def make_keying(entry, *, by, text="We need everything."):
    """The first comment as a second person typed it."""
    channels.ask_for_second(entry=entry, by=by, now=timezone.now())
    comment = entry.response.comments.first()
    return channels.type_again(
        comment=comment,
        answers=said(comment.questionnaire_version, text),
        by=by,
        now=timezone.now(),
    )


def make_upload(name="plan.pdf", content=b"%PDF-1.7 a plan"):
    return SimpleUploadedFile(name, content)


def attach(draft, key_hash):
    """A piece of evidence, as if its author had sent it with the response of this key."""
    return AttachedFile.objects.create(
        consultation=draft.consultation,
        key_hash=key_hash,
        kind=FileKind.EVIDENCE,
        file=ContentFile(b"%PDF-1.7", name="plan.pdf"),
        ending="pdf",
        size=8,
        added_at=timezone.now(),
    )
