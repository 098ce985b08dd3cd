from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.documents.models import Document
from wagtail.models import Collection


def make_document(path, *, title, user=None):
    """The file as a document; a file that an earlier loading has left behind is used again."""
    content = path.read_bytes()
    kept = f"documents/{path.name}"
    if default_storage.exists(kept):
        default_storage.delete(kept)
    if Collection.get_first_root_node() is None:  # an emptied database has none
        Collection.add_root(name="Root")
    document = Document(title=title, uploaded_by_user=user, file_size=len(content))
    document.file.save(path.name, ContentFile(content), save=False)
    document.save()
    return document
