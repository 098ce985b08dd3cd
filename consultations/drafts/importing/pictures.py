"""Pictures inside a file: which of them a page could show."""

import base64
import binascii
import io

from PIL import Image as Picture

from .notes import Noted
from .outline import Image

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
MOST_PIXELS = 30_000_000
MOST_BYTES = 10 * 1024 * 1024
DATA_ADDRESS = "data:image/"


def sound_image(data: bytes, name: str, alt: str, noted: Noted) -> Image | None:
    """The image, if it is one of a format and size that we show; else None, and a note."""
    if len(data) > MOST_BYTES or not _is_shown(data):
        noted.unusable_pictures += 1
        return None
    alt = "" if alt.rpartition(".")[2].lower() in ("png", "jpg", "jpeg", "gif") else alt
    noted.without_alternative += not alt
    return Image(data, name, alt)


def _is_shown(data: bytes) -> bool:
    """By its head only: nothing is unpacked."""
    try:
        with Picture.open(io.BytesIO(data), formats=FORMATS) as picture:
            width, height = picture.size
            return 0 < width * height <= MOST_PIXELS
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError):
        return False


def from_address(address: str) -> bytes | None:
    """The bytes of a picture written into its own address; None for one that lies elsewhere."""
    if not address.startswith(DATA_ADDRESS):
        return None
    head, _, body = address.partition(",")
    if not head.endswith(";base64"):
        return b""
    try:
        return base64.b64decode(body, validate=False)
    except binascii.Error:
        return b""
