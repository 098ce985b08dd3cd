"""Who somebody is, as another page of ours already knows: signed, to fill in a booking form."""

from django.core import signing

from events.forms.booking import MYSELF, ORGANISATION

FIELD = "known"
SALT = "events.known"
AGE = 2 * 60 * 60  # seconds; as long as a receipt is likely to stand open


def pack(*, name="", email="", organisation_name=""):
    """What is known, for a hidden field that is sent by POST; "" where it is nothing."""
    known = {"name": name, "email": email, "organisation_name": organisation_name}
    known = {field: value for field, value in known.items() if value}
    return signing.dumps(known, salt=SALT) if known else ""


def unpack(token):
    """The initial values of a booking form; none where the token is old or not one of ours."""
    try:
        known = signing.loads(token, salt=SALT, max_age=AGE)
    except signing.BadSignature:
        return {}
    is_group = bool(known.get("organisation_name"))
    return known | {"capacity": ORGANISATION if is_group else MYSELF}
