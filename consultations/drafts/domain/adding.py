"""Who may add a draft below a consultation, and put a corrected text into one: Wagtail decides."""

from wagtail.models import Page
from wagtail.permissions import policy_registry

from consultations.models import ConsultationPage


def consultations_to_add_to(user):
    """Every consultation below which this person may add pages."""
    policy = policy_registry.get_by_type(Page)
    allowed = policy.instances_user_has_permission_for(user, "add")
    return ConsultationPage.objects.filter(pk__in=allowed.values("pk")).order_by("title")


def may_add_draft(user, consultation):
    return consultation.permissions_for_user(user).can_add_subpage()


def may_correct(user, draft):
    """Whether they may change the draft's sections. False for every published version."""
    rights = draft.permissions_for_user(user)
    return rights.can_edit() and rights.can_add_subpage()
