"""The tables of enforcement supervision."""

import django.db.models.deletion
import django.db.models.functions.comparison
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0005_statutory_terms'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Campaign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('opened_on', models.DateField(verbose_name='campaign opened on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='campaign closed on')),
                ('files_since_on', models.DateField(verbose_name='files closed since')),
                ('files_until_on', models.DateField(help_text='The first day that is no longer part of it.', verbose_name='files closed until')),
                ('excellent_from', models.DecimalField(decimal_places=1, default=Decimal('90'), max_digits=4, verbose_name='excellent from')),
                ('good_from', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='good from')),
                ('qualified_from', models.DecimalField(decimal_places=1, default=Decimal('60'), max_digits=4, verbose_name='qualified from')),
                ('veto_effect', models.CharField(choices=[('zero', 'Score zero, unqualified'), ('fail', 'Unqualified whatever the score'), ('no_excellent', 'Not excellent whatever the score')], default='fail', max_length=12, verbose_name='effect of a veto')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
            ],
            options={
                'verbose_name': 'file examination campaign',
                'verbose_name_plural': 'file examination campaigns',
                'ordering': ['-opened_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('number', models.CharField(max_length=40, verbose_name='certificate number')),
                ('region', models.CharField(blank=True, max_length=40, verbose_name='good for the region')),
                ('issued_on', models.DateField(verbose_name='issued on')),
                ('valid_to', models.DateField(help_text='The first day it no longer holds: the day after the one printed on it.', verbose_name='valid to')),
                ('suspended_on', models.DateField(blank=True, null=True, verbose_name='certificate suspended on')),
                ('restored_on', models.DateField(blank=True, null=True, verbose_name='certificate given back on')),
                ('collected_on', models.DateField(blank=True, null=True, verbose_name='certificate collected on')),
                ('cancelled_on', models.DateField(blank=True, null=True, verbose_name='certificate cancelled on')),
                ('cancelled_because', models.CharField(blank=True, choices=[('transferred', 'Left the post or the agency'), ('retired', 'Retired'), ('dead', 'Died'), ('lost', 'Certificate lost and issued anew'), ('unfit', 'Not fit to enforce the law'), ('other', 'Other ground')], max_length=12, verbose_name='cancelled because')),
                ('ended_on', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Least('valid_to', django.db.models.functions.comparison.Coalesce('collected_on', 'valid_to'), django.db.models.functions.comparison.Coalesce('cancelled_on', 'valid_to')), output_field=models.DateField(verbose_name='no longer in force on'))),
                ('suspension_ended_on', models.GeneratedField(db_persist=True, expression=models.Case(models.When(suspended_on__isnull=False, then=django.db.models.functions.comparison.Least(django.db.models.functions.comparison.Coalesce('restored_on', 'valid_to'), 'valid_to', django.db.models.functions.comparison.Coalesce('collected_on', 'valid_to'), django.db.models.functions.comparison.Coalesce('cancelled_on', 'valid_to')))), output_field=models.DateField(null=True, verbose_name='suspension ended on'))),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
            ],
            options={
                'verbose_name': 'enforcement certificate',
                'verbose_name_plural': 'enforcement certificates',
                'ordering': ['number'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CaseFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('kind', models.CharField(choices=[('licence', 'Administrative licence'), ('penalty', 'Administrative penalty'), ('coercion', 'Administrative coercion'), ('inspection', 'Administrative inspection'), ('other', 'Other enforcement')], max_length=12, verbose_name='kind of file')),
                ('number', models.CharField(help_text='As the agency itself numbers it.', max_length=60, verbose_name='document number')),
                ('subject', models.CharField(blank=True, max_length=200, verbose_name='matter')),
                ('party_name', models.CharField(blank=True, max_length=80, verbose_name='person or body concerned')),
                ('opened_on', models.DateField(blank=True, null=True, verbose_name='file opened on')),
                ('decided_on', models.DateField(help_text='For an inspection the day on which its result was recorded.', verbose_name='decided on')),
                ('penalty_kind', models.CharField(blank=True, choices=[('warning', 'Warning'), ('criticism', 'Public criticism'), ('fine', 'Fine'), ('confiscation', 'Confiscation of unlawful gains or property'), ('permit_withheld', 'Permit withheld'), ('downgraded', 'Qualification downgraded'), ('restricted', 'Business restricted'), ('suspended', 'Business suspended'), ('closed', 'Closure, or barred from the trade'), ('permit_revoked', 'Permit revoked'), ('detention', 'Administrative detention'), ('other', 'Other penalty'), ('none', 'No penalty')], help_text='Of several the heaviest, which is the one further down; a named one first.', max_length=16, verbose_name='penalty imposed')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='fined and confiscated (yuan)')),
                ('was_heard', models.BooleanField(default=False, verbose_name='hearing held')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='file closed on')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_files', to='cases.agency', verbose_name='enforcing agency')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='files', to='enforcement.certificate', verbose_name='certificate of the handling officer')),
                ('second_handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='second_files', to='enforcement.certificate', verbose_name='certificate of the second officer')),
            ],
            options={
                'verbose_name': 'enforcement file',
                'verbose_name_plural': 'enforcement files',
                'ordering': ['-decided_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Examination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('number', models.CharField(max_length=40, verbose_name='examination number')),
                ('self_examined_on', models.DateField(blank=True, null=True, verbose_name='self-examined on')),
                ('sampled_on', models.DateField(blank=True, null=True, verbose_name='sampled on')),
                ('graded_on', models.DateField(blank=True, null=True, verbose_name='graded on')),
                ('score', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='score')),
                ('veto', models.CharField(blank=True, choices=[('no_power', 'No power, or acted beyond it'), ('officers', 'Officers without certificates, or fewer than two'), ('wrong_party', 'Wrong party'), ('facts', 'Facts unclear or main evidence missing'), ('wrong_law', 'Wrong law applied'), ('no_notice', 'No notice or hearing where due'), ('no_legal_review', 'No legal review where required'), ('not_transferred', 'Crime not transferred to the police')], max_length=16, verbose_name='veto')),
                ('grade', models.CharField(blank=True, choices=[('excellent', 'Excellent'), ('good', 'Good'), ('qualified', 'Qualified'), ('unqualified', 'Unqualified')], max_length=12, verbose_name='grade')),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='examinations', to='enforcement.campaign', verbose_name='campaign')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='examinations', to='enforcement.casefile', verbose_name='enforcement file')),
                ('reviewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='examinations', to=settings.AUTH_USER_MODEL, verbose_name='reviewer')),
                ('second_reviewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='second_examinations', to=settings.AUTH_USER_MODEL, verbose_name='second reviewer')),
            ],
            options={
                'verbose_name': 'file examination',
                'verbose_name_plural': 'file examinations',
                'ordering': ['-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GuidingCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('subject', models.CharField(blank=True, max_length=200, verbose_name='matter')),
                ('gist', models.TextField(blank=True, verbose_name='gist')),
                ('edited_on', models.DateField(blank=True, null=True, verbose_name='edited on')),
                ('submitted_on', models.DateField(blank=True, null=True, verbose_name='submitted upwards on')),
                ('submitted_to', models.CharField(blank=True, choices=[('city', 'City'), ('province', 'Province'), ('state', 'Ministry')], max_length=12, verbose_name='submitted to')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopted on')),
                ('declined_on', models.DateField(blank=True, null=True, verbose_name='declined on')),
                ('answered_on', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('adopted_on', 'declined_on'), output_field=models.DateField(null=True, verbose_name='answered on'))),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guiding_cases', to='cases.agency', verbose_name='agency of the case')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guiding_cases', to='enforcement.casefile', verbose_name='enforcement file')),
            ],
            options={
                'verbose_name': 'guiding case',
                'verbose_name_plural': 'guiding cases',
                'ordering': ['-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LegalReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('kind', models.CharField(choices=[('licence', 'Major licence decision'), ('penalty', 'Major penalty decision'), ('coercion', 'Major coercion decision')], max_length=12, verbose_name='kind of decision')),
                ('number', models.CharField(max_length=60, verbose_name='review number')),
                ('subject', models.CharField(blank=True, max_length=200, verbose_name='matter')),
                ('ground', models.CharField(blank=True, choices=[('58-1-1', 'Major public interest'), ('58-1-2', 'Weighty rights at stake, hearing held'), ('58-1-3', 'Complicated, several legal relations'), ('58-1-4', 'Otherwise required by law')], max_length=8, verbose_name='ground for the review')),
                ('was_heard', models.BooleanField(default=False, verbose_name='hearing held')),
                ('submitted_on', models.DateField(verbose_name='submitted for review on')),
                ('reviewer', models.CharField(blank=True, max_length=40, verbose_name='reviewed by')),
                ('is_reviewer_qualified', models.BooleanField(default=False, verbose_name='reviewer holds the legal qualification')),
                ('returned_on', models.DateField(blank=True, null=True, verbose_name='returned on')),
                ('opinion', models.CharField(blank=True, choices=[('agree', 'Agreed to'), ('revise', 'To be revised'), ('supplement', 'Evidence to be supplemented'), ('disagree', 'Not agreed to')], max_length=12, verbose_name='opinion')),
                ('opinion_text', models.TextField(blank=True, verbose_name='wording of the opinion')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='agency decided on')),
                ('adoption', models.CharField(blank=True, choices=[('adopted', 'Opinion adopted'), ('partly', 'Opinion partly adopted'), ('not_adopted', 'Opinion not adopted')], max_length=12, verbose_name='what became of the opinion')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='legal_reviews', to='cases.agency', verbose_name='deciding agency')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('file', models.ForeignKey(blank=True, help_text='The file of the decision, once it has one.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='legal_reviews', to='enforcement.casefile', verbose_name='enforcement file')),
            ],
            options={
                'verbose_name': 'legal review of a major decision',
                'verbose_name_plural': 'legal reviews of major decisions',
                'ordering': ['-submitted_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Officer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('number', models.CharField(max_length=32, verbose_name="officer's number")),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('post', models.CharField(blank=True, max_length=40, verbose_name='post')),
                ('since_on', models.DateField(verbose_name='officer since')),
                ('until_on', models.DateField(blank=True, help_text='The first day no longer one.', null=True, verbose_name='officer until')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='officers', to='cases.agency', verbose_name='enforcing agency')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('field', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='officers', to='cases.field', verbose_name='field of enforcement')),
            ],
            options={
                'verbose_name': 'enforcement officer',
                'verbose_name_plural': 'enforcement officers',
                'ordering': ['number'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Exam',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('first', 'For the first certificate'), ('yearly', 'Yearly training')], default='yearly', max_length=8, verbose_name='examined for')),
                ('held_on', models.DateField(verbose_name='exam held on')),
                ('score', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='score')),
                ('has_passed', models.BooleanField(default=False, verbose_name='passed')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exams', to='enforcement.officer', verbose_name='officer')),
            ],
            options={
                'verbose_name': "officer's exam",
                'verbose_name_plural': "officers' exams",
                'ordering': ['-held_on', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='certificate',
            name='officer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='enforcement.officer', verbose_name='officer'),
        ),
        migrations.CreateModel(
            name='Rectification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=1, verbose_name='item')),
                ('problem', models.TextField(verbose_name='problem found')),
                ('found_on', models.DateField(verbose_name='problem found on')),
                ('due_on', models.DateField(verbose_name='to be put right by')),
                ('rectified_on', models.DateField(blank=True, null=True, verbose_name='put right on')),
                ('evidence', models.CharField(blank=True, max_length=200, verbose_name='evidence of it')),
                ('verified_on', models.DateField(blank=True, null=True, verbose_name='verified on')),
                ('examination', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rectifications', to='enforcement.examination', verbose_name='file examination')),
            ],
            options={
                'verbose_name': 'rectification item',
                'verbose_name_plural': 'rectification items',
                'ordering': ['examination', 'position'],
            },
        ),
        migrations.CreateModel(
            name='Verification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verified_on', models.DateField(verbose_name='verified on')),
                ('fitness', models.CharField(choices=[('kept', 'Kept on the roster'), ('removed', 'To be removed from the roster')], default='kept', max_length=8, verbose_name='finding')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verifications', to='enforcement.officer', verbose_name='officer')),
            ],
            options={
                'verbose_name': 'clearing of the roster',
                'verbose_name_plural': 'clearings of the roster',
                'ordering': ['-verified_on', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='campaign_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.UniqueConstraint(fields=('name',), name='campaign_name_unique', violation_error_message='Another campaign bears this name.'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='campaign_has_a_name', violation_error_message='A campaign needs a name.'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('opened_on__isnull', True), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='campaign_closed_after_opening', violation_error_message='A campaign cannot be closed before it is opened.'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('files_until_on__gt', models.F('files_since_on'))), name='campaign_window_has_days', violation_error_message='The window of files cannot end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('excellent_from__gt', models.F('qualified_from')), ('excellent_from__lte', 100), ('qualified_from__gt', 0), models.Q(('good_from__isnull', True), models.Q(('good_from__gt', models.F('qualified_from')), ('good_from__lt', models.F('excellent_from'))), _connector='OR')), name='campaign_bands_descend', violation_error_message='Excellent begins above good, good above qualified, all between 0 and 100.'),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(fields=['-decided_on', '-id'], name='casefile_list'),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(fields=['number'], name='casefile_by_number'),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(condition=models.Q(('voided_on__isnull', False)), fields=['voided_on'], name='casefile_voided'),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['decided_on', 'closed_on', 'kind', 'penalty_kind', 'amount', 'voided_on'], name='casefile_by_decision'),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['closed_on', 'decided_on', 'kind', 'voided_on'], name='casefile_by_closing'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='casefile_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('agency', 'number'), name='casefile_number_unique', violation_error_message='The file of that number of this agency is entered.'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='casefile_has_a_number', violation_error_message='An enforcement file needs its document number.'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(('decided_on__isnull', True), ('opened_on__isnull', True), ('decided_on__gte', models.F('opened_on')), _connector='OR'), name='casefile_opened_before_decision', violation_error_message='A decision cannot be made before the file is opened.'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('decided_on__isnull', True), ('closed_on__gte', models.F('decided_on')), _connector='OR'), name='casefile_closed_after_decision', violation_error_message='A file cannot be closed before the decision is made.'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'penalty'), models.Q(('penalty_kind', ''), _negated=True)), models.Q(models.Q(('kind', 'penalty'), _negated=True), ('penalty_kind', '')), _connector='OR'), name='casefile_penalty_says_which', violation_error_message='A penalty file says what was imposed, and no other file does.'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(('amount__isnull', True), models.Q(('amount__gte', 0), ('kind', 'penalty')), _connector='OR'), name='casefile_amount_of_a_penalty', violation_error_message='An amount belongs to a penalty and cannot be negative.'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(('second_handler__isnull', True), models.Q(('handler__isnull', False), models.Q(('second_handler', models.F('handler')), _negated=True)), _connector='OR'), name='casefile_two_different_officers', violation_error_message='The second officer is somebody else than the first.'),
        ),
        migrations.AddIndex(
            model_name='examination',
            index=models.Index(fields=['self_examined_on'], name='examination_list'),
        ),
        migrations.AddIndex(
            model_name='examination',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['self_examined_on', 'file', 'campaign', 'voided_on'], name='examination_by_self_exam'),
        ),
        migrations.AddIndex(
            model_name='examination',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['sampled_on', 'file', 'campaign', 'voided_on'], name='examination_by_sample'),
        ),
        migrations.AddIndex(
            model_name='examination',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['graded_on', 'file', 'campaign', 'grade', 'veto', 'voided_on'], name='examination_by_grading'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='examination_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.UniqueConstraint(fields=('number',), name='examination_number_unique', violation_error_message='Another examination bears this number.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('campaign', 'file'), name='examination_once_a_campaign', violation_error_message='The file is in this campaign already.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='examination_has_a_number', violation_error_message='An examination needs a number.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(('graded_on__isnull', True), ('self_examined_on__isnull', False), ('sampled_on__isnull', False), _connector='OR'), name='examination_graded_once_seen', violation_error_message='Only a file that was self-examined or sampled is graded.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('graded_on__isnull', True), ('self_examined_on__isnull', True), ('graded_on__gte', models.F('self_examined_on')), _connector='OR'), models.Q(('graded_on__isnull', True), ('sampled_on__isnull', True), ('graded_on__gte', models.F('sampled_on')), _connector='OR')), name='examination_graded_last', violation_error_message='A file is graded after it was self-examined and sampled.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('grade', ''), ('graded_on__isnull', True)), models.Q(('graded_on__isnull', False), models.Q(('grade', ''), _negated=True)), _connector='OR'), name='examination_grade_iff_graded', violation_error_message='A grade comes with the day of grading, both or neither.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('graded_on__isnull', True), ('score__isnull', True)), models.Q(('graded_on__isnull', False), ('score__isnull', False)), _connector='OR'), name='examination_score_iff_graded', violation_error_message='A score comes with the day of grading, both or neither.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(('score__isnull', True), models.Q(('score__gte', 0), ('score__lte', 100)), _connector='OR'), name='examination_score_out_of_a_hundred', violation_error_message='A score lies between 0 and 100.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(('veto', ''), ('graded_on__isnull', False), _connector='OR'), name='examination_vetoed_when_graded', violation_error_message='A veto is part of the grading.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(('veto', ''), models.Q(('grade', 'excellent'), _negated=True), _connector='OR'), name='examination_veto_bars_excellent', violation_error_message='A file with a veto is not excellent.'),
        ),
        migrations.AddConstraint(
            model_name='examination',
            constraint=models.CheckConstraint(condition=models.Q(('second_reviewer__isnull', True), models.Q(('reviewer__isnull', False), models.Q(('second_reviewer', models.F('reviewer')), _negated=True)), _connector='OR'), name='examination_two_different_reviewers', violation_error_message='The second reviewer is somebody else than the first.'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(fields=['submitted_on'], name='guidingcase_list'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(fields=['title'], name='guidingcase_by_title'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['edited_on', 'voided_on'], name='guidingcase_by_editing'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['submitted_on', 'answered_on', 'voided_on'], name='guidingcase_by_submission'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['answered_on', 'submitted_on', 'voided_on'], name='guidingcase_by_answer'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['adopted_on', 'voided_on'], name='guidingcase_by_adoption'),
        ),
        migrations.AddIndex(
            model_name='guidingcase',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['declined_on', 'voided_on'], name='guidingcase_by_refusal'),
        ),
        migrations.AddConstraint(
            model_name='guidingcase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='guidingcase_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='guidingcase',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('agency', 'title'), name='guidingcase_title_unique', violation_error_message='This agency has a guiding case of that title already.'),
        ),
        migrations.AddConstraint(
            model_name='guidingcase',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='guidingcase_has_a_title', violation_error_message='A guiding case needs a title.'),
        ),
        migrations.AddConstraint(
            model_name='guidingcase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('submitted_on__isnull', True), ('edited_on__isnull', False), _connector='OR'), models.Q(('submitted_on__isnull', True), ('edited_on__isnull', True), ('submitted_on__gte', models.F('edited_on')), _connector='OR')), name='guidingcase_submitted_after_editing', violation_error_message='A guiding case is submitted after it was edited.'),
        ),
        migrations.AddConstraint(
            model_name='guidingcase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('submitted_on__isnull', True), ('submitted_to', '')), models.Q(('submitted_on__isnull', False), models.Q(('submitted_to', ''), _negated=True)), _connector='OR'), name='guidingcase_submitted_to_somebody', violation_error_message='A case submitted needs the day and the level, both or neither.'),
        ),
        migrations.AddConstraint(
            model_name='guidingcase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('adopted_on__isnull', True), ('submitted_on__isnull', False), _connector='OR'), models.Q(('adopted_on__isnull', True), ('submitted_on__isnull', True), ('adopted_on__gte', models.F('submitted_on')), _connector='OR'), models.Q(('declined_on__isnull', True), ('submitted_on__isnull', False), _connector='OR'), models.Q(('declined_on__isnull', True), ('submitted_on__isnull', True), ('declined_on__gte', models.F('submitted_on')), _connector='OR')), name='guidingcase_answered_after_submission', violation_error_message='A guiding case is adopted or declined after it was submitted.'),
        ),
        migrations.AddConstraint(
            model_name='guidingcase',
            constraint=models.CheckConstraint(condition=models.Q(('adopted_on__isnull', True), ('declined_on__isnull', True), _connector='OR'), name='guidingcase_adopted_or_declined', violation_error_message='A guiding case is either adopted or declined, not both.'),
        ),
        migrations.AddIndex(
            model_name='legalreview',
            index=models.Index(fields=['-submitted_on', '-id'], name='legalreview_list'),
        ),
        migrations.AddIndex(
            model_name='legalreview',
            index=models.Index(fields=['number'], name='legalreview_by_number'),
        ),
        migrations.AddIndex(
            model_name='legalreview',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['submitted_on', 'returned_on', 'voided_on'], name='legalreview_by_submission'),
        ),
        migrations.AddIndex(
            model_name='legalreview',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['returned_on', 'submitted_on', 'kind', 'opinion', 'voided_on'], name='legalreview_by_return'),
        ),
        migrations.AddIndex(
            model_name='legalreview',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['decided_on', 'adoption', 'voided_on'], name='legalreview_by_decision'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='legalreview_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('agency', 'number'), name='legalreview_number_unique', violation_error_message='The review of that number of this agency is entered.'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='legalreview_has_a_number', violation_error_message='A legal review needs a number.'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.CheckConstraint(condition=models.Q(('returned_on__isnull', True), ('submitted_on__isnull', True), ('returned_on__gte', models.F('submitted_on')), _connector='OR'), name='legalreview_returned_after_submission', violation_error_message='A review cannot be returned before it is submitted.'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('opinion', ''), ('returned_on__isnull', True)), models.Q(('returned_on__isnull', False), models.Q(('opinion', ''), _negated=True)), _connector='OR'), name='legalreview_opinion_iff_returned', violation_error_message='A review is returned with an opinion, both or neither.'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_on__isnull', True), ('returned_on__isnull', False), _connector='OR'), models.Q(('decided_on__isnull', True), ('returned_on__isnull', True), ('decided_on__gte', models.F('returned_on')), _connector='OR')), name='legalreview_decided_after_return', violation_error_message='The agency decides after the review is returned (article 58(1)).'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('adoption', ''), ('decided_on__isnull', True)), models.Q(('decided_on__isnull', False), models.Q(('adoption', ''), _negated=True)), _connector='OR'), name='legalreview_adoption_iff_decided', violation_error_message='What became of the opinion is known once the agency decides, not before.'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'penalty'), models.Q(('ground', ''), _negated=True)), models.Q(models.Q(('kind', 'penalty'), _negated=True), ('ground', '')), _connector='OR'), name='legalreview_ground_iff_penalty', violation_error_message='A penalty is reviewed on a ground of article 58(1), and nothing else has one.'),
        ),
        migrations.AddConstraint(
            model_name='legalreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ground', '58-1-2'), _negated=True), ('was_heard', True), _connector='OR'), name='legalreview_heard_on_that_ground', violation_error_message='Article 58(1)2 is the ground where a hearing was held.'),
        ),
        migrations.AddIndex(
            model_name='officer',
            index=models.Index(fields=['since_on'], name='officer_list'),
        ),
        migrations.AddIndex(
            model_name='officer',
            index=models.Index(fields=['name'], name='officer_by_name'),
        ),
        migrations.AddIndex(
            model_name='officer',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['since_on', 'until_on', 'voided_on'], name='officer_by_beginning'),
        ),
        migrations.AddIndex(
            model_name='officer',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['until_on', 'since_on', 'voided_on'], name='officer_by_leaving'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='officer_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.UniqueConstraint(fields=('number',), name='officer_number_unique', violation_error_message='Another officer bears this number.'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='officer_has_a_number', violation_error_message='An officer needs a number.'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('since_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='officer_leaves_after_beginning', violation_error_message='An officer cannot leave before beginning.'),
        ),
        migrations.AddIndex(
            model_name='exam',
            index=models.Index(fields=['held_on', 'officer', 'has_passed'], name='exam_by_day'),
        ),
        migrations.AddConstraint(
            model_name='exam',
            constraint=models.UniqueConstraint(fields=('officer', 'held_on', 'kind'), name='exam_once_a_day', violation_error_message='The officer already sat this exam on that day.'),
        ),
        migrations.AddConstraint(
            model_name='exam',
            constraint=models.CheckConstraint(condition=models.Q(('score__isnull', True), models.Q(('score__gte', 0), ('score__lte', 100)), _connector='OR'), name='exam_score_out_of_a_hundred', violation_error_message='A score lies between 0 and 100.'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(fields=['issued_on'], name='certificate_list'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['issued_on', 'ended_on', 'voided_on'], name='certificate_by_issue'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['ended_on', 'issued_on', 'voided_on'], name='certificate_by_end'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('suspended_on__isnull', False)), fields=['suspended_on', 'voided_on'], name='certificate_by_suspension'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('suspension_ended_on__isnull', False)), fields=['suspension_ended_on', 'voided_on'], name='certificate_by_restoration'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('collected_on__isnull', False)), fields=['collected_on', 'voided_on'], name='certificate_by_collection'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('cancelled_on__isnull', False)), fields=['cancelled_on', 'voided_on'], name='certificate_by_cancellation'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='certificate_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(fields=('number',), name='certificate_number_unique', violation_error_message='Another certificate bears this number.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='certificate_has_a_number', violation_error_message='A certificate needs a number.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__gt', models.F('issued_on')), models.Q(('collected_on__isnull', True), ('issued_on__isnull', True), ('collected_on__gte', models.F('issued_on')), _connector='OR'), models.Q(('cancelled_on__isnull', True), ('issued_on__isnull', True), ('cancelled_on__gte', models.F('issued_on')), _connector='OR')), name='certificate_ends_after_issue', violation_error_message='A certificate cannot end before it is issued.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('suspended_on__isnull', True), models.Q(('suspended_on__gte', models.F('issued_on')), ('suspended_on__lt', models.F('valid_to')), models.Q(('collected_on__isnull', True), ('suspended_on__isnull', True), ('collected_on__gte', models.F('suspended_on')), _connector='OR'), models.Q(('cancelled_on__isnull', True), ('suspended_on__isnull', True), ('cancelled_on__gte', models.F('suspended_on')), _connector='OR')), _connector='OR'), name='certificate_suspended_while_in_force', violation_error_message='Only a certificate in force is suspended.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('restored_on__isnull', True), ('suspended_on__isnull', False), _connector='OR'), models.Q(('restored_on__isnull', True), ('suspended_on__isnull', True), ('restored_on__gte', models.F('suspended_on')), _connector='OR')), name='certificate_given_back_after_suspension', violation_error_message='A certificate is given back after it was suspended.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cancelled_because', ''), ('cancelled_on__isnull', True)), models.Q(('cancelled_on__isnull', False), models.Q(('cancelled_because', ''), _negated=True)), _connector='OR'), name='certificate_cancelled_says_why', violation_error_message='A cancelled certificate needs the date and the ground, both or neither.'),
        ),
        migrations.AddIndex(
            model_name='rectification',
            index=models.Index(fields=['found_on', 'rectified_on', 'examination'], name='rectification_by_finding'),
        ),
        migrations.AddIndex(
            model_name='rectification',
            index=models.Index(fields=['rectified_on', 'found_on', 'examination'], name='rectification_by_mending'),
        ),
        migrations.AddIndex(
            model_name='rectification',
            index=models.Index(fields=['due_on', 'rectified_on', 'examination'], name='rectification_by_due_day'),
        ),
        migrations.AddIndex(
            model_name='rectification',
            index=models.Index(fields=['verified_on', 'examination'], name='rectification_by_check'),
        ),
        migrations.AddConstraint(
            model_name='rectification',
            constraint=models.UniqueConstraint(fields=('examination', 'position'), name='rectification_position_once', violation_error_message='This examination has an item of that number already.'),
        ),
        migrations.AddConstraint(
            model_name='rectification',
            constraint=models.CheckConstraint(condition=models.Q(('problem', ''), _negated=True), name='rectification_says_what', violation_error_message='An item says what is to be put right.'),
        ),
        migrations.AddConstraint(
            model_name='rectification',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__isnull', True), ('found_on__isnull', True), ('due_on__gte', models.F('found_on')), _connector='OR'), name='rectification_due_after_finding', violation_error_message='An item cannot be due before the problem is found.'),
        ),
        migrations.AddConstraint(
            model_name='rectification',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rectified_on__isnull', True), ('found_on__isnull', True), ('rectified_on__gte', models.F('found_on')), _connector='OR'), models.Q(('verified_on__isnull', True), ('rectified_on__isnull', False), _connector='OR'), models.Q(('verified_on__isnull', True), ('rectified_on__isnull', True), ('verified_on__gte', models.F('rectified_on')), _connector='OR')), name='rectification_steps_in_order', violation_error_message='A problem is found, then put right, then verified.'),
        ),
        migrations.AddIndex(
            model_name='verification',
            index=models.Index(fields=['verified_on', 'officer', 'fitness'], name='verification_by_day'),
        ),
        migrations.AddConstraint(
            model_name='verification',
            constraint=models.UniqueConstraint(fields=('officer', 'verified_on'), name='verification_once_a_day', violation_error_message='The officer was already verified on that day.'),
        ),
        migrations.AddConstraint(
            model_name='verification',
            constraint=models.CheckConstraint(condition=models.Q(('fitness', ''), _negated=True), name='verification_says_what_it_found', violation_error_message='A clearing says whether the officer is kept.'),
        ),
    ]
