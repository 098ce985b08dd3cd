from django.db import models


class DoneOnce(models.Model):
    """A note that something was set up once: a role’s permissions, the first workflow.

    What an administrator changes afterwards stays changed: what is noted is not done again.
    """

    key = models.CharField(max_length=120, unique=True)
    done_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.key
