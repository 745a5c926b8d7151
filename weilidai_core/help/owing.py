"""What the service desk says about what is owed: due, overdue, in all, to settle. Pure."""

from datetime import date, timedelta

from weilidai_core.borrow.loan_note import LoanNote
from weilidai_core.help.account import AccountState
from weilidai_core.loan.account import FallingDue
from weilidai_core.product import terms_on
from weilidai_core.repay.position import position
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import Component

Said = tuple[Sentence, ...]


def next_due(state: AccountState) -> Said:
    """What is due, with its penalty where it is overdue; else what comes next."""
    if state.next_due_on is None:
        return (sentence(N_("您现在没有要还的账单。")),)
    if state.days_past_due:
        return (_overdue_now(state),)
    falling = FallingDue.together(now.account.falling_on(state.next_due_on) for now in state.standing)
    facts: dict[str, int | date] = {
        "due_on": state.next_due_on,
        "total_fen": falling.total_fen,
        "principal_fen": falling.principal_fen,
        "interest_fen": falling.interest_fen,
    }
    if falling.penalty_fen:
        text = N_(
            "下一期在 {due_on}，应还 {total_fen}，其中本金 {principal_fen}，利息 {interest_fen}，"
            "罚息 {penalty_fen}。"
        )
        return (sentence(text, penalty_fen=falling.penalty_fen, **facts),)
    return (
        sentence(
            N_("下一期在 {due_on}，应还 {total_fen}，其中本金 {principal_fen}，利息 {interest_fen}。"),
            **facts,
        ),
    )


def _overdue_now(state: AccountState) -> Sentence:
    items = state.due_items
    return sentence(
        N_(
            "现在有 {total_fen} 到期没还，最早一期已过 {days} 天：本金 {principal_fen}，利息 {interest_fen}，"
            "罚息 {penalty_fen}。"
        ),
        total_fen=sum(item.owed_fen for item in items),
        days=state.days_past_due,
        principal_fen=sum(item.unpaid_fen(Component.PRINCIPAL) for item in items),
        interest_fen=sum(item.unpaid_fen(Component.INTEREST) for item in items),
        penalty_fen=sum(item.unpaid_fen(Component.PENALTY) for item in items),
    )


def settle(state: AccountState) -> Said:
    """What would settle each open note today."""
    open_notes = [note for note in state.notes if note.settled_on is None]
    if not open_notes:
        return (sentence(N_("您没有需要结清的借款。")),)
    return (
        sentence(N_("从放款次日起就可以提前结清，不收违约金，利息只算到当天。")),
        *(_settling(note, state) for note in open_notes),
    )


def _settling(note: LoanNote, state: AccountState) -> Sentence:
    first_on = note.interest_from + timedelta(days=1)
    if state.on < first_on:
        return sentence(
            N_("借据 {note} 今天刚放款，{first_on} 起可以结清。"), note=note.number, first_on=first_on
        )
    now = position(note, on=state.on)
    facts: dict[str, int | str] = {
        "note": note.number,
        "owed_fen": now.owed_fen,
        "principal_fen": now.outstanding_fen,
        "interest_fen": now.interest_to_day_fen,
    }
    if now.penalty_to_day_fen:
        text = N_(
            "借据 {note} 今天结清要还 {owed_fen}：本金 {principal_fen}，利息 {interest_fen}，"
            "罚息 {penalty_fen}。"
        )
        return sentence(text, penalty_fen=now.penalty_to_day_fen, **facts)
    text = N_("借据 {note} 今天结清要还 {owed_fen}：本金 {principal_fen}，加 {days} 天利息 {interest_fen}。")
    return sentence(text, days=now.interest_days, **facts)


def owed(state: AccountState) -> Said:
    """Everything owed today, by its parts."""
    if not state.owed_fen:
        return (sentence(N_("您现在没有欠款。")),)
    principal = sum(now.outstanding_fen for now in state.standing)
    interest = sum(now.interest_to_day_fen for now in state.standing)
    facts = {"owed_fen": state.owed_fen, "principal_fen": principal, "interest_fen": interest}
    if penalty := sum(now.penalty_to_day_fen for now in state.standing):
        text = N_(
            "截至今天一共 {owed_fen}：剩余本金 {principal_fen}，到今天的利息 {interest_fen}，"
            "罚息 {penalty_fen}。"
        )
        return (sentence(text, penalty_fen=penalty, **facts),)
    return (
        sentence(
            N_("截至今天一共 {owed_fen}：剩余本金 {principal_fen}，到今天的利息 {interest_fen}。"), **facts
        ),
    )


def overdue(state: AccountState) -> Said:
    """What being overdue costs and brings; and where somebody stands, if they are."""
    terms = terms_on(state.on)
    rules = sentence(
        N_("应还日后 {grace} 天内还清不算逾期。之后额度会冻结，报送征信（模拟）之前会先提醒您。"),
        grace=terms.grace_days,
    )
    if state.limit is None:
        return (sentence(N_("按合同，逾期本金按日利率的 1.5 倍计收罚息，不计复利。")), rules)
    penalty_ppm = (state.limit.daily_rate_ppm * terms.penalty_times_percent * 2 + 100) // 200
    price = sentence(
        N_("按合同，逾期本金每天计收 {penalty_ppm} 的罚息（正常利率的 1.5 倍），不计复利。"),
        penalty_ppm=penalty_ppm,
    )
    return (_overdue_now(state), price, rules) if state.days_past_due else (price, rules)
