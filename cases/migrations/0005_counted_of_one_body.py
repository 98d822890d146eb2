"""What is counted says whose it is, and of one body it lies together in indexes of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_changes_of_a_row_by_moment"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="reconsideration",
            name="recon_by_receipt",
        ),
        migrations.RemoveIndex(
            model_name="reconsideration",
            name="recon_by_acceptance",
        ),
        migrations.RemoveIndex(
            model_name="reconsideration",
            name="recon_by_conclusion",
        ),
        migrations.RemoveIndex(
            model_name="reconsideration",
            name="recon_by_refusal",
        ),
        migrations.RemoveIndex(
            model_name="reconsideration",
            name="recon_by_intake",
        ),
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=[
                    "received_on",
                    "intake_ended_on",
                    "is_enterprise_related",
                    "respondent",
                    "resolved_by",
                    "voided_on",
                ],
                name="recon_by_receipt",
            ),
        ),
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=[
                    "accepted_on",
                    "concluded_on",
                    "is_enterprise_related",
                    "respondent",
                    "resolved_by",
                    "voided_on",
                ],
                name="recon_by_acceptance",
            ),
        ),
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=[
                    "concluded_on",
                    "accepted_on",
                    "outcome",
                    "is_enterprise_related",
                    "compensation_awarded",
                    "respondent",
                    "resolved_by",
                    "voided_on",
                ],
                name="recon_by_conclusion",
            ),
        ),
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=["turned_away_on", "turned_away", "respondent", "resolved_by", "voided_on"],
                name="recon_by_refusal",
            ),
        ),
        migrations.AddIndex(
            model_name="reconsideration",
            index=models.Index(
                condition=models.Q(("voided_on__isnull", True)),
                fields=["intake_ended_on", "received_on", "respondent", "resolved_by", "voided_on"],
                name="recon_by_intake",
            ),
        ),
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
