from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.shortcuts import redirect, resolve_url

# In the session of somebody who has just set up a second factor, and so has shown it.
SHOWN_AT_SET_UP = "second_factor_set_up"


class StaffSecondFactor:
    """No one of the staff reaches the admin in a session in which no second factor was shown.

    allauth asks for it at sign-in. This holds as well for a session that is older than the second
    factor, and for any other way in that may ever be opened by mistake.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (
            settings.STAFF_SECOND_FACTOR
            and request.path.startswith("/admin/")
            and request.user.has_perm("wagtailadmin.access_admin")
        ):
            if not is_mfa_enabled(request.user):
                return redirect("mfa_activate_totp")
            if not has_shown_second_factor(request):
                asked = urlencode({"next": request.get_full_path()})
                return redirect(f"{resolve_url('mfa_reauthenticate')}?{asked}")
        return self.get_response(request)


def has_shown_second_factor(request):
    records = get_authentication_records(request, request.user)
    return SHOWN_AT_SET_UP in request.session or any(
        record["method"] == "mfa" for record in records
    )
