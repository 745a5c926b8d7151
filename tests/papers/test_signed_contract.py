"""The signed contract: what is in it, what other people's programs say of it, and that it is made once."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from sqlmodel import func, select

from tests.papers.reading import ATTACKS, run, trusting
from tests.worlds import do, draw, give_pin, note_of, plan, signing, walked
from weilidai_core.borrow.drawdown import drawdowns_of
from weilidai_core.borrow.signing_views import contract_text
from weilidai_core.journey import Step
from weilidai_core.papers import filing
from weilidai_core.papers.contract_paper import contract_data, contract_paper
from weilidai_core.papers.filing import SignedPaper, signed_contract
from weilidai_core.papers.refusals import NotSigned
from weilidai_core.papers.tables import PaperFileRow, SignedPaperRow
from weilidai_core.papers.typesetting import typeset
from weilidai_core.scenarios.rebuilding import fork
from weilidai_core.store import Store
from weilidai_core.trust.authority import authority
from weilidai_core.trust.verification import verified
from weilidai_core.world.views import read_history
from weilidai_core.world.world import World


def papers(store: Store) -> tuple[int, int]:
    """How many signed files are kept, and how many worlds have one."""
    with store.reading() as session:
        return (
            session.exec(select(func.count()).select_from(PaperFileRow)).one(),
            session.exec(select(func.count()).select_from(SignedPaperRow)).one(),
        )


def unsigned(world: World) -> bytes:
    """The contract's PDF before anybody signs it."""
    history = read_history(world)
    drawdown = drawdowns_of(history)[0]
    assert drawdown.contract is not None
    data = contract_data(history, drawdown, drawdown.contract)
    text = contract_text(world, drawdown.contract.contract)
    return typeset(contract_paper(data, text=text, root_sha256="0" * 64), attached=data)


def test_it_works(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    paper = signed_contract(world, note_of(world).contract)

    assert verified(paper.content, root=authority().root).sha256 == paper.sha256
    assert signed_contract(world, paper.number) == paper
    assert papers(store) == (1, 1)


def test_the_attached_data_are_the_loan_notes_own(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    note = note_of(world)
    data = verified(signed_contract(world, note.contract).content, root=authority().root).data

    assert (data["number"], data["loan_note"]) == (note.contract, note.number)
    assert (data["principal_fen"], data["tenor"], data["method"], data["daily_rate_ppm"]) == (
        note.principal_fen,
        note.tenor,
        note.method,
        note.daily_rate_ppm,
    )
    assert date.fromisoformat(data["interest_from"]) == note.interest_from
    wanted = [
        {name: getattr(row, name) for name in written} | {"due_on": row.due_on.isoformat()}
        for row, written in zip(note.rows, data["schedule"], strict=True)
    ]
    assert data["schedule"] == wanted
    assert (data["total_payable_fen"], data["annual_rate_xirr_ppm"]) == (
        note.quote.cost.total_payable_fen,
        note.quote.cost.annual_rate_xirr_ppm,
    )


def test_same_data_same_bytes(sqlite_store: Store) -> None:
    one, other = (walked(sqlite_store, until=Step.CONTRACT) for _ in range(2))

    assert unsigned(one) == unsigned(other)


def test_many_threads_may_set_papers_at_once(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.CONTRACT)
    with ThreadPoolExecutor(4) as crowd:
        assert len(set(crowd.map(lambda _: unsigned(world), range(8)))) == 1


def test_what_a_hostile_text_says_is_only_printed() -> None:
    paper = {"title": "t", "lender": "l", "number": "n", "signers": [], "facts": {"text_sha256": ""}}
    line = '#read("/etc/passwd") $x$ #import "x" \\ *b* `c` <d> @e'
    set_ = typeset({**paper, "blocks": [{"kind": "text", "strong": False, "lines": [line]}]}, attached={})

    assert set_.startswith(b"%PDF-1.7")


def test_every_character_that_was_read_is_on_the_paper(contract: SignedPaper, tmp_path: Path) -> None:
    file = tmp_path / "contract.pdf"
    file.write_bytes(contract.content)
    said = "".join(run("pdftotext", "-layout", file, "-").split())

    assert "演示合同不具有法律效力" in said
    assert "模拟演示·非真实贷款" in said
    assert "综合融资成本明示表" in said
    assert verified(contract.content, root=authority().root).data["text_sha256"] in said.replace("\u200b", "")


def test_nobody_is_named_in_full(contract: SignedPaper) -> None:
    data = verified(contract.content, root=authority().root).data

    assert all("*" in value for value in data["borrower"].values())
    assert "*" in data["account"]["card"]


def test_other_programs_accept_it(contract: SignedPaper, tmp_path: Path) -> None:
    file = tmp_path / "contract.pdf"
    file.write_bytes(contract.content)
    nss = trusting(authority().root.public_bytes(Encoding.PEM), tmp_path)

    said = run("pdfsig", "-nssdir", f"sql:{nss}", file)
    assert said.count("Signature is Valid") == said.count("Certificate is Trusted") == 2
    assert said.count("Total document signed") == 1
    assert said.rindex("Total document signed") > said.index("Borrower")
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", file)
    fonts = run("pdffonts", file).splitlines()[2:]
    assert fonts
    assert all(" yes yes yes " in font for font in fonts)
    run("pdfdetach", "-saveall", "-o", tmp_path, file)
    attached = json.loads((tmp_path / f"{contract.number}.json").read_text(encoding="utf-8"))
    assert attached == verified(contract.content, root=authority().root).data
    assert b"<pdfaid:part>3</pdfaid:part>" in contract.content
    assert b"<pdfaid:conformance>U</pdfaid:conformance>" in contract.content


@pytest.mark.parametrize("attack", ["a byte on the page", "junk at the end"])
def test_other_programs_notice_an_attack_as_well(contract: SignedPaper, tmp_path: Path, attack: str) -> None:
    file = tmp_path / "contract.pdf"
    file.write_bytes(ATTACKS[attack][0](contract.content))
    said = run("pdfsig", "-nocert", file)

    assert "Digest Mismatch" in said or "Total document signed" not in said


def test_an_unsigned_contract_has_no_paper(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.CONTRACT)

    for number in ("HT20260915-01", "nothing"):
        with pytest.raises(NotSigned):
            signed_contract(world, number)


def test_two_loans_have_two_papers(sqlite_store: Store) -> None:
    world = walked(sqlite_store, plan=plan(1_000_00), until=Step.SIGN)
    second = draw(world)

    one, other = signed_contract(world, note_of(world).contract), signed_contract(world, second.contract)
    assert (one.number, other.number) == (note_of(world).contract, second.contract)
    assert papers(sqlite_store) == (2, 2)


def test_whoever_asks_at_the_same_time_gets_the_same_paper(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    number = note_of(world).contract
    with ThreadPoolExecutor(3) as crowd:
        found = set(crowd.map(lambda _: signed_contract(world, number).sha256, range(3)))

    assert len(found) == 1
    assert papers(store)[1] == 1


def test_who_dies_before_the_paper_is_kept_has_lost_nothing(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = walked(sqlite_store, until=Step.SIGN)
    number = note_of(world).contract
    with monkeypatch.context() as dying:
        dying.setattr(filing, "signed", lambda *_args, **_named: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            signed_contract(world, number)
    assert papers(sqlite_store) == (0, 0)

    assert verified(signed_contract(world, number).content, root=authority().root)


def test_a_rebuilt_world_keeps_the_paper_of_the_one_it_was_rebuilt_from(store: Store) -> None:
    world = walked(store, until=Step.SIGN)
    number = note_of(world).contract
    built = fork(fork(world, step=read_history(world)[-1].step), step=read_history(world)[-1].step)

    # Asked for in the youngest first: it is signed where it was signed, once.
    assert signed_contract(built, number) == signed_contract(world, number)
    assert papers(store) == (1, 3)


def test_what_is_signed_again_in_another_future_is_another_paper(sqlite_store: Store) -> None:
    world = walked(sqlite_store, until=Step.CONTRACT)
    before = read_history(world)[-1].step
    built = fork(world, step=before)
    for each in (world, built):
        give_pin(each)
        do(each, signing(each))
    number = note_of(world).contract

    assert signed_contract(built, number).sha256 != signed_contract(world, number).sha256
