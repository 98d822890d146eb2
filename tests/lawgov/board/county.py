"""A county with people who work on its cases, and cases that are due on a day of choice."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory


@dataclass(frozen=True)
class County:
    """The bureau's clerk reads everything, the township's clerk what concerns the township."""

    clerk: User
    township: Agency
    township_clerk: User
    administrator: User


def county() -> County:
    government = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=government)
    township = AgencyFactory.create(township=True, parent=government)
    return County(
        UserFactory.create(role=Role.CLERK, agency=bureau),
        township,
        UserFactory.create(role=Role.CLERK, agency=township),
        UserFactory.create(role=Role.SYSTEM_ADMINISTRATOR, agency=bureau),
    )


def due_on(day: date, **more: object) -> Reconsideration:
    """A case whose mediated agreement is to be performed by that very day, off or not."""
    return ReconsiderationFactory.create(
        **{
            "received_on": day - timedelta(days=50),
            "accepted_on": day - timedelta(days=50),
            "concluded_on": day - timedelta(days=20),
            "outcome": "mediated",
            "performance_due_on": day,
            **more,
        }
    )
