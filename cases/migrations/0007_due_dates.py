"""The next due date of each record, and the day the applicant was asked to correct."""

import datetime
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0006_statutory_terms'),
    ]

    operations = [
        migrations.AddField(
            model_name='dispute',
            name='clock_is_stale',
            field=models.BooleanField(default=True, editable=False, verbose_name='to be reckoned'),
        ),
        migrations.AddField(
            model_name='dispute',
            name='clock_turn',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='turn of the clock'),
        ),
        migrations.AddField(
            model_name='dispute',
            name='next_due_on',
            field=models.DateField(editable=False, null=True, verbose_name='next due date'),
        ),
        migrations.AddField(
            model_name='reconsideration',
            name='next_due_on',
            field=models.DateField(editable=False, null=True, verbose_name='next due date'),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='next_due_on',
            field=models.DateField(editable=False, null=True, verbose_name='next due date'),
        ),
        migrations.AddField(
            model_name='dispute',
            name='next_due_is_provisional',
            field=models.BooleanField(default=False, editable=False, verbose_name='provisional'),
        ),
        migrations.AddField(
            model_name='dispute',
            name='next_term',
            field=models.CharField(default='', editable=False, max_length=80, verbose_name='what is due'),
        ),
        migrations.AddField(
            model_name='dispute',
            name='reckoned_until',
            field=models.DateField(editable=False, null=True, verbose_name='reckoned until'),
        ),
        migrations.AddField(
            model_name='reconsideration',
            name='clock_is_stale',
            field=models.BooleanField(default=True, editable=False, verbose_name='to be reckoned'),
        ),
        migrations.AddField(
            model_name='reconsideration',
            name='clock_turn',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='turn of the clock'),
        ),
        migrations.AddField(
            model_name='reconsideration',
            name='correction_served_on',
            field=models.DateField(blank=True, null=True, verbose_name='applicant received the request on'),
        ),
        migrations.AddField(
            model_name='reconsideration',
            name='next_due_is_provisional',
            field=models.BooleanField(default=False, editable=False, verbose_name='provisional'),
        ),
        migrations.AddField(
            model_name='reconsideration',
            name='next_term',
            field=models.CharField(default='', editable=False, max_length=80, verbose_name='what is due'),
        ),
        migrations.AddField(
            model_name='reconsideration',
            name='reckoned_until',
            field=models.DateField(editable=False, null=True, verbose_name='reckoned until'),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='clock_is_stale',
            field=models.BooleanField(default=True, editable=False, verbose_name='to be reckoned'),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='clock_turn',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='turn of the clock'),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='next_due_is_provisional',
            field=models.BooleanField(default=False, editable=False, verbose_name='provisional'),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='next_term',
            field=models.CharField(default='', editable=False, max_length=80, verbose_name='what is due'),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='reckoned_until',
            field=models.DateField(editable=False, null=True, verbose_name='reckoned until'),
        ),
        migrations.AddField(
            model_name='dispute',
            name='due_order',
            field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('next_due_on', models.Value(datetime.date(9999, 12, 31), output_field=models.DateField())), output_field=models.DateField(verbose_name='next due date')),
        ),
        migrations.AddField(
            model_name='reconsideration',
            name='due_order',
            field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('next_due_on', models.Value(datetime.date(9999, 12, 31), output_field=models.DateField())), output_field=models.DateField(verbose_name='next due date')),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='due_order',
            field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('next_due_on', models.Value(datetime.date(9999, 12, 31), output_field=models.DateField())), output_field=models.DateField(verbose_name='next due date')),
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(fields=['due_order', '-id'], name='dispute_by_due_order'),
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(condition=models.Q(('next_due_on__isnull', False)), fields=['next_due_on', 'next_due_is_provisional'], name='dispute_by_next_due'),
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(condition=models.Q(('clock_is_stale', True)), fields=['id'], name='dispute_to_reckon'),
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(condition=models.Q(('reckoned_until__isnull', False)), fields=['reckoned_until'], name='dispute_by_reckoning'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(fields=['due_order', '-id'], name='recon_by_due_order'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('next_due_on__isnull', False)), fields=['next_due_on', 'next_due_is_provisional'], name='recon_by_next_due'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('clock_is_stale', True)), fields=['id'], name='recon_to_reckon'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('reckoned_until__isnull', False)), fields=['reckoned_until'], name='recon_by_reckoning'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(fields=['due_order', '-id'], name='suggestion_by_due_order'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('next_due_on__isnull', False)), fields=['next_due_on', 'next_due_is_provisional'], name='suggestion_by_next_due'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('clock_is_stale', True)), fields=['id'], name='suggestion_to_reckon'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('reckoned_until__isnull', False)), fields=['reckoned_until'], name='suggestion_by_reckoning'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('correction_served_on__isnull', True), ('correction_requested_on__isnull', False), _connector='OR'), models.Q(('correction_served_on__isnull', True), ('correction_requested_on__isnull', True), ('correction_served_on__gte', models.F('correction_requested_on')), _connector='OR'), models.Q(('correction_received_on__isnull', True), ('correction_served_on__isnull', True), ('correction_received_on__gte', models.F('correction_served_on')), _connector='OR')), name='recon_correction_request_served_after_it', violation_error_message='The applicant receives the request, and then corrects (article 31).'),
        ),
    ]
