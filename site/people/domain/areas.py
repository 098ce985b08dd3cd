"""Areas as residents see them: whoever lives in a ward lives in everything it lies in."""

from people.models import Area


def areas_around(chosen):
    """The ids of an area, of all it lies in and of all that lies in it, in one query.

    An id that is no area's gives an empty set.
    """
    parents = dict(Area.objects.order_by().values_list("pk", "parent_id"))
    if chosen not in parents:
        return set()
    return {
        *areas_above(chosen, parents),
        *(pk for pk in parents if chosen in areas_above(pk, parents)),
    }


def areas_above(pk, parents):
    """This area and those it lies in; `parents` says for each id in which one it lies.

    Kinds only ever grow, so it ends.
    """
    way = []
    while pk is not None and pk not in way:
        way.append(pk)
        pk = parents.get(pk)
    return way
