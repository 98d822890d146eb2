"""Made-up entries of the reading room's own records."""

from factory import SubFactory
from factory.django import DjangoModelFactory

from lawgov.reports.exports.log import ExportFormat, ExportLog
from seeds.factories.registry import UserFactory


class ExportLogFactory(DjangoModelFactory[ExportLog]):
    """Somebody took a list away, all of it."""

    class Meta:
        model = ExportLog

    person = SubFactory(UserFactory, password=None)
    what = "审结 2024年"
    question = "period=2024"
    format = ExportFormat.XLSX
    lines = 21
