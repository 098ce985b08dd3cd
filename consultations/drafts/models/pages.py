from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Left, Length
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from consultations.drafts.blocks import PassagesBlock
from consultations.drafts.permissions import DraftPermissionTester
from consultations.models.consultation import RESERVED_SLUGS
from pages.models import PublicPage, title_above

from .errata import Erratum
from .freezing import FrozenDraft, NothingToFreeze, freeze_sections, numbered, passages_of

KEPT_BY_FREEZING = ("title", "slug", "live", "summary", "expire_at", "go_live_at")
CHECK = HelpPanel(template="drafts/admin/check_panel.html", heading="Check before launch")
LISTED = ("title", "slug", "number", "url_path", "path", "frozen")


class FreezablePage(PublicPage):
    """A page that can no longer be changed once its version is published."""

    kept_fields = KEPT_BY_FREEZING
    goes_public_alone = True

    class Meta:
        abstract = True

    @property
    def is_frozen(self):
        raise NotImplementedError

    def refuse_change(self):
        """Raise FrozenDraft when saving this would change what has been published."""
        stored = type(self).objects.filter(pk=self.pk).values(*self.kept_fields).first()
        mine = {
            name: self._meta.get_field(name).get_prep_value(getattr(self, name))
            for name in self.kept_fields
        }
        theirs = {
            name: self._meta.get_field(name).get_prep_value(value)
            for name, value in (stored or {}).items()
        }
        if mine != theirs:
            raise FrozenDraft

    def save_revision(self, *args, **kwargs):
        if self.is_frozen:
            raise FrozenDraft
        return super().save_revision(*args, **kwargs)

    def permissions_for_user(self, user):
        return DraftPermissionTester(user, self)


class DraftPage(FreezablePage):
    """One version of the text under consultation. Publishing it freezes it."""

    version_label = models.CharField(
        max_length=80, blank=True, help_text="For example “Consultation draft, June 2010”."
    )
    introduction = RichTextField(blank=True, features=["bold", "italic", "link", "ul"])
    frozen_at = models.DateTimeField(null=True, editable=False)

    parent_page_types = ["consultations.ConsultationPage"]
    subpage_types = ["drafts.SectionPage"]
    kept_fields = (*KEPT_BY_FREEZING, "version_label", "introduction")
    exclude_fields_in_copy = ["frozen_at"]
    content_panels = [
        *PublicPage.content_panels,
        CHECK,
        FieldPanel("version_label"),
        FieldPanel("introduction"),
    ]

    class Meta:
        verbose_name = "draft"

    @property
    def is_frozen(self):
        return self.frozen_at is not None

    @property
    def consultation(self):
        return self.get_parent().specific

    def clean(self):
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": f"“{self.slug}” is kept for the site itself."})

    def with_content_json(self, content):
        draft = super().with_content_json(content)
        draft.frozen_at = self.frozen_at
        return draft

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save; on first going live, freeze the version in the same transaction.

        Raises FrozenDraft when a published version would change, NothingToFreeze when there is
        no text to publish.
        """
        if self._state.adding:
            self.live = False
            return super().save(*args, **kwargs)
        stored = DraftPage.objects.select_for_update().filter(pk=self.pk)
        self.frozen_at = stored.values_list("frozen_at", flat=True).get()
        if self.is_frozen:
            self.refuse_change()
            return super().save(*args, **kwargs)
        if not self.live:
            return super().save(*args, **kwargs)
        sections = list(self.sections())
        if not sections:
            raise NothingToFreeze
        self.frozen_at = timezone.now()
        self.expire_at = None
        result = super().save(*args, **kwargs)
        freeze_sections(self, sections)
        return result

    def sections(self):
        return SectionPage.objects.child_of(self).order_by("path")

    def sections_to_read(self):
        """Its sections, each with what a page says about it, which costs no query of its own.

        `has_errata`, and the keys of the first and the newest version that may be read.
        """
        versions = DraftPage.objects.live().sibling_of(self).filter(frozen_at__isnull=False)
        return self.sections().annotate(
            has_errata=Exists(Erratum.objects.standing().filter(passage__section=OuterRef("pk"))),
            first_version=Subquery(versions.order_by("frozen_at", "pk").values("pk")[:1]),
            newest_version=Subquery(versions.order_by("-frozen_at", "-pk").values("pk")[:1]),
        )

    def _frozen_sections(self):
        sections = self.sections_to_read().only(*LISTED, "plain_summary")
        return sections.prefetch_related("passages")

    def get_context(self, request, *args, **kwargs):
        """For an editor's preview, its sections as they would be frozen now."""
        return super().get_context(request, *args, **kwargs) | {
            "consultation": self.consultation,
            "sections": self._frozen_sections()
            if self.is_frozen
            else list(numbered(self.sections())),
        }

    def boundaries(self):
        return self.consultation.boundaries()


class SectionPage(FreezablePage):
    """One section of a draft. It is edited on its own and goes public with its draft only."""

    plain_summary = RichTextField(
        "in plain words",
        blank=True,
        features=["bold", "link", "ul"],
        help_text="What this section says, for somebody who has one minute.",
    )
    body = StreamField(PassagesBlock(), blank=True)
    is_front_matter = models.BooleanField(
        default=False, help_text="The contents list and marks on the front page."
    )
    number = models.PositiveIntegerField(null=True, editable=False)
    frozen = models.BooleanField(default=False, editable=False)

    found_as = "In drafts"
    found_at = 20
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("plain_summary"),
        index.SearchField("body"),
    ]
    parent_page_types = ["drafts.DraftPage"]
    subpage_types = []
    kept_fields = (*KEPT_BY_FREEZING, "plain_summary", "body", "number", "is_front_matter")
    goes_public_alone = False
    exclude_fields_in_copy = ["number", "frozen"]
    content_panels = [
        *PublicPage.content_panels,
        CHECK,
        FieldPanel("plain_summary"),
        FieldPanel("body"),
        FieldPanel("is_front_matter"),
    ]

    class Meta:
        verbose_name = "section"

    @classmethod
    def findable(cls):
        """Those of the newest version of each draft: earlier ones are read in comparison."""
        above = Left(OuterRef("path"), Length(OuterRef("path")) - 2 * cls.steplen)
        versions = DraftPage.objects.live().alias(above=above).filter(path__startswith=F("above"))
        newest = Subquery(versions.order_by("-frozen_at", "-pk").values("path")[:1])
        return (
            super()
            .findable()
            .alias(newest=newest)
            .filter(path__startswith=F("newest"))
            .annotate(consultation_title=title_above(2))
            .prefetch_related("passages")
        )

    def found_where(self, words):
        """The first of its passages with the most of these words."""
        passages = self.passages.all()
        best = max(passages, key=lambda passage: _hits(passage.text, words), default=None)
        if best is None or not _hits(best.text, words):
            return self.url, self.summary
        return f"{self.url}#{best.anchor}", f"{best.number} {best.text}"

    def found_note(self):
        return self.consultation_title

    @property
    def is_frozen(self):
        return self.frozen

    @property
    def draft(self):
        return self.get_parent().specific

    def with_content_json(self, content):
        section = super().with_content_json(content)
        section.number = self.number
        section.frozen = self.frozen
        return section

    @transaction.atomic
    def save(self, *args, freezing=False, **kwargs):
        """Save; outside freezing a section is never live and a frozen one never changes."""
        if not freezing:
            stored = SectionPage.objects.filter(pk=self.pk or 0)
            self.frozen = stored.values_list("frozen", flat=True).first() or False
            if self.frozen:
                self.refuse_change()
            else:
                self.live = False
                self.live_revision = None
        return super().save(*args, **kwargs)

    @cached_property
    def shown_passages(self):
        """Its passages; in an editor's preview, those it would be frozen into now."""
        return self.passages.all() if self.frozen else passages_of(self)

    def get_context(self, request, *args, **kwargs):
        draft = self.draft
        siblings = list(draft.sections_to_read().only(*LISTED))
        known = [page.pk for page in siblings]
        place = known.index(self.pk) if self.pk in known else len(known)  # new: in a preview
        return super().get_context(request, *args, **kwargs) | {
            "draft": draft,
            "consultation": draft.consultation,
            "passages": list(self.shown_passages),
            "sections": siblings,
            "previous": siblings[place - 1] if place else None,
            "next": siblings[place + 1] if place + 1 < len(siblings) else None,
        }

    def boundaries(self):
        return self.draft.consultation.boundaries()


def _hits(text, words):
    """How many of these words stand in a text, or begin one of its own."""
    text = text.casefold()
    return sum(word in text for word in words)
