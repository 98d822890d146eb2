from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0011_open_work"),
        ("mediation", "0004_attachments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='mediation_voided'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('concluded_on__isnull', True), ('turned_away_on__isnull', True)), fields=['-received_on', '-id'], name='mediation_open'),
        ),
        migrations.AddIndex(
            model_name='mediationorganisation',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='mediationorganisation_voided'),
        ),
        migrations.AddIndex(
            model_name='mediator',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='mediator_voided'),
        ),
        migrations.AddIndex(
            model_name='outreachsession',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='outreachsession_voided'),
        ),
    ]
