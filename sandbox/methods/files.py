"""Files: uploads of the bot, documents people send, getFile."""

import hashlib
import mimetypes
from typing import TYPE_CHECKING, Any

from sandbox.refusals import bad_request
from sandbox.registry import Call, Upload, bot_method
from sandbox.state import StoredFile

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

MAX_UPLOAD = 50 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024


def store(world: "World", name: str, data: bytes, mime_type: str = "") -> StoredFile:
    """Keep a file; the same bytes have the same unique id, as on Telegram."""
    number = world.state.count("file")
    unique = hashlib.sha256(data).hexdigest()[:16]
    guessed = mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
    suffix = name.rsplit(".", 1)[-1] if "." in name else "bin"
    file = StoredFile(
        f"BQACAgUAAx{number:06d}{unique}",
        unique,
        name,
        guessed,
        data,
        f"documents/file_{number}.{suffix}",
    )
    world.state.files[file.file_id] = file
    return file


def _given(world: "World", call: Call, field: str, value: str, limit: int) -> StoredFile:
    """The file behind a parameter: uploaded under its name, attached, or known by file_id."""
    upload: Upload | None = call.files.get(value.removeprefix("attach://") or field)
    if upload is None and (known := world.state.files.get(value)) is not None:
        return known
    if upload is None and value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if upload is None and value:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if upload is None:
        raise bad_request(f"there is no {field} in the request")
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > limit:
        raise bad_request("file is too big")
    return store(world, upload.name, upload.data, upload.mime_type)


def document_shape(file: StoredFile) -> Json:
    return {
        "document": {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "file_name": file.name,
            "mime_type": file.mime_type,
            "file_size": len(file.data),
        }
    }


def photo_shape(file: StoredFile) -> Json:
    size = {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "width": 800,
        "height": 600,
        "file_size": len(file.data),
    }
    return {"photo": [size]}


def document_content(world: "World", call: Call, document: str) -> Json:
    return document_shape(_given(world, call, "document", document, MAX_UPLOAD))


def photo_content(world: "World", call: Call, photo: str) -> Json:
    return photo_shape(_given(world, call, "photo", photo, MAX_PHOTO))


@bot_method
def get_file(world: "World", *, file_id: str = "") -> Json:
    if not file_id:
        raise bad_request("file_id not specified")
    file = world.state.files.get(file_id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
        "file_path": file.path,
    }


def file_at(world: "World", path: str) -> StoredFile | None:
    """The file that getFile gave this path for."""
    return next((one for one in world.state.files.values() if one.path == path), None)
