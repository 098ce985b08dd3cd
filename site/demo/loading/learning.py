"""The principles with two records, and what nine uses of methods taught."""

from datetime import timedelta
from decimal import Decimal

from consultations.models import ConsultationPage
from consultations.responses.models import Response
from demo.content import learning as words
from demo.signins import OFFICER
from pages.domain.tree import ensure_home
from toolkit.models import (
    MethodPage,
    MethodUse,
    Principle,
    PrincipleEntry,
    PrincipleRecord,
    PrinciplesPage,
    ToolkitIndexPage,
)


def load_principles(scene):
    index = ToolkitIndexPage.objects.child_of(ensure_home()).get()
    page = PrinciplesPage(
        title=words.PRINCIPLES_TITLE,
        slug="principles",
        summary=words.PRINCIPLES_SUMMARY,
        introduction=words.PRINCIPLES_INTRODUCTION,
        live=False,
    )
    index.add_child(instance=page).save_revision().publish()
    principles = {}
    for place, each in enumerate(words.PRINCIPLES, start=1):
        principles[each.name] = Principle.objects.create(
            name=each.name, stage=each.stage, text=each.text, measure=each.measure, position=place
        )
    for slug, note, entries in words.RECORDS:
        record = PrincipleRecord(
            consultation_id=ConsultationPage.objects.get(slug=slug).pk, note=note, is_public=True
        )
        record.entries = [
            PrincipleEntry(
                principle=principles[name],
                kept=kept,
                evidence=evidence,
                before=before,
                after=after,
                sort_order=place,
            )
            for place, (name, (kept, evidence, before, after)) in enumerate(entries.items())
        ]
        record.save()


def load_uses(scene):
    methods = {method.slug: method for method in MethodPage.objects.all()}
    consultations = {page.slug: page for page in ConsultationPage.objects.all()}
    for use in words.USES:
        consultation = consultations.get(use.consultation)
        people = use.people
        if people is None:
            people = Response.objects.filter(consultation=consultation).counted().count()
        MethodUse.objects.create(
            method=methods[use.method],
            consultation_id=consultation and consultation.pk,
            occasion=use.occasion,
            ended_on=scene.today - timedelta(days=use.days_ago),
            people=people,
            cost=use.cost,
            staff_days=Decimal(use.staff_days),
            weeks_to_prepare=use.weeks,
            reached=use.reached,
            missed=use.missed,
            lessons=use.lessons,
            again=use.again,
            recorded_by=scene.user(OFFICER),
        )
