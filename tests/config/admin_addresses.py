"""Every address of ours in the admin, and who may GET and POST it: a letter for each role."""

from people.enums import Role

ROLES = {
    "O": Role.ENGAGEMENT_OFFICER,
    "E": Role.EVENTS_EDITOR,
    "T": Role.TOOLKIT_EDITOR,
    "B": Role.BOARD_MEMBER,
    "C": Role.BOARD_CHAIR,
    "A": Role.ANALYST,
    "G": Role.GRANTS_OFFICER,
    "W": Role.WEB_ADMINISTRATOR,
    "D": Role.DISPUTE_HANDLER,
}
SUPERUSER, STRANGER, RESIDENT = "S", "X", "-"
WITH_AN_ADMIN = "OETBCGWDS"
NOBODY = ""
PACKAGES = {"consultations", "events", "toolkit", "pages", "people", "records", "integration"}


def snippet(name, *, view, add, change, delete):
    """What Wagtail mounts for a snippet: who may GET and POST each of its pages."""
    pages = {
        "list": (view, NOBODY),
        "list_results": (view, NOBODY),
        "usage": (view, NOBODY),
        "history": (view, NOBODY),
        "history_results": (view, NOBODY),
        "add": (add, add),
        "copy": (add, add),
        "edit": (change, change),
        "delete": (delete, delete),
    }
    return {f"wagtailsnippets_{name}:{page}": who for page, who in pages.items()}


def register(name, *, view):
    """What wagtail-modeladmin mounts for a register: it is listed and inspected, never written."""
    pages = {"index": view, "inspect": view, "create": NOBODY, "edit": NOBODY, "delete": NOBODY}
    return {f"{name}_modeladmin_{page}": (who, NOBODY) for page, who in pages.items()}


DECLARED = {
    "board_desk": ("BCS", "BCS"),
    "board_appeal": ("BCS", "BCS"),
    "board_appeals": ("BCS", "BCS"),
    "board_blind": ("BCS", "BCS"),
    "board_bulk_ask": ("BCS", "BCS"),
    "board_clean": ("BCS", "BCS"),
    "board_hand_over": ("BCS", "BCS"),
    "board_hide": ("BCS", "BCS"),
    "board_interests": ("BCS", "BCS"),
    "board_looks": ("BCS", "BCS"),
    "board_safety": ("BCS", "BCS"),
    "board_pack": ("BCS", "BCS"),
    "board_reports": ("BCS", "BCS"),
    "board_agree": (NOBODY, "BCS"),
    "board_close_report": (NOBODY, "BCS"),
    "board_close_safety": (NOBODY, "BCS"),
    "board_draw": (NOBODY, "BCS"),
    "board_handed_over": (NOBODY, "BCS"),
    "board_not_response": (NOBODY, "BCS"),
    "board_step_back": (NOBODY, "BCS"),
    # Seen by whoever asked for it.
    "board_bulk": (NOBODY, NOBODY),
    "board_routes": ("OS", "OS"),
    **dict.fromkeys(("event_call_off", "event_copy", "event_dates"), ("ES", "ES")),
    "board_decided": ("BCS", "BCS"),
    "board_read": ("BCS", "BCS"),
    "board_publish": (NOBODY, "BCS"),
    "board_hold": (NOBODY, "BCS"),
    "board_answer_hold": (NOBODY, "BCS"),
    "board_reopen": (NOBODY, "BCS"),
    # An import is seen by whoever uploaded it: here an officer.
    "imports_list": ("OS", NOBODY),
    "imports_new": ("OS", "OS"),
    "imports_again": ("OS", "OS"),
    "imports_overview": ("O", NOBODY),
    "imports_section": ("O", NOBODY),
    "imports_correct": (NOBODY, "O"),
    "imports_undo": (NOBODY, "O"),
    "imports_finish": ("O", "O"),
    "imports_discard": ("O", "O"),
    "draft_check": ("OS", NOBODY),
    "draft_no_problem": (NOBODY, "OS"),
    "draft_look_again": (NOBODY, "OS"),
    "where_drafts_stand": ("OS", NOBODY),
    "where_drafts_stand_results": ("OS", NOBODY),
    **register("decisions", view="OBCS"),
    # Bookings: whoever may edit the event and see bookings.
    "bookings_register": ("ES", "ES"),
    "bookings_walk_in": (NOBODY, "ES"),
    "bookings_message": ("ES", "ES"),
    "bookings_export": (NOBODY, "ES"),
    "bookings_cancel": ("ES", "ES"),
    "bookings_take": ("ES", "ES"),
    "bookings_change": ("ES", "ES"),
    "bookings_accept": (NOBODY, "ES"),
    "bookings_certificates": (NOBODY, "ES"),
    "bookings_tell": ("ES", "ES"),
    "bookings_results": ("ES", NOBODY),
    # Notes of tables: the event's editor writes them, the consultation's officer hands them over.
    "event_tables": ("OES", NOBODY),
    "hand_over": (NOBODY, "OS"),
    **dict.fromkeys(("event_table_add", "event_table", "event_table_remove"), ("ES", "ES")),
    "event_numbers": ("ES", NOBODY),
    "event_numbers_results": ("ES", NOBODY),
    **register("bookings", view="ES"),
    **register("attendance", view="ES"),
    **register("waiting-list", view="ES"),
    # Looking after versions and their comments: whoever may edit the pages.
    "version": ("OS", NOBODY),
    "version_next": (NOBODY, "OS"),
    "version_erratum": (NOBODY, "OS"),
    "version_erratum_withdraw": (NOBODY, "OS"),
    "version_links": ("OS", "OS"),
    "version_plan": ("OS", "OS"),
    "comments_detached": ("OS", "OS"),
    "comment_put": (NOBODY, "OS"),
    "comment_taken_back": (NOBODY, "OS"),
    **snippet("drafts_glossaryterm", view="OS", add="OS", change="OS", delete="OS"),
    "consultation_ready": ("OS", "OS"),
    "consultation_record_reason": (NOBODY, "OS"),
    "consultation_confirm_reason": (NOBODY, "OS"),
    "consultation_withdraw_reason": (NOBODY, "OS"),
    **snippet("consultations_election", view="OS", add="OS", change="OS", delete="OS"),
    # Other channels. What may be typed is looked at row by row; what was sent is not sent again.
    "channels_home": ("OS", NOBODY),
    "channels": ("OS", NOBODY),
    "channels_add": ("OS", "OS"),
    "channels_form": ("OS", NOBODY),
    "channels_guide": ("OS", NOBODY),
    "entry": ("OS", NOBODY),
    "entry_write": ("OS", "OS"),
    "entry_scan": (NOBODY, "OS"),
    "entry_send": (NOBODY, "OS"),
    "entry_discard": (NOBODY, "OS"),
    "entry_ask": (NOBODY, "OS"),
    "again": ("OS", "OS"),
    "settle": (NOBODY, "OS"),
    "files_download": ("OS", NOBODY),
    "board_file": ("BCS", NOBODY),
    "translations": ("OS", NOBODY),
    "translate_comment": ("OS", "OS"),
    "impact_by_group": ("OS", NOBODY),
    "who_is_missing": ("OS", "OS"),
    "postcodes": ("OWS", "OWS"),
    "questionnaire_try": ("OS", "OS"),
    "questionnaire_rules": ("OS", "OS"),
    "questionnaire_rule": ("OS", "OS"),
    **snippet("moderation_route", view="OS", add="OS", change="OS", delete="OS"),
    **snippet("responses_questionnaire", view="OS", add="OS", change="OS", delete="S"),
    **snippet("people_organisation", view="WS", add="WS", change="WS", delete="S"),
    **snippet("people_boardmembership", view="WS", add="WS", change="WS", delete="S"),
    **snippet("people_area", view="OWS", add="OWS", change="OWS", delete="S"),
    **snippet("consultations_decisionmaker", view="OWS", add="OWS", change="OWS", delete="S"),
    # Disputes: the people named for it, and no superuser by being one.
    "disputes_list": ("D", "D"),
    "dispute_read": ("D", "D"),
    "dispute_move_on": (NOBODY, "D"),
    **snippet("events_venue", view="ES", add="ES", change="ES", delete="ES"),
    **snippet("people_interest", view="S", add="S", change="S", delete="S"),
    **snippet("toolkit_champion", view="TS", add="TS", change="TS", delete="TS"),
    **snippet("toolkit_principle", view="TS", add="TS", change="TS", delete="TS"),
    **snippet("toolkit_principlerecord", view="OTS", add="OTS", change="OTS", delete="OTS"),
    **snippet("toolkit_methoduse", view="OTS", add="OTS", change="OTS", delete="OTS"),
    # A review's pages lead to the desk, which turns away whom it may; the histories name no words.
    "wagtailsnippets_moderation_review:list": (WITH_AN_ADMIN, WITH_AN_ADMIN),
    "wagtailsnippets_moderation_review:list_results": (WITH_AN_ADMIN, WITH_AN_ADMIN),
    "wagtailsnippets_moderation_review:edit": (WITH_AN_ADMIN, WITH_AN_ADMIN),
    "wagtailsnippets_moderation_review:add": (NOBODY, NOBODY),
    "wagtailsnippets_moderation_review:delete": (NOBODY, NOBODY),
    "wagtailsnippets_moderation_review:usage": (NOBODY, NOBODY),
    "wagtailsnippets_moderation_review:history": ("OS", NOBODY),
    "wagtailsnippets_moderation_review:history_results": ("OS", NOBODY),
    "wagtailsnippets_moderation_review:workflow_history": ("OS", NOBODY),
    "wagtailsnippets_moderation_review:workflow_history_detail": ("OS", NOBODY),
}
