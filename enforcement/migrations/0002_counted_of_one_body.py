"""What is counted of one body lies together in indexes of its own."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_counted_of_one_body"),
        ("enforcement", "0001_records"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="casefile",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=["agency", "decided_on", "kind", "penalty_kind", "amount", "voided_on"],
                name="casefile_body_by_decision",
            ),
        ),
        migrations.AddIndex(
            model_name="casefile",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=["agency", "closed_on", "decided_on", "kind", "voided_on"],
                name="casefile_body_by_closing",
            ),
        ),
    ]
