"""The answers, each with the account's own figures; a figure that the account lacks is not made up. Pure."""

from collections.abc import Callable

from weilidai_core.basics.rates import annual_rate_simple_ppm
from weilidai_core.help import owing
from weilidai_core.help.account import AccountState
from weilidai_core.help.intents import Intent
from weilidai_core.product import LENDER, terms_on
from weilidai_core.sentences import N_, Sentence, sentence
from weilidai_core.words import Outcome

Said = tuple[Sentence, ...]


def greeting(state: AccountState) -> Said:
    """What the desk says first."""
    return (
        sentence(
            N_(
                "您好，我是{lender}的模拟客服。这里不会索要验证码，也不会让您转账。请点一个问题，或者直接输入。"
            ),
            lender=sentence(LENDER),
        ),
    )


def answer(intent: Intent, state: AccountState) -> Said:
    """The answer to an intent for an account as it stands."""
    return _ANSWERS.get(intent, _unknown)(state)


def _scam(_: AccountState) -> Said:
    return (
        sentence(N_("微粒贷只按邀请开放，没有任何人能“强开”或“内部开通”，也不收开通费、解冻费。")),
        sentence(N_("有人索要验证码、密码或让您先转账，请立即停止联系，并拨打 96110 反诈专线核实。")),
    )


def _hardship(state: AccountState) -> Said:
    said = [sentence(N_("还款有困难时，越早说越好。不要借新还旧，也不要找“代理协商”的中介。"))]
    if state.owed_fen:
        said.append(
            sentence(N_("截至今天，您一共还欠 {owed_fen}，已经把当天的利息算在内。"), owed_fen=state.owed_fen)
        )
    said.append(
        sentence(N_("真实贷款里可以向贷款人申请展期或减免。本演示里的借款都是模拟的，不会有人向您催收。"))
    )
    return tuple(said)


def _human(_: AccountState) -> Said:
    return (
        sentence(N_("这里是模拟演示，没有真人客服值守。您刚才的问题已经留在本次演示的记录里。")),
        sentence(N_("如果您正在使用真实的贷款产品，请从它的官方应用里联系客服。")),
    )


def _invitation(state: AccountState) -> Said:
    if state.invited:
        return (sentence(N_("您已经收到邀请，可以从「钱包 → 微粒贷」进入。")),)
    return (
        sentence(N_("微粒贷按邀请开放：系统综合评估后发出邀请，没有入口就是暂未受邀，不能主动申请。")),
        sentence(N_("没有入口不影响您的信用记录。")),
    )


def _progress(state: AccountState) -> Said:
    application = state.application
    if application is None:
        return (sentence(N_("您还没有开始申请。")),)
    if application.ended is not None:
        return (sentence(N_("这次申请已经结束，因为没有同意必需的授权。可以从微粒贷首页重新开始。")),)
    if application.decided is not None:
        return (sentence(N_("审核已经完成，结果在「审核结果」里。")),)
    if application.submitted is not None:
        return (
            sentence(N_("申请已经提交，自动审核完成了 {done} 步，共 6 步。"), done=len(application.stages)),
        )
    return (sentence(N_("申请还在填写，没有提交。填过的内容都保留着，从借款页继续就行。")),)


def _declined(state: AccountState) -> Said:
    decided = state.application.decided if state.application else None
    if decided is None or decided.outcome is not Outcome.DECLINED:
        return (sentence(N_("您没有被拒绝的申请。")),)
    return (sentence(N_("这次没有开通额度，主要原因是：")), *decided.reasons, *decided.advice)


def _limit(state: AccountState) -> Said:
    if state.limit is None:
        return (sentence(N_("您还没有额度，完成申请后才会有。")),)
    return (
        sentence(
            N_("总额度 {limit_fen}，已用 {used_fen}，现在可借 {available_fen}。还掉的本金会恢复成可借额度。"),
            limit_fen=state.limit.limit_fen,
            used_fen=state.limit.used_fen,
            available_fen=state.limit.available_fen,
        ),
    )


def _rate(state: AccountState) -> Said:
    if state.limit is None:
        terms = terms_on(state.on)
        return (
            sentence(
                N_("年化利率（单利）在 {least_ppm} 到 {most_ppm} 之间，审核后确定。"),
                least_ppm=annual_rate_simple_ppm(terms.daily_rate_least_ppm),
                most_ppm=annual_rate_simple_ppm(terms.daily_rate_most_ppm),
            ),
        )
    return (
        sentence(
            N_("您的年化利率（单利，日利率 × 360）是 {annual_ppm}，也就是每天 {daily_rate_ppm}。"),
            annual_ppm=annual_rate_simple_ppm(state.limit.daily_rate_ppm),
            daily_rate_ppm=state.limit.daily_rate_ppm,
        ),
    )


def _interest(state: AccountState) -> Said:
    said = [sentence(N_("利息 = 剩余本金 × 日利率 × 实际天数。放款当天算，还款当天不算。"))]
    for note in state.notes:
        row = note.next_row
        if row is not None:
            said.append(
                sentence(
                    N_("比如借据 {note} 的第 {number} 期：{reckoning}"),
                    note=note.number,
                    number=row.number,
                    reckoning=row.reckoning,
                )
            )
    return tuple(said)


def _credit_query(_: AccountState) -> Said:
    return (
        sentence(
            N_(
                "真实产品在您单独授权之后会查询征信，并留下查询记录。本演示只读取演示人物的模拟报告，不连接任何征信机构。"
            )
        ),
    )


def _personal_data(_: AccountState) -> Said:
    return (
        sentence(N_("这里只有虚构的演示人物，资料只保存在运行本演示的这台电脑上，不会发给任何人。")),
        sentence(N_("四份授权书里写明了每项资料给谁、做什么、留多久，可以逐份同意或拒绝。")),
    )


def _unknown(_: AccountState) -> Said:
    return (sentence(N_("这个问题我还答不了，不想随便猜。请换个说法，或者从下面选一个。")),)


_ANSWERS: dict[Intent, Callable[[AccountState], Said]] = {
    Intent.SCAM: _scam,
    Intent.HARDSHIP: _hardship,
    Intent.HUMAN: _human,
    Intent.INVITATION: _invitation,
    Intent.PROGRESS: _progress,
    Intent.DECLINED: _declined,
    Intent.NEXT_DUE: owing.next_due,
    Intent.SETTLE: owing.settle,
    Intent.OWED: owing.owed,
    Intent.LIMIT: _limit,
    Intent.RATE: _rate,
    Intent.INTEREST: _interest,
    Intent.OVERDUE: owing.overdue,
    Intent.CREDIT_QUERY: _credit_query,
    Intent.PERSONAL_DATA: _personal_data,
}
