from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.signals import pre_page_move

from consultations.drafts.domain.lineage import link_to_version_before
from consultations.drafts.models import DraftPage, FrozenDraft, GlossaryTerm, SectionPage
from consultations.drafts.signals import draft_frozen
from pages.caching import pages_changed


@receiver(pre_delete, sender=DraftPage)
@receiver(pre_delete, sender=SectionPage)
def keep_frozen_pages(sender, instance, **kwargs):
    if instance.is_frozen:
        raise FrozenDraft


@receiver(pre_page_move)
def keep_frozen_pages_in_place(sender, instance, **kwargs):
    if getattr(instance.specific, "is_frozen", False):
        raise FrozenDraft


@receiver(draft_frozen, sender=DraftPage)
def link_versions(sender, draft, passages, **kwargs):
    link_to_version_before(draft=draft, passages=passages)


@receiver(post_save, sender=GlossaryTerm)
@receiver(post_delete, sender=GlossaryTerm)
def explain_anew(sender, **kwargs):
    pages_changed()
