"""`weilidai contract verify`: whether a signed paper is exactly what was signed, and if not, why."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from cryptography import x509

from weilidai_core.basics.typed_text import shown
from weilidai_core.command_line import tell
from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_, sentence
from weilidai_core.trust.authority import own_root
from weilidai_core.trust.transparency.receipt import Checked, check, receipt_in
from weilidai_core.trust.verification import Genuine, verified

app = typer.Typer(help="Signed contracts.", no_args_is_help=True)


class FileNotReadable(WeilidaiError):
    """Raised when a file that was named cannot be read, or is not what it should be."""

    code = "file-not-readable"
    text = N_("读不了文件 {file}。")
    next_step = N_("请检查文件名和权限。")
    field = "file"


class NoAuthorityHere(WeilidaiError):
    """Raised when nothing was ever signed here and no root certificate is named to check against."""

    code = "no-authority-here"
    text = N_("这里还没有签署过任何合同，没有可以对照的根证书。")
    next_step = N_("请用 --root 指明下载合同时一起得到的 root.pem。")


@app.callback()
def contracts() -> None:
    """Signed contracts."""


@app.command("verify")
def verify(
    file: Annotated[Path, typer.Argument(help="A signed contract or settlement certificate (PDF).")],
    receipt: Annotated[Path | None, typer.Option(help="Its receipt (JSON), checked as well.")] = None,
    root: Annotated[Path | None, typer.Option(help="Root certificate (PEM); else this place's own.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check a signed paper; exit code 0 when it is genuine, 1 when it is not."""
    trusted, paper = _root(root), _read(file)
    handed_out = _read(receipt) if receipt else None
    try:
        found = verified(paper, root=trusted)
        logged = _in_log(handed_out, paper, found) if handed_out is not None else None
    except WeilidaiError as refusal:
        _refused(refusal, as_json=as_json)
        sys.exit(1)
    _told(found, logged, as_json=as_json)


def _root(file: Path | None) -> x509.Certificate:
    if file is None:
        own = own_root()
        if own is None:
            raise NoAuthorityHere
        return own
    try:
        return x509.load_pem_x509_certificate(_read(file))
    except ValueError as error:
        raise FileNotReadable(file=shown(str(file), longest=200)) from error


def _in_log(receipt: bytes, paper: bytes, found: Genuine) -> Checked:
    # Both parties have signed the log's key with everything else; a contract from before the log has none.
    return check(receipt_in(receipt), document=paper, key=found.data.get("log_key") or None)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise FileNotReadable(file=shown(str(file), longest=200)) from error


def _refused(refusal: WeilidaiError, *, as_json: bool) -> None:
    said = tell.say(refusal.sentence)
    if as_json:
        tell.data({"genuine": False, "code": refusal.code, "reason": said})
    else:
        tell.line(f"✗ {said}")


def _told(found: Genuine, logged: Checked | None, *, as_json: bool) -> None:
    if as_json:
        tell.data(
            {
                "genuine": True,
                "kind": found.kind,
                "sha256": found.sha256,
                "signatures": [
                    {
                        "role": tell.say(each.role),
                        "name": each.name,
                        "at": each.at.isoformat(),
                        "evidence_sha256": each.evidence,
                    }
                    for each in found.signatures
                ],
                "data": found.data,
                "log": {"key": logged.key, "leaf": logged.leaf} if logged else None,
            }
        )
        return
    genuine = sentence(N_("{number} 是原件：签名完整，签名之后没有任何改动。"), number=found.data["number"])
    tell.line(f"✓ {tell.say(genuine)}")
    for each in found.signatures:
        tell.line(f"  {tell.say(each.role)} · {each.name} · {each.at:%Y-%m-%d %H:%M:%S} UTC")
    tell.line(f"  SHA-256 {found.sha256}")
    if logged:
        in_log = sentence(N_("在日志的第 {leaf} 条，日志没有被改写过。"), leaf=logged.leaf)
        tell.line(f"  {tell.say(in_log)}")
    tell.line(f"  {tell.say(N_('签发机构和时间戳都是演示用的，不具有法律效力。'))}")
