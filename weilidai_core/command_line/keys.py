"""`weilidai keys rotate`: a new key for what is sealed; `weilidai keys show`: which there are, no key."""

from typing import Annotated

import typer

from weilidai_core.command_line import tell
from weilidai_core.sentences import N_, sentence
from weilidai_core.store import open_existing_store
from weilidai_core.store.rotation import known_keys, rotate
from weilidai_core.vault.key_ring import shown_place

ADDRESS = "Database address; else the app's own."

app = typer.Typer(help="The keys of the personal data.", no_args_is_help=True)


@app.callback()
def keys() -> None:
    """The keys of the personal data."""


@app.command("show")
def show(database: Annotated[str | None, typer.Option(help=ADDRESS)] = None) -> None:
    """Say where the keys are kept and which the database knows; never a key itself."""
    store = open_existing_store(database)
    with store.reading() as session:
        numbers = known_keys(session)
    tell.line(tell.say(sentence(N_("密钥在 {place}，请与数据库分开备份。"), place=shown_place())))
    if not numbers:
        tell.line(tell.say(N_("库里还没有封存的资料。")))
        return
    listed = ", ".join(map(str, numbers))
    tell.line(tell.say(sentence(N_("数据库认识的密钥编号：{numbers}。"), numbers=listed)))


@app.command("rotate")
def rotate_keys(
    database: Annotated[str | None, typer.Option(help=ADDRESS)] = None,
    forget_old: Annotated[
        bool, typer.Option("--forget-old", help="Remove the old keys: older back-ups can then not be read.")
    ] = False,
) -> None:
    """Make a new key and seal every world's key with it; the app may go on meanwhile."""
    done = rotate(open_existing_store(database), forget_old=forget_old)
    tell.line(
        tell.say(
            sentence(
                N_("换好了：{worlds} 个世界改用编号 {number} 的密钥。请马上备份密钥文件，与数据库分开放。"),
                worlds=done.worlds,
                number=str(done.number),
            )
        )
    )
    tell.line(
        tell.say(
            N_("旧密钥已经去掉，之前的数据库备份读不出来了。")
            if forget_old
            else N_("旧密钥还留着，之前的备份还能用；不再需要时运行 weilidai keys rotate --forget-old。")
        )
    )
