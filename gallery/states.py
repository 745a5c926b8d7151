"""Which states are photographed: the one table behind the gallery. Every page and every scenario is in it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from gallery import steps, worlds
from gallery.steps import Step as Tap
from gallery.worlds import TO_SIGN, Happening, walked
from pages.kit.navigation import PAGES
from pages.kit.presenter import PANEL, SHOWN
from weilidai_core.journey import Step
from weilidai_core.scenarios.scenarios import SCENARIOS, scenario

LONG_EMPLOYER = "样例省样例市高新技术产业开发区第一国际软件与信息技术服务外包股份有限公司华南分公司（筹备处）"
LONG_STREET = (
    "新疆维吾尔自治区巴音郭楞蒙古自治州和静县样例镇样例北路一千二百三十四号样例小区十二栋三单元一二零四室"
)
# What was typed stays as it was typed, in either language.
TYPED_QUESTION = "利率是多少？"
LONG_QUESTION = "我想问" * 120


@dataclass(frozen=True)
class State:
    """One thing to look at: a scenario, what happened in it since, the page, and what is tapped there.

    Without a page it is opened as a visitor would, by `?scene=`. Who `facilitates` has the pass of the facilitator's area.
    """

    name: str
    shows: str
    scene: str = "first-timer"
    page: str = ""
    happened: tuple[Happening, ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    taps: tuple[Tap, ...] = ()
    is_error: bool = False
    facilitates: bool = False
    first_paint: bool = False

    @property
    def opens(self) -> str:
        """The key of the page it opens."""
        if self.page or self.is_error:
            return self.page
        return scenario(self.scene).page

    def address(self, *, lang: str, elder: bool, world: str = "") -> str:
        """The address below the server's; `world` is the world's token, where it was made beforehand."""
        where = {"w": world} if world else {"scene": self.scene}
        asks = {"lang": lang, "elder": str(int(elder)), **where, **dict(self.query)}
        return f"/{PAGES[self.page].url if world else ''}?{urlencode(asks)}"


def _me_and_wallet() -> tuple[State, ...]:
    return (
        State("me-first", "我：还没有借款", page="me"),
        State("me-loan", "我：有借款", "first-timer-paid", "me"),
        State("me-about", "关于本演示", page="me", taps=(steps.tap("关于本演示"),)),
        State("wallet-loan", "钱包：有借款", "first-timer-repaid", "wallet"),
        State("wallet-card-empty", "银行卡：没有收支", page="wallet", taps=(steps.tap("银行卡"),)),
        State("wallet-card", "银行卡：有收支", "first-timer-settled", "wallet", taps=(steps.tap("银行卡"),)),
        State("menu", "菜单", "first-timer-paid", "bills", taps=(steps.tap("菜单"),)),
        State(
            "menu-people",
            "换一位演示人物",
            page="wallet",
            taps=(steps.tap("菜单"), steps.tap("换一位演示人物")),
        ),
        State(
            "menu-scenes", "打开一个场景", page="wallet", taps=(steps.tap("菜单"), steps.tap("打开一个场景"))
        ),
        State(
            "presenter", "演示者面板", "first-timer-paid", "bills", query=((PANEL, SHOWN),), facilitates=True
        ),
        State("offline", "网络断开", page="wallet", taps=(steps.lose_the_line,)),
        State("no-such-scene", "没有这个场景", "nobody", is_error=True),
        State("first-paint", "脚本到达之前的第一帧", first_paint=True),
    )


def _own_data() -> tuple[State, ...]:
    about = (steps.tap_cell("about-face"),)
    erase = (steps.tap("清空这个演示的资料"),)
    return (
        State("consents", "授权记录", "first-timer-paid", "consents"),
        State("consents-none", "授权记录：还没回答", page="consents"),
        State("consents-about", "一份授权说了什么", "first-timer-paid", "consents", taps=about),
        State("personal-data", "个人信息登记", "first-timer-paid", "personal_data"),
        State("personal-data-early", "个人信息：还没申请", page="personal_data"),
        State("correction", "更正资料", "first-timer-paid", "correction"),
        State("personal-data-erase", "确定清空吗", "first-timer-paid", "personal_data", taps=erase),
        State("erased-none", "没有清空过", page="erased"),
        State(
            "erased",
            "资料已经清空",
            "first-timer-paid",
            "personal_data",
            taps=(*erase, steps.tap_cell("erase_now")),
        ),
    )


def _applying() -> tuple[State, ...]:
    to_information = (walked(Step.IDENTITY),)
    to_consent, to_estimate = (walked(Step.INFORMATION),), (walked(Step.CONSENT),)
    emptied = tuple(
        steps.fill(label, "") for label in ("工作单位", "月收入", "居住地", "联系人姓名", "联系人手机号")
    )
    document = steps.tap("征信查询授权书")
    return (
        State("welcome", "微粒贷", page="welcome"),
        State("welcome-uninvited", "没有受邀", "uninvited", "welcome"),
        State("welcome-under-way", "申请进行中", page="welcome", happened=to_estimate),
        State("welcome-has-limit", "已有额度", "second-drawdown", "welcome"),
        State("welcome-declined", "上次没有通过", "declined", "welcome"),
        State(
            "welcome-ended",
            "不同意文件而结束",
            page="welcome",
            happened=(*to_consent, worlds.necessary_refused),
        ),
        State("identity", "身份核对", page="identity", happened=(walked(Step.WELCOME),)),
        State(
            "identity-people",
            "不是我",
            page="identity",
            happened=(walked(Step.WELCOME),),
            taps=(steps.tap("不是我？换一位演示人物"),),
        ),
        State("information", "完善信息", page="information", happened=to_information),
        State(
            "information-refused",
            "每一项都被指出",
            page="information",
            happened=to_information,
            taps=(*emptied, steps.tap("下一步")),
        ),
        State(
            "information-long",
            "很长的单位和地址",
            page="information",
            happened=to_information,
            taps=(steps.fill("工作单位", LONG_EMPLOYER), steps.fill("居住地", LONG_STREET)),
        ),
        State("information-gig", "来源不知道的要自己填", "gig-worker", "information", to_information),
        State("consent", "授权：都还没读", page="consent", happened=to_consent),
        State("consent-sheet", "打开一份文件", page="consent", happened=to_consent, taps=(document,)),
        State(
            "consent-read", "读完一份文件", page="consent", happened=to_consent, taps=(document, steps.read)
        ),
        State(
            "consent-refuse",
            "确定不同意吗",
            page="consent",
            happened=to_consent,
            taps=(document, steps.tap("不同意")),
        ),
        State("consent-all", "授权：都同意了", page="consent", happened=to_estimate),
        State("my-consents", "我的授权", "first-timer-paid", "consent", query=(("back", "me"),)),
        State("estimate", "额度试算", page="estimate", happened=to_estimate),
        State(
            "estimate-refused",
            "金额被指出",
            page="estimate",
            happened=to_estimate,
            taps=(steps.fill("借款金额（元）", "99999999"),),
        ),
        State(
            "estimate-typo",
            "金额不是数字",
            page="estimate",
            happened=to_estimate,
            taps=(steps.fill("借款金额（元）", "三千"),),
        ),
        State(
            "estimate-reckoning",
            "一期是怎么算的",
            page="estimate",
            happened=to_estimate,
            taps=(steps.reckoning,),
        ),
        State("estimate-none", "估不出额度", "student", "estimate", to_estimate),
        State("review", "审核中", page="review", happened=(walked(Step.ESTIMATE),)),
        State("result-why", "额度怎么来的", "first-timer-result", "result", taps=(steps.why,)),
        State(
            "result-score",
            "评分怎么来的",
            "first-timer-result",
            "result",
            taps=(steps.open_row("details.wl-factor > summary"),),
        ),
        State(
            "result-figure",
            "评分：四项放在一张图里",
            "first-timer-result",
            "result",
            taps=(steps.tap("四项放在一张图里看"),),
        ),
        State("result-overdue", "近期逾期没有通过", "recently-overdue", "result", (walked(Step.RESULT),)),
        State("result-gig", "灵活就业的额度", "gig-worker", "result", (walked(Step.REVIEW),)),
    )


def _borrowing() -> tuple[State, ...]:
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


def _repaying() -> tuple[State, ...]:
    return (
        State("bills-empty", "还没有账单", page="bills"),
        State("bills-next", "账单：下一期", "first-timer-paid", "bills"),
        State("bills-due", "账单：今天到期", "first-timer-paid", "bills", (worlds.due_day,)),
        State("bills-settled", "账单：都还清了", "first-timer-settled", "bills"),
        State("bills-overdue", "账单：逾期 30 天", "overdue-30", "bills"),
        State("bills-short", "账单：今天扣款没成功", "card-short", "bills"),
        State("bills-two-notes", "账单：两笔借款", "two-notes", "bills"),
        State("bills-reversed", "账单：还款被冲正", "reversed", "bills"),
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
        State("loan-note-prepaid", "借据：提前还了一部分", "prepaid-keep-tenor", "loan_note"),
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


def _papers() -> tuple[State, ...]:
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


def _being_told() -> tuple[State, ...]:
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


def _asking() -> tuple[State, ...]:
    return (
        State("chat", "客服：刚打开", page="chat"),
        State(
            "chat-asked", "客服：问过了", "first-timer-repaid", "chat", taps=(steps.tap("我一共还欠多少"),)
        ),
        State("chat-typed", "客服：自己打字", page="chat", taps=(steps.ask(TYPED_QUESTION),)),
        State("chat-too-long", "客服：问题太长", page="chat", taps=(steps.ask(LONG_QUESTION),)),
        State("chat-all", "客服：更多问题", "first-timer-paid", "chat", taps=(steps.tap("更多问题"),)),
    )


def states() -> list[State]:
    """Every scenario at the page it opens, then the states of each part of the journey."""
    scenes = [State(f"scene-{one.name}", one.title, one.name) for one in SCENARIOS]
    return [
        *scenes,
        *_me_and_wallet(),
        *_own_data(),
        *_applying(),
        *_borrowing(),
        *_repaying(),
        *_papers(),
        *_being_told(),
        *_asking(),
    ]
