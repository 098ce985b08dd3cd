"""Areas as residents see them: whoever lives in a ward lives in everything it lies in."""

from people.models import Area


def areas_around(chosen):
    """The ids of an area, of all it lies in and of all that lies in it, in one query.

    An id that is no area's gives an empty set.
    """
    parents = dict(Area.objects.order_by().values_list("pk", "parent_id"))
    if chosen not in parents:
        return set()
    return {*_above(chosen, parents), *(pk for pk in parents if chosen in _above(pk, parents))}


def _above(pk, parents):
    """This area and those it lies in. Kinds only ever grow, so it ends."""
    way = []
    while pk is not None and pk not in way:
        way.append(pk)
        pk = parents[pk]
    return way
