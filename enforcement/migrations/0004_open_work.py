from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0011_open_work"),
        ("enforcement", "0003_attachments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='campaign',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='campaign_voided'),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('closed_on__isnull', True)), fields=['-decided_on', '-id'], name='casefile_open'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='certificate_voided'),
        ),
        migrations.AddIndex(
            model_name='examination',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='examination_voided'),
        ),
        migrations.AddIndex(
            model_name='examination',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('graded_on__isnull', True)), fields=['-id'], name='examination_open'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='guidingcase_voided'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('answered_on__isnull', True)), fields=['-id'], name='guidingcase_open'),
        ),
        migrations.AddIndex(
            model_name='legalreview',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='legalreview_voided'),
        ),
        migrations.AddIndex(
            model_name='legalreview',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('returned_on__isnull', True)), fields=['-submitted_on', '-id'], name='legalreview_open'),
        ),
        migrations.AddIndex(
            model_name='officer',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='officer_voided'),
        ),
        migrations.AddIndex(
            model_name='rectification',
            index=models.Index(condition=models.Q(('verified_on__isnull', True)), fields=['examination', 'position'], name='rectification_open'),
        ),
    ]
