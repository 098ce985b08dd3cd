"""How the principles were kept in one consultation."""

from django.shortcuts import get_object_or_404, render

from pages.caching import keep
from toolkit.domain.principles import by_stage, public_records, tally


def account(request, slug):
    record = get_object_or_404(public_records(), consultation__slug=slug)
    keep(request)
    stages = by_stage(record)
    return render(
        request,
        "toolkit/principle_record.html",
        {
            "record": record,
            "stages": stages,
            "tally": [{"name": kept.label, "value": n} for kept, n in tally(stages).items()],
        },
    )
