"""One notice's wording on every channel, and the laws that all wordings keep. Pure.

A wording names its facts; nothing in it is typed by a person. Which texts a channel may carry is `linter`'s
business, which channels a notice may come by is `preferences`'.
"""

from dataclasses import dataclass
from datetime import time

from weilidai_core.words import Channel, Topic


@dataclass(frozen=True)
class Wording:
    """A notice's words: catalogue keys, "" where it does not come by that channel; `at` is its usual hour.

    `inbox_with_penalty` is the inbox's text where a penalty is part of the amount. `leads_to` is the page on
    which the one thing that can be done about it is done.
    """

    topic: Topic
    at: time
    title: str
    inbox: str
    inbox_with_penalty: str = ""
    push: str = ""
    sms: str = ""
    voice: str = ""
    leads_to: str = ""

    def text(self, channel: Channel, *, with_penalty: bool = False) -> str:
        """The catalogue key of what the channel carries, or ""."""
        return {
            Channel.INBOX: (with_penalty and self.inbox_with_penalty) or self.inbox,
            Channel.PUSH: self.push,
            Channel.SMS: self.sms,
            Channel.VOICE: self.voice,
        }[channel]

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels this notice has words for, the inbox first."""
        return tuple(channel for channel in Channel if self.text(channel))


MORNING = time(10)
NOON = time(12)
