from django.db import migrations, models
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0010_attachments"),
    ]

    operations = [
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='dispute_voided'),
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('concluded_on__isnull', True)), fields=['-received_on', '-id'], name='dispute_open'),
        ),
        migrations.AddIndex(
            model_name='hearing',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='hearing_voided'),
        ),
        migrations.AddIndex(
            model_name='hearing',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('adjourned_on__isnull', True), ('held_on__isnull', True)), fields=['-scheduled_on', '-id'], name='hearing_open'),
        ),
        migrations.AddIndex(
            model_name='instance',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='instance_voided'),
        ),
        migrations.AddIndex(
            model_name='instance',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('concluded_on__isnull', True)), fields=['-received_on', '-id'], name='instance_open'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='reconsideration_voided'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(
                condition=models.Q(
                    ("voided_on__isnull", True),
                    IsNull(Coalesce("concluded_on", "turned_away_on"), True),
                ),
                fields=["-received_on", "-id"],
                name="recon_open",
            ),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='suggestion_voided'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('replied_on__isnull', True)), fields=['-received_on', '-id'], name='suggestion_open'),
        ),
    ]
