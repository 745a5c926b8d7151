"""A secret that is made at the first start and then stays: one for every process, never torn, kept to itself.

Law: whoever reads a secret reads the one that all others read. It is written whole to a file of its own and
then given its name by a hard link, which exactly one process can win. A secret lies outside the database,
in a folder that its account alone may read, or comes from a setting where the operator keeps it elsewhere.
"""

import base64
import binascii
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_

FOLDER_SETTING = "WEILIDAI_KEY_FOLDER"
_OTHERS = 0o077


class KeyNotKept(WeilidaiError):
    """Raised when a key cannot be made or read where keys are kept."""

    code = "key-not-kept"
    text = N_("读写不了密钥文件 {name}，刚才的操作没有生效。")
    next_step = N_("请确认 {folder} 可以读写；也可以用 {setting} 换一个文件夹。")
    for_operator = True


class KeyOpenToOthers(WeilidaiError):
    """Raised when other accounts of the machine may read a key's file."""

    code = "key-open-to-others"
    text = N_("密钥文件 {name} 别的账号也能读，不能再用。")
    next_step = N_("请运行 chmod 600 {folder}/{name}；如果已经有人看过，要换一把新的。")
    for_operator = True


class KeyDamaged(WeilidaiError):
    """Raised when a key's file or setting does not hold what was put there."""

    code = "key-damaged"
    text = N_("密钥 {name} 的内容不对，可能只复制了一部分。")
    next_step = N_("请从备份恢复它；没有备份，请看说明文件里“密钥”一节。")
    for_operator = True


def key_folder() -> Path:
    """Where keys are kept: `WEILIDAI_KEY_FOLDER`, or `var/keys`."""
    return Path(os.environ.get(FOLDER_SETTING) or "var/keys")


def made_once(name: str, make: Callable[[], bytes], *, setting: str) -> bytes:
    """The secret `name`, made by `make` if there is none yet.

    The environment's `setting` (base64) goes before the file. Raises `KeyNotKept`, `KeyOpenToOthers`
    and `KeyDamaged`.
    """
    given = os.environ.get(setting, "")
    if given:
        try:
            return base64.b64decode(given, validate=True)
        except (binascii.Error, ValueError) as error:
            raise KeyDamaged(name=setting) from error
    file = key_folder() / name
    try:
        if not file.exists():
            _make(file, make)
        return _read(file)
    except OSError as error:
        raise KeyNotKept(name=name, folder=str(file.parent), setting=FOLDER_SETTING) from error


def kept(name: str, *, setting: str) -> bool:
    """Whether the secret `name` is there already; makes nothing."""
    return bool(os.environ.get(setting)) or (key_folder() / name).exists()


def replaced(name: str, content: bytes) -> None:
    """Put new content in a secret's place, whole or not at all. Raises `KeyNotKept`."""
    file = key_folder() / name
    try:
        draft = _draft(file, lambda: content)
        draft.replace(file)
        _settle(file.parent)
    except OSError as error:
        raise KeyNotKept(name=name, folder=str(file.parent), setting=FOLDER_SETTING) from error


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        # Asked of the open file, so that no other can be put in its place in between.
        mode = os.fstat(opened.fileno()).st_mode
        if os.name == "posix" and mode & _OTHERS:
            raise KeyOpenToOthers(name=file.name, folder=str(file.parent))
        content = opened.read()
    if not content:
        raise KeyDamaged(name=file.name)
    return content


def _make(file: Path, make: Callable[[], bytes]) -> None:
    draft = _draft(file, make)
    try:
        # The first link wins; everyone else then reads what the winner wrote.
        with suppress(FileExistsError):
            os.link(draft, file)
        _settle(file.parent)
    finally:
        draft.unlink(missing_ok=True)


def _draft(file: Path, make: Callable[[], bytes]) -> Path:
    """The whole content on the disk, under a name that nobody looks for."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = file.with_name(f".{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(make())
            opened.flush()
            os.fsync(opened.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _settle(folder: Path) -> None:
    # The name, too, must survive a power cut; not every system can flush a folder.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
