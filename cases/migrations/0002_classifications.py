"""The fields of administration, kinds of act and kinds of respondent that statistics count by."""

from django.db import migrations

from cases.registry.classifications.reading import seed, unseed


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_records")]

    operations = [migrations.RunPython(seed, unseed)]
