"""The states up to the decision: who someone is, what they own, and applying."""

from gallery import steps, worlds
from gallery.state import State
from gallery.worlds import walked
from pages.kit.presenter import PANEL, SHOWN
from weilidai_core.journey import Step

LONG_EMPLOYER = "样例省样例市高新技术产业开发区第一国际软件与信息技术服务外包股份有限公司华南分公司（筹备处）"
LONG_STREET = (
    "新疆维吾尔自治区巴音郭楞蒙古自治州和静县样例镇样例北路一千二百三十四号样例小区十二栋三单元一二零四室"
)


def me_and_wallet() -> tuple[State, ...]:
    """我, 钱包, the menu, and what can go wrong before anything is asked for."""
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


def own_data() -> tuple[State, ...]:
    """Consents given, the register of personal data, its end."""
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


def applying() -> tuple[State, ...]:
    """From the front door of 微粒贷 to the decision."""
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
