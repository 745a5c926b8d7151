"""What this is: said in the menu and on the page 我, in the same words."""

from pages.kit.components.figures import Fact, key_values
from pages.kit.components.text import paragraph
from pages.kit.i18n import _


def about() -> None:
    """What this is, what it is not, and where its data stay."""
    paragraph(
        _(
            "这是一个借款流程的模拟演示，用来看懂借款、利息和还款。它不是真实贷款，不连接任何银行或征信，"
            "与微信、微众银行没有任何关系。"
        )
    )
    paragraph(_("人物、金额和结果都是虚构的。请不要填写任何人的真实信息。"))
    key_values((Fact(_("数据保存"), _("只在这台服务器")), Fact(_("对外联系"), _("没有"))))
