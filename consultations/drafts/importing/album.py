"""The pictures of an outline, taken into Wagtail's image library."""

import hashlib
import io

from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL import ImageOps
from wagtail.images import get_image_model
from wagtail.models import Collection

SUFFIXES = {"PNG": "png", "JPEG": "jpg", "GIF": "png", "WEBP": "webp"}
SAVED_AS = {"GIF": "PNG"}
WIDEST = (2400, 2400)


class Album:
    """One consultation's collection, made when the first picture comes.

    A picture is drawn anew, so that nothing goes on that is not picture: no place where it was
    taken, no file in disguise. Its name is a digest of it, so that nobody finds it before it is
    published, and so that the same picture in the next version is the same row.
    """

    def __init__(self, consultation, *, user=None):
        self.consultation, self.user = consultation, user
        self._collection = None

    @property
    def collection(self):
        if self._collection is None:
            root = Collection.get_first_root_node()
            name = self.consultation.title[:255]
            self._collection = root.get_children().filter(name=name).first()
            if self._collection is None:
                self._collection = root.add_child(instance=Collection(name=name))
        return self._collection

    def add(self, image):
        """The library's row for it; None when it turns out to be no picture after all."""
        digest = hashlib.sha256(image.data).hexdigest()[:24]
        model = get_image_model()
        known = model.objects.filter(collection=self.collection, file__contains=digest).first()
        if known is not None:
            return known
        drawn = _drawn_anew(image.data)
        if drawn is None:
            return None
        data, suffix = drawn
        return model.objects.create(
            title=(image.alt or f"{self.consultation.title}: picture")[:255],
            description=image.alt[:255],
            file=ContentFile(data, name=f"{digest}.{suffix}"),
            collection=self.collection,
            uploaded_by_user=self.user,
        )


def _drawn_anew(data):
    """Its bytes without anything that is no picture, and their suffix; None when damaged."""
    try:
        with Picture.open(io.BytesIO(data), formats=list(SUFFIXES)) as picture:
            kind = picture.format
            picture.draft("RGB", WIDEST)
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail(WIDEST)
            upright.info = {}
            file = io.BytesIO()
            upright.save(file, SAVED_AS.get(kind, kind), quality=88)
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError):
        return None
    return file.getvalue(), SUFFIXES[kind]
