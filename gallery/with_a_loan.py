"""The states from borrowing on: the contract, repayment, papers, messages, questions."""

from gallery import steps, worlds
from gallery.state import State
from gallery.worlds import TO_SIGN

# What was typed stays as it was typed, in either language.
TYPED_QUESTION = "利率是多少？"
LONG_QUESTION = "我想问" * 120


def borrowing() -> tuple[State, ...]:
    """A plan, its cost, the contract, the signature, the payout."""
    used_up = (*TO_SIGN, worlds.signed)
    return (
        State("home-none", "借款：还没有额度", page="home"),
        State("home-declined", "借款：没有通过", "declined", "home"),
        State("home-under-way", "借款：一笔在途", "first-timer-contract", "home"),
        State("home-used-up", "借款：额度用完", "second-drawdown", "home", used_up),
        State("quote", "借款试算", "second-drawdown", "quote"),
        State(
            "quote-keys",
            "数字键输入金额",
            "second-drawdown",
            "quote",
            taps=(steps.tap("数字键"), steps.keys("600")),
        ),
        State("quote-end", "借款试算：还款计划", "second-drawdown", "quote", taps=(steps.to_the_end,)),
        State(
            "quote-zero", "金额是零", "second-drawdown", "quote", taps=(steps.fill("借款金额（元）", "0"),)
        ),
        State("quote-used-up", "额度暂时用完了", "second-drawdown", "quote", used_up),
        State("compare", "方案对比", "second-drawdown", "compare"),
        State(
            "compare-curve",
            "方案对比：本金还得多快",
            "second-drawdown",
            "compare",
            taps=(steps.to_see(".st-key-card-balances"),),
        ),
        State(
            "cost-closed", "综合融资成本：明示表收起", "first-timer-cost", "cost", taps=(steps.tap("关闭"),)
        ),
        State("cost-why", "年化成本怎么算的", "first-timer-cost", "cost", taps=(steps.why,)),
        State("cost-confirmed", "综合融资成本：已确认", "first-timer-contract", "cost"),
        State("contract-read", "合同读完", "first-timer-contract", "contract", taps=(steps.read,)),
        State("sign-again", "设新 PIN 的第二遍", "first-timer-sign", "sign", taps=(steps.pin("402719"),)),
        State(
            "sign-simple", "太简单的 PIN", "first-timer-sign", "sign", taps=(steps.pin("123456", times=2),)
        ),
        State("sign-pin", "输入 PIN", "second-drawdown", "sign", TO_SIGN, taps=(steps.to_the_end,)),
        State("sign-wrong", "PIN 不对", "second-drawdown", "sign", TO_SIGN, taps=(steps.pin("190537"),)),
        State("sign-locked", "PIN 锁定", "second-drawdown", "sign", (*TO_SIGN, worlds.pin_locked)),
    )


def repaying() -> tuple[State, ...]:
    """Bills and what is paid, ahead, on time or overdue."""
    return (
        State("bills-empty", "还没有账单", page="bills"),
        State("bills-next", "账单：下一期", "first-timer-paid", "bills"),
        State("bills-due", "账单：今天到期", "first-timer-paid", "bills", (worlds.due_day,)),
        State("bills-settled", "账单：都还清了", "first-timer-settled", "bills"),
        State("repayment-card", "还款卡", "card-short", "bills", taps=(steps.tap("扣款卡"),)),
        State("pay-all", "主动还款", "overdue-91", "pay"),
        State("pay-nothing", "主动还款：没有到期的", "bill-paid", "pay"),
        State("prepay", "提前还一部分", "bill-paid", "prepay"),
        State("prepay-too-early", "提前还一部分：刚放款", "first-timer-paid", "prepay"),
        State("overdue-in-grace", "逾期说明：宽限期", "overdue-1", "overdue"),
        State("overdue-30", "逾期说明：30 天", "overdue-30", "overdue"),
        State("overdue-none", "逾期说明：没有逾期", "bill-paid", "overdue"),
        State("hardship", "还款有困难", "overdue-4", "hardship"),
        State("hardship-waiting", "还款有困难：等答复", "hardship-asked", "hardship"),
        State("hardship-granted", "还款有困难：同意了", "hardship-granted", "hardship"),
        State(
            "menu-time",
            "菜单：时间与进度",
            "overdue-4",
            "bills",
            taps=(steps.tap("菜单"), steps.tap("时间与进度")),
        ),
        State("loan-note", "借据", "first-timer-repaid", "loan_note"),
        State(
            "loan-note-contract",
            "借据里的合同",
            "first-timer-repaid",
            "loan_note",
            taps=(steps.tap("借款合同"),),
        ),
        State("loan-note-end", "借据：还款计划", "first-timer-repaid", "loan_note", taps=(steps.to_the_end,)),
        State("repay-due", "还款：今天到期", "first-timer-paid", "repay", (worlds.due_day,)),
        State("repay-ahead", "还款：还没到期", "first-timer-paid", "repay"),
        State("repay-receipt", "还款回执", "first-timer-repaid", "repay", query=(("paid", "1"),)),
        State("settle-payout-day", "提前结清：放款当天", "first-timer-paid", "settle"),
        State("settle-later", "提前结清：十天以后", "first-timer-paid", "settle", (worlds.days_later(10),)),
    )


def papers() -> tuple[State, ...]:
    """Checking a contract, the log, the facilitator's area, the tamper lab."""
    return (
        State("verify-none", "核对合同：还没有签过", page="verify"),
        State("verify", "核对合同", "first-timer-settled", "verify"),
        State(
            "verify-genuine", "核对合同：是原件", "first-timer-paid", "verify", taps=(steps.tap("借款合同"),)
        ),
        State("security", "签署安全", "first-timer-paid", "security"),
        State("log-none", "透明日志：还没有回执", page="log"),
        State("log", "透明日志", "first-timer-paid", "log"),
        State("lab-closed", "引导者：没有口令", page="lab"),
        State("lab", "引导者", "first-timer-paid", "lab", facilitates=True),
        State("lab-audited", "引导者：审计之后", page="lab", facilitates=True, taps=(steps.tap("现在审计"),)),
        State("tamper-none", "篡改实验：还没有签过", page="tamper"),
        State("tamper", "篡改实验", "first-timer-paid", "tamper"),
        State("tamper-caught", "篡改被发现", "first-timer-paid", "tamper", taps=(steps.tap("改借款金额"),)),
    )


def being_told() -> tuple[State, ...]:
    """Messages, preferences, collection, the bureau."""
    return (
        State("messages-empty", "消息：还没有", page="messages"),
        State("messages", "消息：都没读", "first-timer-repaid", "messages"),
        State(
            "messages-read",
            "消息：都读了",
            "first-timer-repaid",
            "messages",
            taps=(steps.tap("全部标为已读"),),
        ),
        State("message", "消息详情：还款日", "first-timer-repaid", "message", query=(("number", "5"),)),
        State(
            "message-settled", "消息详情：结清", "first-timer-settled", "message", query=(("number", "8"),)
        ),
        State("message-declined", "消息详情：没有通过", "declined", "message", query=(("number", "1"),)),
        State("message-none", "没有这条消息", page="message", query=(("number", "9"),)),
        State("collection-none", "催收记录：没有逾期", "first-timer-paid", "collection"),
        State(
            "collection-contact",
            "一次联系和它的依据",
            "collection-stage-2",
            "collection",
            taps=(steps.open_row("details.wl-contact > summary"),),
        ),
        State(
            "collection-dispute",
            "提出异议",
            "collection-stage-1",
            "collection",
            taps=(steps.tap("对金额或联系有疑问？提出异议"),),
        ),
        State("bureau-none", "征信报送告知：没有逾期", "first-timer-paid", "bureau_report"),
        State("bureau-told", "征信报送告知：已报送", "collection-stage-1", "bureau_report"),
        State("notice-preferences", "通知设置", page="notice_preferences"),
        State(
            "notice-preferences-end",
            "通知设置：后半页",
            page="notice_preferences",
            taps=(steps.to_the_end,),
        ),
    )


def asking() -> tuple[State, ...]:
    """The service desk."""
    return (
        State("chat", "客服：刚打开", page="chat"),
        State(
            "chat-asked", "客服：问过了", "first-timer-repaid", "chat", taps=(steps.tap("我一共还欠多少"),)
        ),
        State("chat-typed", "客服：自己打字", page="chat", taps=(steps.ask(TYPED_QUESTION),)),
        State("chat-too-long", "客服：问题太长", page="chat", taps=(steps.ask(LONG_QUESTION),)),
        State("chat-all", "客服：更多问题", "first-timer-paid", "chat", taps=(steps.tap("更多问题"),)),
    )
