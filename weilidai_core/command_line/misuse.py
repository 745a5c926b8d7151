"""A command line that cannot be read: which option is missing or unknown, in words, in the chosen language.

Typer says this in English only, and keeps its own kinds of misuse private: they are told apart by name.
"""

from typer.exceptions import TyperException

from weilidai_core.basics.typed_text import shown
from weilidai_core.errors import WeilidaiError
from weilidai_core.sentences import N_


class CommandUnreadable(WeilidaiError):
    """Raised when a command line names no command, or has words that belong to none."""

    code = "command-unreadable"
    text = N_("看不懂这条命令。")
    next_step = N_("weilidai --help 会列出所有命令和选项。")


class OptionMissing(WeilidaiError):
    """Raised when an option that a command cannot do without is not there."""

    code = "option-missing"
    text = N_("还缺选项 {option}。")
    next_step = N_("请补上它，再试一次。")


class OptionUnknown(WeilidaiError):
    """Raised when a command has no option of this name."""

    code = "option-unknown"
    text = N_("没有选项 {option}。")
    next_step = N_("weilidai --help 会列出所有命令和选项。")


class OptionWithoutValue(WeilidaiError):
    """Raised when an option stands without the value it needs, or with one that it does not take."""

    code = "option-without-value"
    text = N_("选项 {option} 的值没有写对。")
    next_step = N_("weilidai --help 会列出所有命令和选项。")


def refusal_of(misuse: TyperException) -> WeilidaiError:
    """The named refusal that says what is wrong with a command line."""
    kind = type(misuse).__name__
    option = shown(str(getattr(misuse, "option_name", "") or ""))
    parameter = getattr(misuse, "param", None)
    if parameter is not None:
        option = parameter.opts[0]
    if not option:
        return CommandUnreadable()
    if kind == "NoSuchOption":
        return OptionUnknown(option=option)
    return OptionMissing(option=option) if kind == "MissingParameter" else OptionWithoutValue(option=option)
