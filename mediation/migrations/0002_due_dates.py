"""The next due date of each matter."""

import datetime
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mediation', '0001_mediation'),
    ]

    operations = [
        migrations.AddField(
            model_name='mediation',
            name='clock_is_stale',
            field=models.BooleanField(default=True, editable=False, verbose_name='to be reckoned'),
        ),
        migrations.AddField(
            model_name='mediation',
            name='clock_turn',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='turn of the clock'),
        ),
        migrations.AddField(
            model_name='mediation',
            name='next_due_on',
            field=models.DateField(editable=False, null=True, verbose_name='next due date'),
        ),
        migrations.AddField(
            model_name='mediation',
            name='next_due_is_provisional',
            field=models.BooleanField(default=False, editable=False, verbose_name='provisional'),
        ),
        migrations.AddField(
            model_name='mediation',
            name='next_term',
            field=models.CharField(default='', editable=False, max_length=80, verbose_name='what is due'),
        ),
        migrations.AddField(
            model_name='mediation',
            name='reckoned_until',
            field=models.DateField(editable=False, null=True, verbose_name='reckoned until'),
        ),
        migrations.AddField(
            model_name='mediation',
            name='due_order',
            field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('next_due_on', models.Value(datetime.date(9999, 12, 31), output_field=models.DateField())), output_field=models.DateField(verbose_name='next due date')),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(fields=['due_order', '-id'], name='mediation_by_due_order'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('next_due_on__isnull', False)), fields=['next_due_on', 'next_due_is_provisional'], name='mediation_by_next_due'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('clock_is_stale', True)), fields=['id'], name='mediation_to_reckon'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('reckoned_until__isnull', False)), fields=['reckoned_until'], name='mediation_by_reckoning'),
        ),
    ]
