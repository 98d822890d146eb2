"""What is counted of one body lies together in indexes of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_changes_of_a_row_by_moment"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=["respondent", "received_on", "voided_on"],
                name="recon_body_by_receipt",
            ),
        ),
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=["respondent", "accepted_on", "voided_on"],
                name="recon_body_by_acceptance",
            ),
        ),
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=[
                    "respondent",
                    "concluded_on",
                    "accepted_on",
                    "outcome",
                    "is_enterprise_related",
                    "compensation_awarded",
                    "voided_on",
                ],
                name="recon_body_by_conclusion",
            ),
        ),
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=["respondent", "intake_ended_on", "received_on", "voided_on"],
                name="recon_body_by_intake",
            ),
        ),
    ]
