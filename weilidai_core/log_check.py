"""Whether the transparency log's key is the log's own and the log holds; looks only, and makes no key."""

from sqlalchemy import Connection, inspect
from sqlmodel import Session

from weilidai_core.errors import WeilidaiError
from weilidai_core.finding import Finding, ill, well
from weilidai_core.sentences import N_
from weilidai_core.trust.transparency.actions import (
    KEY_FILE,
    KEY_SETTING,
    LogKeyChanged,
    head_of,
    sign_head,
)
from weilidai_core.trust.transparency.audit_views import audited
from weilidai_core.vault.made_once import kept


def check_log_key(connection: Connection) -> Finding:
    """Whether what is there signs for this log."""
    with Session(connection) as session:
        head = head_of(session) if inspect(connection).has_table("log_head") else None
    if head is None:
        return well(N_("日志还没有登记过，密钥到时会建好"))
    try:
        if not kept(KEY_FILE, setting=KEY_SETTING):
            raise LogKeyChanged(name=KEY_FILE)
        sign_head(head)
    except WeilidaiError as refusal:
        return Finding(False, refusal.sentence, refusal.next_sentence)
    return well(N_("日志的签名密钥和日志对得上"))


def check_log(connection: Connection) -> Finding:
    """Whether the whole tree can be reckoned again."""
    if not inspect(connection).has_table("log_head"):
        return well(N_("日志还没有登记过"))
    with Session(connection) as session:
        found = audited(session)
    if found.broken:
        return ill(
            N_("日志有 {count} 处对不上"),
            N_("有人改过数据库：请先运行 weilidai log audit，再从备份恢复。"),
            count=len(found.broken),
        )
    return well(N_("日志的 {count} 条登记前后一致"), count=found.leaves)
