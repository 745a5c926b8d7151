"""What is said in a contact, by each way; the same laws of texts as for every notice. Pure.

Amounts and days are told to the borrower alone, in a call only after they have said who they are. The named
contact hears nothing but the wish to be called back.
"""

from weilidai_core.sentences import N_
from weilidai_core.words import Channel, ContactOutcome, ContactWay

SAID: dict[ContactWay, str] = {
    ContactWay.SMS: N_(
        "【星河示例银行】{name}，您有还款已逾期 {overdue_days} 天，今天应还 {owed_fen}。"
        "可在账单里还，有困难可申请协商，有疑问可提异议。（模拟短信）"
    ),
    ContactWay.CALL: N_(
        "您好，这里是星河示例银行，通话会录音。请问是{name}本人吗？（确认本人之后）您的还款逾期 {overdue_days} 天，"
        "今天应还 {owed_fen}。有困难可以协商，有疑问可以提异议。"
    ),
    ContactWay.LOCATE: N_(
        "您好，我是星河示例银行的工作人员，{name}留过您的电话。想请您转告，方便时给我们回电。"
        "不方便转告请直接说，我们不会再打扰。"
    ),
    ContactWay.VISIT: N_(
        "您好，我是星河示例银行的工作人员，想约{name}本人当面商量还款办法。时间由您定，只和您本人谈，不收现金，通话会录音。"
    ),
}
# Where a way's words travel, for the laws of texts.
CARRIED_BY: dict[ContactWay, Channel] = {
    ContactWay.SMS: Channel.SMS,
    ContactWay.CALL: Channel.VOICE,
    ContactWay.LOCATE: Channel.VOICE,
    ContactWay.VISIT: Channel.VOICE,
}
WAY_LABELS: dict[ContactWay, str] = {
    ContactWay.SMS: N_("短信"),
    ContactWay.CALL: N_("电话"),
    ContactWay.LOCATE: N_("询问联系人"),
    ContactWay.VISIT: N_("约见"),
}
OUTCOME_LABELS: dict[ContactOutcome, str] = {
    ContactOutcome.SENT: N_("已送出"),
    ContactOutcome.REACHED: N_("联系上了"),
    ContactOutcome.UNANSWERED: N_("没有接通"),
    ContactOutcome.REFUSED: N_("对方拒绝，不再打扰"),
}
