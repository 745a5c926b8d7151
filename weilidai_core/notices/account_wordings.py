"""The wordings about the account: the review, the limit, and answers to what the borrower asked for."""

from datetime import time

from weilidai_core.notices.wording import MORNING, Wording
from weilidai_core.sentences import N_
from weilidai_core.words import Notice, Topic

ACCOUNT_WORDINGS: dict[Notice, Wording] = {
    Notice.REVIEW_PASSED: Wording(
        topic=Topic.REQUEST,
        at=time(11),
        title=N_("审核通过"),
        inbox=N_(
            "您的额度是 {limit_fen}，年化利率（单利）{annual_rate_ppm}。借不借、借多少由您决定，不借不产生费用。"
        ),
        push=N_("审核通过，额度 {limit_fen}。"),
        sms=N_(
            "【星河示例银行】{name}，您的申请已通过，额度 {limit_fen}。理由和明细在微粒贷里。（模拟短信）"
        ),
        leads_to="result",
    ),
    Notice.REVIEW_DECLINED: Wording(
        topic=Topic.REQUEST,
        at=time(11),
        title=N_("审核结果出来了"),
        inbox=N_("这次没有通过。主要原因和可以怎么改善都写在结果页，也可以申请人工复核。"),
        push=N_("审核有结果了，请看原因。"),
        sms=N_(
            "【星河示例银行】{name}，您的申请这次没有通过，原因在审核结果里，可以申请人工复核。（模拟短信）"
        ),
        leads_to="result",
    ),
    Notice.LIMIT_FROZEN: Wording(
        topic=Topic.LIMIT,
        at=MORNING,
        title=N_("额度已冻结"),
        inbox=N_("从 {changed_on} 起暂时不能再借。原因：{reason}已有的借款照常还，计划不变。"),
        push=N_("额度已冻结，请看原因和恢复办法。"),
        sms=N_("【星河示例银行】{name}，您的额度已冻结，暂时不能再借。原因和恢复办法在消息里。（模拟短信）"),
        leads_to="home",
    ),
    Notice.LIMIT_LOWERED: Wording(
        topic=Topic.LIMIT,
        at=MORNING,
        title=N_("额度降低了"),
        inbox=N_("额度从 {before_fen} 降到 {limit_fen}。原因：{reason}已有的借款不受影响。"),
        push=N_("额度降到 {limit_fen}，请看原因。"),
        sms=N_(
            "【星河示例银行】{name}，您的额度从 {before_fen} 降到 {limit_fen}。原因在消息里。（模拟短信）"
        ),
        leads_to="home",
    ),
    Notice.LIMIT_RESTORED: Wording(
        topic=Topic.LIMIT,
        at=MORNING,
        title=N_("额度已恢复"),
        inbox=N_("从 {changed_on} 起可以再借，额度 {limit_fen}。不借不产生费用。"),
        push=N_("额度已恢复，现在是 {limit_fen}。"),
        sms=N_("【星河示例银行】{name}，您的额度已恢复，现在是 {limit_fen}。（模拟短信）"),
        leads_to="home",
    ),
    Notice.LIMIT_RAISE_OFFERED: Wording(
        topic=Topic.OFFER,
        at=MORNING,
        title=N_("可以提高额度，由您决定"),
        inbox=N_("按时还款让额度可以从 {before_fen} 提到 {limit_fen}。您接受才生效，不接受一切照旧。"),
        push=N_("额度可以提到 {limit_fen}，由您决定。"),
        sms=N_(
            "【星河示例银行】{name}，您的额度可以提到 {limit_fen}，接受才生效。可在设置里关掉这类消息。（模拟短信）"
        ),
        leads_to="home",
    ),
    Notice.HARDSHIP_GRANTED: Wording(
        topic=Topic.REQUEST,
        at=MORNING,
        title=N_("协商还款已同意"),
        inbox=N_("您的申请已同意：{outcome}方案期间不会有催收联系。"),
        push=N_("协商还款已同意，请看新的安排。"),
        sms=N_("【星河示例银行】{name}，您的协商还款申请已同意，新的安排在消息里。（模拟短信）"),
        leads_to="bills",
    ),
    Notice.HARDSHIP_REFUSED: Wording(
        topic=Topic.REQUEST,
        at=MORNING,
        title=N_("协商还款有答复了"),
        inbox=N_("这次没有同意：{outcome}可以补充材料再申请，也可以提出异议。"),
        push=N_("协商还款有答复了，请看原因。"),
        sms=N_("【星河示例银行】{name}，您的协商还款申请有答复了，原因在消息里，可以再申请。（模拟短信）"),
        leads_to="bills",
    ),
    Notice.DISPUTE_OPENED: Wording(
        topic=Topic.REQUEST,
        at=time(11),
        title=N_("异议已收到"),
        inbox=N_("您的第 {number} 号异议已登记，最迟 {answer_on} 答复。答复之前不会有催收联系。"),
        push=N_("异议已收到，最迟 {answer_on} 答复。"),
        sms=N_("【星河示例银行】{name}，您的异议已收到，最迟 {answer_on} 答复，答复前不催收。（模拟短信）"),
        leads_to="collection",
    ),
    Notice.DISPUTE_ANSWERED: Wording(
        topic=Topic.REQUEST,
        at=MORNING,
        title=N_("异议有答复了"),
        inbox=N_("关于您的第 {number} 号异议：{outcome}"),
        push=N_("异议有答复了，请看结果。"),
        sms=N_("【星河示例银行】{name}，您的第 {number} 号异议有答复了，结果在消息里。（模拟短信）"),
        leads_to="collection",
    ),
}
