"""Who cites which code: counted from the references Wagtail keeps, and from disputes."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from wagtail.models import Page, ReferenceIndex

from toolkit.models import CompactPage, Dispute

FEW = 5  # below it no number of disputes is said: in a small town one dispute is one neighbour


@dataclass(frozen=True)
class Citations:
    """`pages` are those that everybody may read."""

    pages: tuple
    disputes: int

    @property
    def has_few_disputes(self):
        return 0 < self.disputes < FEW


def citations(codes):
    """The citations of each code by its primary key, in as many queries for one as for six.

    A page cites a code when its text links to it or it names it in a field. The agreement itself
    and its other codes do not count, nor does what is not public.
    """
    citing = _citing_pages([code.pk for code in codes])
    disputes = dict(
        Dispute.objects.filter(code__in=codes)
        .order_by()
        .values_list("code")
        .annotate(number=Count("pk"))
    )
    return {code.pk: Citations(tuple(citing[code.pk]), disputes.get(code.pk, 0)) for code in codes}


def _citing_pages(pks):
    kind = ContentType.objects.get_for_model(Page)
    references = (
        ReferenceIndex.objects.filter(
            base_content_type=kind,
            to_content_type=kind,
            to_object_id__in=[str(pk) for pk in pks],
        )
        .values_list("to_object_id", "object_id")
        .distinct()
    )
    codes_of = defaultdict(set)
    for code, page in references:
        codes_of[int(page)].add(int(code))
    shown = Page.objects.filter(pk__in=codes_of).live().public().order_by("title", "pk")
    for agreement in CompactPage.objects.only("path", "depth"):
        shown = shown.not_descendant_of(agreement, inclusive=True)
    found = defaultdict(list)
    for page in shown:
        for code in codes_of[page.pk]:
            found[code].append(page)
    return found
