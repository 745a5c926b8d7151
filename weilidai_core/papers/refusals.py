"""Why a paper cannot be had."""

from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_


class NotSigned(WeilidaiError):
    """Raised when a contract that nobody has signed is asked for as a signed paper."""

    code = "not-signed"
    text = N_("这份合同还没有签署，没有签署件可以下载。")
    next_step = N_("请先读完合同并签署。")


class NotSettled(WeilidaiError):
    """Raised when a certificate is asked for while the loan note still owes something."""

    code = "not-settled"
    text = N_("这笔借款还没有结清，开不了结清证明。")
    next_step = N_("结清之后就能下载。")
