"""Pages that are published, removed or made private make every kept page stale."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from pages.caching import pages_changed
from pages.models import SiteDetails


@receiver([page_published, page_unpublished, post_page_move, page_slug_changed])
@receiver([post_save, post_delete], sender=SiteDetails)
@receiver([post_save, post_delete], sender=Site)
@receiver([post_save, post_delete], sender=PageViewRestriction)  # a page is made private
def forget_kept_pages(sender, **kwargs):
    pages_changed()


@receiver(post_delete)
def forget_deleted_page(sender, instance, **kwargs):
    if sender.__name__ == "Page":
        pages_changed()
