"""体检: what is wrong with a set-up and how to mend it, from Python to the guards in the database.

Looks only: it makes no database, migrates none and writes nothing. Each check is a small function that
returns what it found; a new check is a new line in `CHECKS`.
"""

import os
import shutil
import socket
import sqlite3
import sys
import tomllib
from collections.abc import Callable
from contextlib import closing, suppress
from importlib import metadata
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from weilidai_core.errors import WeilidaiError
from weilidai_core.finding import Checking, Finding, ill, well
from weilidai_core.log_check import check_log, check_log_key
from weilidai_core.papers.typesetting import FONTS
from weilidai_core.sentences import N_, sentence
from weilidai_core.store import default_url
from weilidai_core.store.guards import triggers
from weilidai_core.store.opening import looking, migrations
from weilidai_core.store.world_keys import WorldKeys
from weilidai_core.trust.authority import own_root
from weilidai_core.vault.key_ring import shown_place

ROOT = Path(__file__).parents[1]
OLDEST_PYTHON = (3, 11)
PORT = 8501
LEAST_FREE_MB = 200
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def examine(url: str | None = None) -> dict[str, Finding]:
    """Every check by its name, in the order in which things have to work."""
    address = default_url() if url is None else url
    return {name: check(address) for name, check in CHECKS.items()}


def _python(_url: str) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if tuple(sys.version_info[:2]) < OLDEST_PYTHON:
        return ill(N_("Python 是 {version}"), N_("需要 3.11 或更新的版本。"), version=version)
    return well(N_("Python 是 {version}"), version=version)


def _packages(_url: str) -> Finding:
    lock = ROOT / "requirements.lock"
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.is_file() else []
    wanted = dict(line.split("==", 1) for line in lines if "==" in line and not line.startswith("#"))
    other = sorted(name for name, version in wanted.items() if _installed(name) != version)
    if not wanted or other:
        return ill(
            N_("{count} 个软件包与锁定的版本不一样：{names}"),
            N_("请运行 make run，它会装好锁定的版本。"),
            count=len(other),
            names=", ".join(other[:8]) or "requirements.lock",
        )
    return well(N_("{count} 个软件包都是锁定的版本"), count=len(wanted))


def _installed(name: str) -> str:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(name)
    return ""


def _database(url: str) -> Finding:
    try:
        name = make_url(url)
    except ArgumentError:
        return ill(N_("用不了这个数据库地址"), N_("请写成 sqlite:///文件路径，或 postgresql://主机/数据库。"))
    if name.get_backend_name() == "sqlite":
        return _sqlite(Path(name.database or ""))
    try:
        with looking(url) as connection:
            if connection.execute(text("SELECT pg_is_in_recovery()")).scalar():
                return ill(N_("PostgreSQL 只能读"), N_("请连到主服务器。"))
    except (SQLAlchemyError, ImportError):
        return ill(
            N_("连不上 PostgreSQL"), N_("请检查服务器是否在运行，地址、账号是否正确，驱动是否已安装。")
        )
    return well(N_("PostgreSQL 可以读写"))


def _sqlite(file: Path) -> Finding:
    if not file.name:
        return ill(N_("数据库只在内存里，重启就没有了"), N_("请用 WEILIDAI_DATABASE_URL 给它一个文件。"))
    folder = next(each for each in file.absolute().parents if each.exists())
    if not file.exists():
        if os.access(folder, os.W_OK):
            return well(N_("还没有数据库，第一次启动时会建好"))
        return ill(N_("不能在 {folder} 里建数据库"), N_("请给它写权限，或换一个位置。"), folder=str(folder))
    try:
        with closing(sqlite3.connect(file.absolute().as_uri() + "?mode=rw", uri=True, timeout=2)) as looking:
            mode = looking.execute("PRAGMA journal_mode").fetchone()[0]
            whole = looking.execute("PRAGMA integrity_check").fetchone()[0]
            # Takes the right to write and gives it back; nothing is written.
            looking.execute("BEGIN IMMEDIATE")
            looking.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return ill(
            N_("数据库文件写不进去：被别的程序锁住，或者只读"),
            N_("请结束占用它的程序，检查文件和文件夹的写权限。"),
        )
    except sqlite3.DatabaseError:
        return ill(
            N_("这个文件不是数据库，或者已经损坏"), N_("请换一个文件，或从备份恢复：weilidai restore。")
        )
    if whole != "ok":
        return ill(N_("数据库文件已经损坏"), N_("请从备份恢复：weilidai restore。"))
    if mode != "wal":
        return ill(
            N_("数据库的日志方式是 {mode}，不是 wal"), N_("请启动一次应用，它会改好。"), mode=str(mode)
        )
    return well(N_("数据库文件完好，可以读写，日志方式 wal"))


def _schema(url: str) -> Finding:
    known = [revision.revision for revision in ScriptDirectory.from_config(migrations()).walk_revisions()]
    try:
        present, installed = _inside(url)
    except (SQLAlchemyError, ImportError, OSError, TypeError, ValueError):
        return ill(N_("看不到数据库里的表"), N_("请先解决数据库的问题。"))
    if present is None:
        return well(N_("库里还没有表，第一次启动时会建好"))
    if present not in known:
        return ill(
            N_("数据库来自更新的版本（{present}）"), N_("请升级程序，或者换一个数据库。"), present=present
        )
    if present != known[0]:
        return well(N_("数据库的版本是 {present}，下次启动时会升级"), present=present)
    missing = sorted(set(triggers(make_url(url).get_backend_name())) - installed)
    if missing:
        return ill(
            N_("数据库里少了 {count} 道保护：{names}"),
            N_("有人改过数据库：请先运行 weilidai ledger audit，再从备份恢复。"),
            count=len(missing),
            names=", ".join(missing[:5]),
        )
    return well(N_("表是最新的（{present}），保护都在"), present=present)


def _keys(url: str) -> Finding:
    try:
        if _inside(url)[0] is not None:
            with looking(url) as connection:
                WorldKeys().unlock(connection)
    except WeilidaiError as refused:
        return Finding(False, refused.sentence, refused.next_sentence)
    except (SQLAlchemyError, ImportError, OSError, TypeError, ValueError):
        return well(N_("还没有封存的资料，密钥会在需要时建好"))
    return well(N_("密钥在 {place}，请与数据库分开备份"), place=shown_place())


def _inside(url: str) -> tuple[str | None, set[str]]:
    name = make_url(url)
    is_file = name.get_backend_name() == "sqlite"
    if is_file and not (name.database and Path(name.database).is_file()):
        return None, set()
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if is_file
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with looking(url) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None, set()
        present = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(present), set(connection.execute(text(names)).scalars())


def _disk(url: str) -> Finding:
    place = Path.cwd()
    if url.startswith("sqlite:///"):
        place = Path(url.removeprefix("sqlite:///")).absolute()
    folder = next(each for each in (place, *place.parents) if each.is_dir())
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    if free_mb < LEAST_FREE_MB:
        return ill(N_("磁盘只剩 {free} MB"), N_("请腾出空间；写不进去时不会丢已有的内容。"), free=free_mb)
    return well(N_("磁盘还有 {free} MB"), free=free_mb)


def _port(_url: str) -> Finding:
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("localhost", PORT))
    except OSError:
        if _answers():
            return well(N_("端口 {port} 上应用正在运行"), port=str(PORT))
        return ill(
            N_("端口 {port} 被别的程序占用了"), N_("请换一个端口：make run PORT=8600。"), port=str(PORT)
        )
    return well(N_("端口 {port} 空着"), port=str(PORT))


def _answers() -> bool:
    with suppress(URLError, OSError), urlopen(f"http://localhost:{PORT}/_stcore/health", timeout=2) as answer:
        return bool(answer.status == 200)
    return False


def _fonts(_url: str) -> Finding:
    page = ROOT / "pages" / "static" / "fonts"
    files = [page / f"wld-sans-{weight}.woff2" for weight in ("400", "700")]
    files += [FONTS / f"NotoSansSC-{name}" for name in ("Regular.ttf.xz", "Bold.ttf.xz", "Stamp.ttf")]
    missing = ", ".join(file.name for file in files if not file.is_file())
    if missing:
        return ill(N_("少了字体 {names}"), N_("请重新取一份完整的代码。"), names=missing)
    return well(N_("页面和合同的字体都在"))


def _signing(_url: str) -> Finding:
    try:
        root = own_root()
    except WeilidaiError as refusal:
        return Finding(False, refusal.sentence, refusal.next_sentence)
    return well(N_("签署用的密钥都在") if root else N_("还没有签署用的密钥，第一次签署时会建好"))


def _on_log(check: Callable[[Connection], Finding]) -> Checking:
    def look(url: str) -> Finding:
        try:
            if _inside(url)[0] is not None:
                with looking(url) as connection:
                    return check(connection)
        except (SQLAlchemyError, ImportError, OSError, TypeError, ValueError):
            pass  # said by the checks of the database itself
        return well(N_("日志还没有登记过"))

    return look


def _settings(_url: str) -> Finding:
    file = ROOT / ".streamlit" / "config.toml"
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError):
        return ill(N_("读不了 {file}"), N_("请重新取一份完整的代码。"), file=file.name)
    wanted = {
        ("server", "enableStaticServing"): True,
        ("client", "showErrorDetails"): "none",
        ("runner", "postScriptGC"): False,
    }
    other = [
        f"{section}.{name}"
        for (section, name), value in wanted.items()
        if settings.get(section, {}).get(name) != value
    ]
    if other:
        return ill(
            N_("设置与产品的不一样：{names}"),
            N_("请改回 .streamlit/config.toml 里原来的值。"),
            names=", ".join(other),
        )
    return well(N_("页面设置都对"))


def _chromium(_url: str) -> Finding:
    named = os.environ.get("WEILIDAI_CHROMIUM")
    if any(map(shutil.which, (named,) if named else _CHROMIUM)):
        return well(N_("有 Chromium，浏览器里的测试可以跑"))
    return Finding(
        True,
        sentence(N_("没有 Chromium，浏览器里的测试会跳过")),
        sentence(N_("只有开发时需要；安装它，或用 WEILIDAI_CHROMIUM 指明位置。")),
    )


CHECKS: dict[str, Checking] = {
    "python": _python,
    "packages": _packages,
    "database": _database,
    "schema": _schema,
    "keys": _keys,
    "disk": _disk,
    "port": _port,
    "fonts": _fonts,
    "signing": _signing,
    "log key": _on_log(check_log_key),
    "log": _on_log(check_log),
    "settings": _settings,
    "chromium": _chromium,
}
