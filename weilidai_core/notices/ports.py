"""The named ports behind which a message leaves the product; here every one of them is simulated.

A port hands a message over and says when; what it says is written into the notice's own event, so that a
replay sends the same and nothing leaves this machine.
"""

from datetime import date, time
from typing import NamedTuple, Protocol

from weilidai_core.events import Delivery
from weilidai_core.notices.preferences import Preferences, delivery
from weilidai_core.sentences import N_
from weilidai_core.words import Channel, Notice


class Message(NamedTuple):
    """One message to hand over: which notice, ready on which day and at what hour, and how it may come."""

    notice: Notice
    on: date
    at: time
    preferences: Preferences


class Port(Protocol):
    """A way out of the product: its name (a catalogue key) and channel, and the handing over."""

    @property
    def name(self) -> str:
        """The catalogue key of the port's name, which says that it is simulated."""
        ...

    @property
    def channel(self) -> Channel:
        """The channel it serves."""
        ...

    def send(self, message: Message) -> Delivery:
        """Hand a message over; what was done with it."""
        ...


class SimulatedPort(NamedTuple):
    """A port to nowhere: it keeps to the quiet time, and its record is the delivery it returns."""

    name: str
    channel: Channel

    def send(self, message: Message) -> Delivery:
        """The delivery a real port would have made."""
        return delivery(self.channel, on=message.on, at=message.at, preferences=message.preferences)


PORTS: dict[Channel, Port] = {
    Channel.INBOX: SimulatedPort(N_("应用内信箱"), Channel.INBOX),
    Channel.PUSH: SimulatedPort(N_("模拟推送网关"), Channel.PUSH),
    Channel.SMS: SimulatedPort(N_("模拟短信网关"), Channel.SMS),
    Channel.VOICE: SimulatedPort(N_("模拟语音网关"), Channel.VOICE),
}
