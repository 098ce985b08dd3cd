import hashlib
import json

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PagePermissionTester, Workflow
from wagtail.search import index

from consultations.outcomes.enums import Part
from pages.models import PublicPage, title_above

TEXT = ["bold", "italic", "link", "ul", "ol", "h3"]
SLUG = "outcome"


class NotSignedOff(Exception):
    """An outcome goes public only with both parts signed off, by two people, as it now reads."""

    def __init__(self, message="Both parts have to be signed off before this page goes public."):
        super().__init__(message)


class OutcomePermissionTester(PagePermissionTester):
    def can_publish(self):
        return super().can_publish() and self.page.is_signed_off()

    def can_publish_subpage(self):
        return False


class OutcomePage(PublicPage):
    """We asked, you said, we did: the council's words, the Board's words, and who decided when."""

    asked = RichTextField("we asked", features=TEXT)
    said = RichTextField("you said", features=TEXT, help_text="The Board’s summary.")
    did = RichTextField("we did", features=TEXT)
    decision_maker = models.CharField(max_length=160, help_text="For example “Cabinet”.")
    decided_on = models.DateField("date of the decision")

    found_as = "What came of it"
    found_at = 30
    search_fields = [
        *PublicPage.search_fields,
        *(index.SearchField(name) for name in ("asked", "said", "did", "decision_maker")),
    ]
    parent_page_types = ["consultations.ConsultationPage"]
    subpage_types = []
    max_count_per_parent = 1
    signed_fields = ("title", "asked", "said", "did", "decision_maker", "decided_on")
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("asked"),
        FieldPanel("said"),
        MultiFieldPanel(
            [
                FieldPanel("did"),
                FieldRowPanel([FieldPanel("decision_maker"), FieldPanel("decided_on")]),
            ],
            "What the council did",
        ),
    ]

    class Meta:
        verbose_name = "outcome"

    @classmethod
    def findable(cls):
        return super().findable().annotate(consultation_title=title_above(1))

    def found_note(self):
        return self.consultation_title

    @property
    def consultation(self):
        return self.get_parent().specific

    @property
    def wording_hash(self):
        """Changes with every word that was signed off."""
        values = [
            str(self._meta.get_field(name).get_prep_value(getattr(self, name)))
            for name in self.signed_fields
        ]
        return hashlib.sha256(json.dumps(values).encode()).hexdigest()

    def full_clean(self, *args, **kwargs):
        self.slug = SLUG  # the address /consultations/<c>/outcome/ is fixed
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        parent = self.get_parent() if self.path else None
        closes_at = getattr(parent.specific, "closes_at", None) if parent else None
        if closes_at and self.decided_on and self.decided_on < closes_at.date():
            raise ValidationError(
                {"decided_on": "A decision cannot be dated before the consultation closed."}
            )

    def is_signed_off(self):
        """Whether both parts were signed off, by two people, exactly as they now read."""
        people = dict(
            SignOff.objects.filter(outcome=self, wording_hash=self.wording_hash).values_list(
                "part", "by"
            )
        )
        return set(people) == set(Part.values) and len(set(people.values())) == len(people)

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save; refuse to be public without both sign-offs, by whatever road it came here."""
        if self._state.adding:
            self.live = False
        if self.live and not self.is_signed_off():
            raise NotSignedOff
        return super().save(*args, **kwargs)

    def permissions_for_user(self, user):
        return OutcomePermissionTester(user, self)

    def get_workflow(self):
        """The sign-off workflow: the only way for this page to go public."""
        return (
            Workflow.objects.active()
            .filter(workflow_tasks__task__signofftask__isnull=False)
            .distinct()
            .first()
        )

    @property
    def has_workflow(self):
        return self.get_workflow() is not None

    def boundaries(self):
        return self.consultation.boundaries()

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"consultation": self.consultation}


class SignOff(models.Model):
    """One person's approval of one part, for the wording of one moment."""

    outcome = models.ForeignKey(OutcomePage, on_delete=models.CASCADE, related_name="sign_offs")
    part = models.CharField(max_length=20, choices=Part)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    wording_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                "outcome", "part", "wording_hash", name="sign_off_once_a_wording"
            ),
            models.UniqueConstraint("outcome", "by", "wording_hash", name="sign_off_by_two_people"),
        ]

    def __str__(self):
        return f"{self.get_part_display()}, {self.by}"
