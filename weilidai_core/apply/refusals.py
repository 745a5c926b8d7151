"""What applying refuses, each by its name."""

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_


class NotInvited(WeilidaiError):
    """Raised when the wallet was not invited; there is no way to apply without an invitation."""

    code = "not-invited"
    text = N_("这个钱包还没有收到微粒贷的邀请，现在不能申请。")
    next_step = N_("邀请由系统综合评估后发出，不能申请也不能购买。声称可以“强开”“内部开通”的都是骗局。")


class DeviceNotSupported(WeilidaiError):
    """Raised when the phone did not pass the device check."""

    code = "device-not-supported"
    text = N_("这台设备（{system} {version}）没有通过支付环境检查，不能继续。")
    next_step = N_("请升级系统后再试。")


class NoApplication(WeilidaiError):
    """Raised when there is no open application to work on."""

    code = "no-application"
    text = N_("没有正在进行的申请。")
    next_step = N_("请从微粒贷首页开始。")


class AlreadySubmitted(WeilidaiError):
    """Raised when an application that was handed in or decided is to be changed or begun again."""

    code = "already-submitted"
    text = N_("申请已经提交，不能再改，也没有重复提交。")
    next_step = N_("请看审核进度或结果。")


class TooSoonToApply(WeilidaiError):
    """Raised when a declined applicant applies again too early."""

    code = "too-soon-to-apply"
    text = N_("上次申请没有通过，{days} 天之后可以再次申请。")
    next_step = N_("这段时间不会影响您的信用记录。")


class InformationMissing(WeilidaiError):
    """Raised when identity or information is not complete yet."""

    code = "information-missing"
    text = N_("身份或个人信息还没有填完。")
    next_step = N_("请先补全。")


class ConsentMissing(WeilidaiError):
    """Raised when a document has no answer yet."""

    code = "consent-missing"
    text = N_("四份授权书还没有全部作出选择。")
    next_step = N_("请逐份阅读，选择同意或不同意。")


class ConsentOutdated(WeilidaiError):
    """Raised when the text answered is not the one in force."""

    code = "consent-outdated"
    text = N_("这份授权书的文本已经更新，刚才的选择没有生效。")
    next_step = N_("请重新阅读后再选择。")


class ReviewStageOutOfTurn(WeilidaiError):
    """Raised when a review stage is to run before its turn, or again."""

    code = "review-stage-out-of-turn"
    text = N_("审核的这一步已经完成，或者还没有轮到。")
    next_step = N_("请看审核进度。")
