"""The matters of each door, all counted by the same formulas."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Counted, Edge, Figure, Identity, Label, Rate, Stock
from mediation.conditions import failed, sent_back, succeeded

RECEIVED, TURNED_AWAY, BEGUN, CONCLUDED = (
    "received_on",
    "turned_away_on",
    "begun_on",
    "concluded_on",
)


@dataclass(frozen=True)
class Stream:
    """The matters of one door, counted by the same formulas as those of every other.

    `received` and `begun` complete the codes under which reports know the two events.
    """

    prefix: str
    label: Label
    where: Q = field(default_factory=Q)
    received: str = "received"
    begun: str = "referred"
    scope: Label = ""

    def named(self, name: str) -> str:
        """The code of a figure; the first two events have a name of their own at some doors."""
        name = {"received": self.received, "begun": self.begun}.get(name, name)
        return f"mediation.{self.prefix}{name}"

    @property
    def is_referred(self) -> bool:
        return self.begun == "referred"

    def says(self, what: Label) -> Label:
        return format_lazy(_("{door}: {what}"), door=self.label, what=what)

    def means(self, meaning: Label) -> Label:
        """The general meaning, followed by what narrows it at this door."""
        if not self.scope:
            return meaning
        return format_lazy(_("{meaning} {scope}"), meaning=meaning, scope=self.scope)

    def figures(self) -> Iterator[Counted]:
        """From receipt to result, in the order of the work."""
        yield self._figure(
            "received",
            _("matters received"),
            RECEIVED,
            _("By the day it was recorded or applied for at this door, whatever became of it."),
        )
        yield self._figure(
            "turned_away",
            _("matters turned away"),
            TURNED_AWAY,
            _("By the day it was decided that the matter would not be taken up."),
        )
        yield self._stock("carried_over", _("matters carried over"), Edge.START)
        yield self._figure(
            "begun",
            _("matters referred") if self.is_referred else _("matters taken up"),
            BEGUN,
            _("By the day of referral to a centre or, where nobody refers, of acceptance."),
        )
        yield self._figure(
            "concluded",
            _("matters concluded"),
            CONCLUDED,
            _("By the day mediation ended, matters carried over included."),
        )
        yield from self._results()
        yield self._stock("pending", _("matters pending"), Edge.END)

    def _results(self) -> Iterator[Counted]:
        yield self._figure(
            "succeeded",
            _("matters mediated successfully"),
            CONCLUDED,
            _(
                "An agreement, or a settlement and the claim withdrawn, by the day mediation "
                "ended: a matter referred in one year and settled in the next is a success of "
                "the next."
            ),
            succeeded(),
        )
        yield self._figure(
            "failed",
            _("matters mediated in vain"),
            CONCLUDED,
            _("Accepted and ended with neither agreement nor settlement."),
            failed(),
        )
        yield self._figure(
            "sent_back",
            _("matters sent back unmediated"),
            CONCLUDED,
            _("Not accepted by the centre, or the other side would not be mediated."),
            sent_back(),
        )

    def _figure(
        self, name: str, what: Label, on: str, meaning: Label, where: Q | None = None
    ) -> Figure:
        condition = self.where if where is None else self.where & where
        return Figure(self.named(name), self.says(what), on, condition, meaning=self.means(meaning))

    def _stock(self, name: str, what: Label, at: Edge) -> Stock:
        meaning = (
            _("Taken up before the period and not concluded when it began.")
            if at is Edge.START
            else _("Taken up and not concluded when the period ended.")
        )
        return Stock(
            self.named(name), self.says(what), BEGUN, CONCLUDED, at, self.where, self.means(meaning)
        )

    def rates(self) -> Iterator[Rate]:
        if self.is_referred:
            yield Rate(
                self.named("referral_rate"),
                self.says(_("rate of referral")),
                (self.named("begun"),),
                (self.named("received"),),
                meaning=_("Referred over received, both in the period."),
            )
        yield Rate(
            self.named("success_rate"),
            self.says(_("rate of success")),
            (self.named("succeeded"),),
            (self.named("begun"),),
            meaning=_(
                "Succeeded over referred (or accepted, where nobody refers), both in the period; "
                "pending matters depress it."
            ),
        )
        yield Rate(
            self.named("success_rate_of_concluded"),
            self.says(_("rate of success among concluded matters")),
            (self.named("succeeded"),),
            (self.named("concluded"),),
            meaning=_("Succeeded over concluded in the period."),
        )

    def identities(self) -> Iterator[Identity]:
        yield Identity(
            self.says(_("carried over + taken up = concluded + pending")),
            (self.named("carried_over"), self.named("begun")),
            (self.named("concluded"), self.named("pending")),
        )
        yield Identity(
            self.says(_("results add up to matters concluded")),
            (self.named("concluded"),),
            (self.named("succeeded"), self.named("failed"), self.named("sent_back")),
        )
