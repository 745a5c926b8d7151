"""One code word per thing (see the word list in the README's map); labels go through the catalogue."""

from enum import StrEnum

from weilidai_core.sentences import N_


class RepaymentMethod(StrEnum):
    """还款方式: how principal and interest are spread over the instalments."""

    EQUAL_PRINCIPAL = "equal-principal"
    EQUAL_INSTALMENT = "equal-instalment"
    INTEREST_FIRST = "interest-first"

    @property
    def label(self) -> str:
        """The catalogue key of the method's name."""
        return _METHOD_LABELS[self]

    @property
    def explanation(self) -> str:
        """The catalogue key of one plain sentence that says what the method does."""
        return _METHOD_EXPLANATIONS[self]


_METHOD_LABELS = {
    RepaymentMethod.EQUAL_PRINCIPAL: N_("等额本金"),
    RepaymentMethod.EQUAL_INSTALMENT: N_("等额本息"),
    RepaymentMethod.INTEREST_FIRST: N_("先息后本"),
}
_METHOD_EXPLANATIONS = {
    RepaymentMethod.EQUAL_PRINCIPAL: N_("每期还同样多的本金，利息逐期减少，总利息最少。"),
    RepaymentMethod.EQUAL_INSTALMENT: N_("每期还款额相同，好记；总利息比等额本金略多。"),
    RepaymentMethod.INTEREST_FIRST: N_("每期只还利息，最后一期还清全部本金，总利息最多。"),
}


class ConsentDocument(StrEnum):
    """授权书: the four documents, each agreed to or refused on its own."""

    CREDIT_REPORT = "credit-report"
    PERSONAL_INFORMATION = "personal-information"
    FACE = "face"
    PARTNER_BANK = "partner-bank"


class SigningMethod(StrEnum):
    """How a signature was authorised."""

    PIN = "pin"
    PASSKEY = "passkey"


class Outcome(StrEnum):
    """审核结果: what the review decided about the plan that was asked for."""

    GRANTED = "granted"
    COUNTER_OFFERED = "counter-offered"
    DECLINED = "declined"


class ReviewStage(StrEnum):
    """审核阶段, in the order in which they run."""

    IDENTITY = "identity"
    DEVICE = "device"
    CREDIT_REPORT = "credit-report"
    CAPACITY = "capacity"
    SCORE = "score"
    LIMIT = "limit"


class ContactWay(StrEnum):
    """催收联系: how somebody is contacted; LOCATE asks the named contact where a missing borrower is."""

    SMS = "sms"
    CALL = "call"
    LOCATE = "locate"
    VISIT = "visit"


class ContactOutcome(StrEnum):
    """What became of a contact; only REACHED makes a call an effective one."""

    SENT = "sent"
    REACHED = "reached"
    UNANSWERED = "unanswered"
    REFUSED = "refused"


class CallWindow(StrEnum):
    """The hours in which a borrower wants to be called; NIGHT only where they asked for it themselves."""

    ANY = "any"
    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"
    NIGHT = "night"


class DisputeAbout(StrEnum):
    """异议: what somebody disputes."""

    AMOUNT = "amount"
    ALREADY_REPAID = "already-repaid"
    NOT_MINE = "not-mine"
    CONDUCT = "conduct"


class Channel(StrEnum):
    """渠道: the ways on which a notice reaches someone; all but the inbox are simulated."""

    INBOX = "inbox"
    PUSH = "push"
    SMS = "sms"
    VOICE = "voice"


class Topic(StrEnum):
    """What a notice is about, as far as it can be switched off."""

    REMINDER = "reminder"
    DUE = "due"
    RECEIPT = "receipt"
    OVERDUE = "overdue"
    LIMIT = "limit"
    OFFER = "offer"
    REQUEST = "request"


class Notice(StrEnum):
    """站内消息: everything that someone is told without asking."""

    REVIEW_PASSED = "review-passed"
    REVIEW_DECLINED = "review-declined"
    LOAN_DISBURSED = "loan-disbursed"
    DUE_IN_3_DAYS = "due-in-3-days"
    DUE_TOMORROW = "due-tomorrow"
    DUE_TODAY = "due-today"
    REPAYMENT_RECEIVED = "repayment-received"
    AUTO_DEBIT_FAILED = "auto-debit-failed"
    OVERDUE = "overdue"
    BEFORE_BUREAU_REPORT = "before-bureau-report"
    SETTLED = "settled"
    LIMIT_FROZEN = "limit-frozen"
    LIMIT_LOWERED = "limit-lowered"
    LIMIT_RESTORED = "limit-restored"
    LIMIT_RAISE_OFFERED = "limit-raise-offered"
    HARDSHIP_GRANTED = "hardship-granted"
    HARDSHIP_REFUSED = "hardship-refused"
    DISPUTE_OPENED = "dispute-opened"
    DISPUTE_ANSWERED = "dispute-answered"


class RepaymentPurpose(StrEnum):
    """What a repayment is for: what is due, a part ahead of its day (two ways), or everything."""

    BILL = "bill"
    KEEP_TENOR = "prepay-keep-tenor"
    KEEP_INSTALMENT = "prepay-keep-instalment"
    SETTLE = "settle"

    @property
    def label(self) -> str:
        """The catalogue key of the purpose's name."""
        return _PURPOSE_LABELS[self]

    @property
    def kept(self) -> str:
        """The catalogue key of what a part prepayment keeps; "" for the other purposes."""
        return _KEPT_LABELS.get(self, "")

    @property
    def explanation(self) -> str:
        """The catalogue key of what keeping it means; "" for the other purposes."""
        return _KEPT_EXPLANATIONS.get(self, "")


class RepaymentChannel(StrEnum):
    """还款渠道: taken from the card by itself, paid from the card by hand, or sent from elsewhere."""

    AUTO_DEBIT = "auto-debit"
    MANUAL = "manual"
    TRANSFER = "transfer"

    @property
    def label(self) -> str:
        """The catalogue key of the channel's name."""
        return _CHANNEL_LABELS[self]


class Component(StrEnum):
    """What an instalment is made of; the allocation order is a row of these."""

    INTEREST = "interest"
    PRINCIPAL = "principal"
    PENALTY = "penalty"

    @property
    def label(self) -> str:
        """The catalogue key of the component's name."""
        return _COMPONENT_LABELS[self]


class HardshipReason(StrEnum):
    """困难原因: why somebody cannot pay for a while."""

    ILLNESS = "illness"
    INCOME_LOST = "income-lost"
    DISASTER = "disaster"
    FAMILY = "family"

    @property
    def label(self) -> str:
        """The catalogue key of the reason's name."""
        return _HARDSHIP_LABELS[self]


_PURPOSE_LABELS = {
    RepaymentPurpose.BILL: N_("还账单"),
    RepaymentPurpose.KEEP_TENOR: N_("提前还一部分，期数不变"),
    RepaymentPurpose.KEEP_INSTALMENT: N_("提前还一部分，每期金额不变"),
    RepaymentPurpose.SETTLE: N_("提前结清"),
}
_KEPT_LABELS = {
    RepaymentPurpose.KEEP_TENOR: N_("期数不变"),
    RepaymentPurpose.KEEP_INSTALMENT: N_("每期金额不变"),
}
_KEPT_EXPLANATIONS = {
    RepaymentPurpose.KEEP_TENOR: N_("还的期数不变，以后每期少还一些。"),
    RepaymentPurpose.KEEP_INSTALMENT: N_("每期照原来的金额还，早几期还完，省的利息更多。"),
}
_CHANNEL_LABELS = {
    RepaymentChannel.AUTO_DEBIT: N_("自动扣款"),
    RepaymentChannel.MANUAL: N_("主动还款"),
    RepaymentChannel.TRANSFER: N_("转账还款"),
}
_COMPONENT_LABELS = {
    Component.INTEREST: N_("利息"),
    Component.PRINCIPAL: N_("本金"),
    Component.PENALTY: N_("罚息"),
}
_HARDSHIP_LABELS = {
    HardshipReason.ILLNESS: N_("生病或受伤"),
    HardshipReason.INCOME_LOST: N_("收入中断"),
    HardshipReason.DISASTER: N_("遭遇灾害"),
    HardshipReason.FAMILY: N_("家庭变故"),
}
