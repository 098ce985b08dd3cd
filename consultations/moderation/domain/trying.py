"""What the routes would do with the comments that came in last. Nothing is moved."""

from dataclasses import dataclass, field

from consultations.moderation.domain.routes import route_for
from consultations.moderation.domain.routing import facts_of, open_routes
from consultations.moderation.enums import CLOSED_STATUSES
from consultations.moderation.models import Review, Route

LOOKED_AT = 500
EXAMPLES = 3


@dataclass
class Row:
    """`taken` is how many it would take, `new` how many of these went elsewhere when they came."""

    route: Route | None
    is_tried: bool = False
    taken: int = 0
    new: int = 0
    examples: list = field(default_factory=list)


@dataclass(frozen=True)
class Trial:
    rows: list
    unused: list
    looked_at: int


def try_out(*, also=None):
    """Each route in its order with what it would take of the last 500 comments.

    `also` is the id of a route that is not in use and is tried out as if it were.
    """
    reviews = list(
        Review.objects.exclude(status__in=CLOSED_STATUSES)
        .select_related("comment__response", "comment__section", "comment__draft")
        .select_related("comment__passage")
        .order_by("-pk")[:LOOKED_AT]
    )
    routes, facts = open_routes(also=also), facts_of(reviews)
    rows = {route.pk: Row(route, is_tried=route.pk == also) for route in routes}
    rows[None] = Row(None)
    for review in reviews:
        route = route_for(facts[review.pk], routes)
        row = rows[route.pk if route else None]
        row.taken += 1
        row.new += review.route_id != (route and route.pk)
        if len(row.examples) < EXAMPLES:
            row.examples.append(review.comment.place_label)
    if not rows[None].taken:
        del rows[None]
    unused = Route.objects.exclude(pk__in=[route.pk for route in routes])
    return Trial(list(rows.values()), list(unused), len(reviews))
