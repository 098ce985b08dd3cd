from consultations.moderation.domain.queue import visible_to
from consultations.moderation.domain.readers import PERMISSION
from consultations.moderation.models import ModerationDecision
from pages.registers import Register


class DecisionsRegister(Register):
    """Every decision of the Board. A member sees those about comments they may see themselves."""

    model = ModerationDecision
    base_url_path = "decisions"
    menu_label = "Decisions log"
    menu_icon = "list-ul"
    menu_order = 60
    list_display = ("at", "kind", "reason", "review", "by", "second_by")
    list_filter = ("kind", "reason", "at")
    inspect_view_fields = ("at", "kind", "reason", "note", "review", "by", "second_by", "second_at")
    list_per_page = 50
    ordering = ("-at",)

    def get_queryset(self, request):
        decisions = ModerationDecision.objects.select_related("review", "by", "second_by")
        if request.user.has_perm(PERMISSION):
            decisions = decisions.filter(review__in=visible_to(request.user))
        return decisions.order_by("-at", "-pk")
