"""What may be done to a page of a draft, before and after its version is published."""

from wagtail.models import PagePermissionTester


class DraftPermissionTester(PagePermissionTester):
    """Wagtail's answers, except that a frozen page refuses every change to everybody.

    A section has no publishing of its own: it goes public with its draft.
    """

    @property
    def _frozen(self):
        return self.page.is_frozen

    @property
    def _is_section(self):
        return not self.page.goes_public_alone

    def can_edit(self):
        return not self._frozen and super().can_edit()

    def can_delete(self, ignore_bulk=False):
        return not self._frozen and super().can_delete(ignore_bulk=ignore_bulk)

    def can_move(self):
        return not self._frozen and super().can_move()

    def can_move_to(self, destination):
        return not self._frozen and super().can_move_to(destination)

    def can_add_subpage(self):
        return not self._frozen and super().can_add_subpage()

    def can_reorder_children(self):
        return not self._frozen and super().can_reorder_children()

    def can_publish(self):
        return not self._frozen and not self._is_section and super().can_publish()

    def can_unpublish(self):
        return not self._frozen and not self._is_section and super().can_unpublish()

    def can_unschedule(self):
        return not self._frozen and super().can_unschedule()

    def can_submit_for_moderation(self):
        return not self._frozen and not self._is_section and super().can_submit_for_moderation()

    def can_look_after(self):
        """Start the next version, add errata, say what became of passages: whoever edits here."""
        return PagePermissionTester.can_edit(self)

    def can_copy(self):
        """Copying is how the next version begins, so a frozen page may be copied."""
        return self.can_look_after()
