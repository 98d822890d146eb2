"""The tables of reconsideration."""

import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0001_registry'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reconsideration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('next_due_on', models.DateField(editable=False, null=True, verbose_name='next due date')),
                ('next_term', models.CharField(default='', editable=False, max_length=80, verbose_name='what is due')),
                ('next_due_is_provisional', models.BooleanField(default=False, editable=False, verbose_name='provisional')),
                ('reckoned_until', models.DateField(editable=False, null=True, verbose_name='reckoned until')),
                ('clock_is_stale', models.BooleanField(default=True, editable=False, verbose_name='to be reckoned')),
                ('clock_turn', models.PositiveIntegerField(default=0, editable=False, verbose_name='turn of the clock')),
                ('due_order', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('next_due_on', models.Value(datetime.date(9999, 12, 31), output_field=models.DateField())), output_field=models.DateField(verbose_name='next due date'))),
                ('received_on', models.DateField(verbose_name='received on')),
                ('received_by', models.CharField(choices=[('counter', 'At the counter'), ('letter', 'By letter'), ('email', 'By e-mail'), ('online', 'Online'), ('oral', 'Orally, taken down'), ('via_agency', 'Through the punishing agency')], default='counter', max_length=12, verbose_name='received by way of')),
                ('act_name', models.CharField(blank=True, max_length=120, verbose_name='act under review')),
                ('act_number', models.CharField(blank=True, max_length=60, verbose_name='document number of the act')),
                ('act_made_on', models.DateField(blank=True, null=True, verbose_name='act made on')),
                ('act_known_on', models.DateField(blank=True, null=True, verbose_name='applicant knew of it on')),
                ('claim', models.CharField(choices=[('revoke', 'Revoke the act'), ('modify', 'Modify the act'), ('confirm_unlawful', 'Confirm that the act is unlawful'), ('confirm_invalid', 'Confirm that the act is invalid'), ('order_to_perform', 'Order the respondent to perform'), ('confirm_omission', 'Confirm that not acting is unlawful'), ('compensate', 'Compensation only')], default='revoke', max_length=20, verbose_name='claim')),
                ('claim_text', models.TextField(blank=True, verbose_name="claim in the applicant's words")),
                ('document_reviewed', models.CharField(blank=True, max_length=120, verbose_name='normative document to be reviewed with it')),
                ('compensation_claimed', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='compensation claimed (yuan)')),
                ('is_mandatory_first', models.BooleanField(default=False, verbose_name='must come before a lawsuit')),
                ('is_enterprise_related', models.BooleanField(default=False, verbose_name='concerns an enterprise')),
                ('is_disclosure_related', models.BooleanField(default=False, verbose_name='concerns disclosure of information')),
                ('correction_requested_on', models.DateField(blank=True, null=True, verbose_name='correction requested on')),
                ('correction_served_on', models.DateField(blank=True, null=True, verbose_name='applicant received the request on')),
                ('correction_received_on', models.DateField(blank=True, null=True, verbose_name='correction received on')),
                ('accepted_on', models.DateField(blank=True, null=True, verbose_name='accepted on')),
                ('is_deemed_accepted', models.BooleanField(default=False, verbose_name='deemed accepted')),
                ('turned_away_on', models.DateField(blank=True, null=True, verbose_name='turned away on')),
                ('turned_away', models.CharField(blank=True, choices=[('not_accepted', 'Not accepted'), ('abandoned', 'Deemed abandoned, not corrected in time'), ('withdrawn', 'Withdrawn before acceptance'), ('transferred', 'Transferred to the competent organ'), ('other', 'Otherwise settled before acceptance')], max_length=16, verbose_name='turned away as')),
                ('not_accepted_ground', models.CharField(blank=True, choices=[('30-1-1', 'No definite applicant or no proper respondent'), ('30-1-2', 'Applicant without an interest in the act'), ('30-1-3', 'No specific claim and reasons'), ('30-1-4', 'Applied after the statutory period'), ('30-1-5', 'Outside the scope of reconsideration'), ('30-1-6', "Outside this organ's jurisdiction"), ('30-1-7', 'Already before another organ or a court')], max_length=8, verbose_name='ground for not accepting')),
                ('intake_ended_on', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('accepted_on', 'turned_away_on'), output_field=models.DateField(null=True, verbose_name='intake ended on'))),
                ('transferred_to', models.CharField(blank=True, max_length=80, verbose_name='transferred to')),
                ('procedure', models.CharField(choices=[('ordinary', 'Ordinary procedure'), ('simplified', 'Simplified procedure')], default='ordinary', max_length=12, verbose_name='procedure')),
                ('simplified_ground', models.CharField(blank=True, choices=[('53-1-1', 'Act made on the spot'), ('53-1-2', 'Warning or public criticism'), ('53-1-3', 'Sum of at most 3,000 yuan'), ('53-1-4', 'Disclosure of government information'), ('53-2', 'All parties agree')], max_length=8, verbose_name='ground for the simplified procedure')),
                ('converted_on', models.DateField(blank=True, null=True, verbose_name='converted to ordinary on')),
                ('copy_served_on', models.DateField(blank=True, null=True, verbose_name='respondent received the copy on')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='respondent replied on')),
                ('hearing_notified_on', models.DateField(blank=True, null=True, verbose_name='hearing announced on')),
                ('hearing_on', models.DateField(blank=True, null=True, verbose_name='hearing on')),
                ('committee_on', models.DateField(blank=True, null=True, verbose_name='committee consulted on')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='concluded on')),
                ('outcome', models.CharField(blank=True, choices=[('upheld', 'Upheld'), ('claim_dismissed', 'Claim dismissed'), ('application_dismissed', 'Application dismissed'), ('modified', 'Modified'), ('revoked', 'Revoked'), ('partly_revoked', 'Partly revoked'), ('confirmed_unlawful', 'Confirmed unlawful'), ('ordered_to_perform', 'Ordered to perform'), ('confirmed_invalid', 'Confirmed invalid'), ('contract_liability', 'Liability under an agreement'), ('mediated', 'Mediated'), ('settled', 'Terminated after settlement'), ('self_corrected', 'Terminated, respondent changed the act'), ('withdrawn', 'Terminated, application withdrawn'), ('terminated', 'Terminated on another ground')], max_length=24, verbose_name='outcome')),
                ('decision_number', models.CharField(blank=True, max_length=60, verbose_name='document number of the decision')),
                ('decision_served_on', models.DateField(blank=True, null=True, verbose_name='decision served on')),
                ('compensation_awarded', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='compensation awarded (yuan)')),
                ('performance_due_on', models.DateField(blank=True, null=True, verbose_name='to be performed by')),
                ('performance_ordered_on', models.DateField(blank=True, null=True, verbose_name='performance ordered on')),
                ('performed_on', models.DateField(blank=True, null=True, verbose_name='performed on')),
                ('act_kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reconsiderations', to='cases.actkind', verbose_name='kind of act')),
                ('docket', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='reconsideration', to='cases.docketnumber', verbose_name='docket number')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reconsiderations', to='cases.field', verbose_name='field')),
                ('handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handled_reconsiderations', to=settings.AUTH_USER_MODEL, verbose_name='handler')),
                ('resolved_by', models.ForeignKey(blank=True, help_text='The station or centre that brought the parties together.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='resolved_reconsiderations', to='cases.agency', verbose_name='resolved with the help of')),
                ('respondent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviewed_acts', to='cases.agency', verbose_name='respondent')),
                ('second_handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='second_handled_reconsiderations', to=settings.AUTH_USER_MODEL, verbose_name='second handler')),
            ],
            options={
                'verbose_name': 'reconsideration case',
                'verbose_name_plural': 'reconsideration cases',
                'ordering': ['-received_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OpinionLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=60, verbose_name='document number')),
                ('problem', models.TextField(blank=True, verbose_name='what is to be put right')),
                ('issued_on', models.DateField(verbose_name='issued on')),
                ('served_on', models.DateField(blank=True, null=True, verbose_name='received by the agency on')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinion_letters', to='cases.reconsideration', verbose_name='case')),
            ],
            options={
                'verbose_name': 'opinion letter',
                'verbose_name_plural': 'opinion letters',
                'ordering': ['issued_on'],
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days', models.PositiveSmallIntegerField(default=30, verbose_name='days')),
                ('approved_on', models.DateField(verbose_name='approved on')),
                ('approved_by', models.CharField(blank=True, max_length=40, verbose_name='approved by')),
                ('notice_number', models.CharField(blank=True, max_length=60, verbose_name='number of the notice')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='extension', to='cases.reconsideration', verbose_name='case')),
            ],
            options={
                'verbose_name': 'extension',
                'verbose_name_plural': 'extensions',
            },
        ),
        migrations.CreateModel(
            name='CaseTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tag', models.CharField(choices=[('no_evidence', 'No reply, deemed without evidence'), ('redo', 'New act ordered'), ('compensated', 'Compensation ordered'), ('committee_advised', 'Committee advised')], max_length=20, verbose_name='tag')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tags', to='cases.reconsideration', verbose_name='case')),
            ],
            options={
                'verbose_name': 'tag',
                'verbose_name_plural': 'tags',
                'ordering': ['tag'],
            },
        ),
        migrations.CreateModel(
            name='ReconsiderationParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('applicant', 'Applicant'), ('plaintiff', 'Plaintiff'), ('party', 'Party to the dispute'), ('third_party', 'Third party'), ('agent', 'Agent')], max_length=16, verbose_name='role')),
                ('kind', models.CharField(choices=[('citizen', 'Citizen'), ('organisation', 'Legal person or other organisation')], default='citizen', max_length=16, verbose_name='kind')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('persons', models.PositiveIntegerField(default=1, help_text='More than one where several apply together under this name.', verbose_name='number of persons')),
                ('identity_number', models.CharField(blank=True, max_length=18, verbose_name='identity or credit number')),
                ('telephone', models.CharField(blank=True, max_length=20, verbose_name='telephone')),
                ('address', models.CharField(blank=True, max_length=120, verbose_name='address')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='cases.reconsideration', verbose_name='case')),
            ],
            options={
                'verbose_name': 'party to a reconsideration',
                'verbose_name_plural': 'parties to reconsiderations',
                'ordering': ['pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Suspension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('39-1-1', 'Applicant died, heirs undecided'), ('39-1-2', 'Applicant lost capacity, no representative yet'), ('39-1-3', "Applicant's whereabouts unknown"), ('39-1-4', 'Applicant body ended, successor undecided'), ('39-1-5', 'Force majeure or other legitimate reason'), ('39-1-6', 'Mediation or settlement, the parties agreeing'), ('39-1-7', 'A question of law to be answered by an organ'), ('39-1-8', 'Depends on the outcome of another case'), ('39-1-9', 'A normative document is under review'), ('39-1-10', 'Other circumstances')], max_length=8, verbose_name='ground')),
                ('suspended_on', models.DateField(verbose_name='suspended on')),
                ('resumed_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                ('notice_number', models.CharField(blank=True, max_length=60, verbose_name='number of the notice')),
                ('resumption_number', models.CharField(blank=True, max_length=60, verbose_name='number of the notice of resumption')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suspensions', to='cases.reconsideration', verbose_name='case')),
            ],
            options={
                'verbose_name': 'suspension',
                'verbose_name_plural': 'suspensions',
                'ordering': ['suspended_on'],
            },
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(fields=['-received_on', '-id'], name='recon_list'),
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
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['received_on', 'intake_ended_on', 'is_enterprise_related', 'voided_on'], name='recon_by_receipt'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['accepted_on', 'concluded_on', 'is_enterprise_related', 'voided_on'], name='recon_by_acceptance'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['concluded_on', 'accepted_on', 'outcome', 'is_enterprise_related', 'compensation_awarded', 'voided_on'], name='recon_by_conclusion'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['turned_away_on', 'turned_away', 'voided_on'], name='recon_by_refusal'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['intake_ended_on', 'received_on', 'voided_on'], name='recon_by_intake'),
        ),
        migrations.AddIndex(
            model_name='reconsideration',
            index=models.Index(fields=['act_number'], name='recon_by_act_number'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='reconsideration_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_on__isnull', True), ('turned_away_on__isnull', True), _connector='OR'), name='recon_accepted_or_turned_away', violation_error_message='A case is either accepted or turned away, not both.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_on__isnull', True), ('received_on__isnull', True), ('accepted_on__gte', models.F('received_on')), _connector='OR'), name='recon_accepted_after_receipt', violation_error_message='A case cannot be accepted before it is received.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(('turned_away_on__isnull', True), ('received_on__isnull', True), ('turned_away_on__gte', models.F('received_on')), _connector='OR'), name='recon_turned_away_after_receipt', violation_error_message='A case cannot be turned away before it is received.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('turned_away', ''), ('turned_away_on__isnull', True)), models.Q(('turned_away_on__isnull', False), models.Q(('turned_away', ''), _negated=True)), _connector='OR'), name='recon_turned_away_says_how', violation_error_message='A case turned away needs the date and the result, both or neither.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('turned_away', 'not_accepted'), models.Q(('not_accepted_ground', ''), _negated=True)), models.Q(models.Q(('turned_away', 'not_accepted'), _negated=True), ('not_accepted_ground', '')), _connector='OR'), name='recon_not_accepted_on_a_ground', violation_error_message='Not accepting needs its ground under article 30(1), and nothing else has one.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(('is_deemed_accepted', False), ('accepted_on__isnull', False), _connector='OR'), name='recon_deemed_accepted_has_a_date', violation_error_message='A case deemed accepted (article 30(3)) needs the date of acceptance.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(('correction_requested_on__isnull', True), ('received_on__isnull', True), ('correction_requested_on__gte', models.F('received_on')), _connector='OR'), name='recon_correction_requested_after_receipt', violation_error_message='A correction cannot be requested before the application is received.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('correction_served_on__isnull', True), ('correction_requested_on__isnull', False), _connector='OR'), models.Q(('correction_served_on__isnull', True), ('correction_requested_on__isnull', True), ('correction_served_on__gte', models.F('correction_requested_on')), _connector='OR'), models.Q(('correction_received_on__isnull', True), ('correction_served_on__isnull', True), ('correction_received_on__gte', models.F('correction_served_on')), _connector='OR')), name='recon_correction_request_served_after_it', violation_error_message='The applicant receives the request, and then corrects (article 31).'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('correction_received_on__isnull', True), ('correction_requested_on__isnull', False), _connector='OR'), models.Q(('correction_received_on__isnull', True), ('correction_requested_on__isnull', True), ('correction_received_on__gte', models.F('correction_requested_on')), _connector='OR')), name='recon_correction_answers_a_request', violation_error_message='A correction is received after it was requested (article 31).'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('turned_away', 'abandoned'), _negated=True), ('correction_requested_on__isnull', False), _connector='OR'), name='recon_abandoned_after_a_request', violation_error_message='Only an application whose correction was requested can be deemed abandoned.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('procedure', 'simplified'), models.Q(('simplified_ground', ''), _negated=True)), models.Q(('procedure', 'ordinary'), ('simplified_ground', '')), _connector='OR'), name='recon_simplified_on_a_ground', violation_error_message='The simplified procedure needs its ground under article 53, the ordinary has none.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(('converted_on__isnull', True), models.Q(('accepted_on__isnull', False), ('procedure', 'simplified'), ('converted_on__gte', models.F('accepted_on'))), _connector='OR'), name='recon_converted_from_simplified', violation_error_message='Only an accepted case in the simplified procedure can be converted (article 55).'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('copy_served_on__isnull', True), ('accepted_on__isnull', False), _connector='OR'), models.Q(('copy_served_on__isnull', True), ('accepted_on__isnull', True), ('copy_served_on__gte', models.F('accepted_on')), _connector='OR')), name='recon_copy_after_acceptance', violation_error_message='The respondent receives the copy after the case is accepted.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('replied_on__isnull', True), ('copy_served_on__isnull', False), _connector='OR'), models.Q(('replied_on__isnull', True), ('copy_served_on__isnull', True), ('replied_on__gte', models.F('copy_served_on')), _connector='OR')), name='recon_reply_after_copy', violation_error_message='The respondent replies after receiving the copy.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('hearing_on__isnull', True), ('hearing_notified_on__isnull', False), _connector='OR'), models.Q(('hearing_on__isnull', True), ('hearing_notified_on__isnull', True), ('hearing_on__gte', models.F('hearing_notified_on')), _connector='OR'), models.Q(('hearing_notified_on__isnull', True), ('accepted_on__isnull', True), ('hearing_notified_on__gte', models.F('accepted_on')), _connector='OR'), models.Q(('hearing_notified_on__isnull', True), ('accepted_on__isnull', False), _connector='OR')), name='recon_hearing_after_its_notice', violation_error_message='A hearing follows its notice, and the notice follows acceptance.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(('second_handler__isnull', True), models.Q(('handler__isnull', False), models.Q(('second_handler', models.F('handler')), _negated=True)), _connector='OR'), name='recon_two_different_handlers', violation_error_message='The second handler is somebody else than the first.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on__isnull', True), ('accepted_on__isnull', False), _connector='OR'), models.Q(('concluded_on__isnull', True), ('accepted_on__isnull', True), ('concluded_on__gte', models.F('accepted_on')), _connector='OR')), name='recon_concluded_after_acceptance', violation_error_message='Only an accepted case is concluded, and not before it is accepted.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on__isnull', True), ('outcome', '')), models.Q(('concluded_on__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='recon_outcome_iff_concluded', violation_error_message='A case has an outcome once it is concluded, and not before.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on__isnull', True), ('hearing_on__isnull', True), ('concluded_on__gte', models.F('hearing_on')), _connector='OR'), models.Q(('concluded_on__isnull', True), ('converted_on__isnull', True), ('concluded_on__gte', models.F('converted_on')), _connector='OR')), name='recon_hearing_before_conclusion', violation_error_message='Hearing and conversion come before the conclusion.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision_served_on__isnull', True), ('concluded_on__isnull', False), _connector='OR'), models.Q(('decision_served_on__isnull', True), ('concluded_on__isnull', True), ('decision_served_on__gte', models.F('concluded_on')), _connector='OR')), name='recon_served_after_conclusion', violation_error_message='A decision is served after it is made.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('performed_on__isnull', True), ('concluded_on__isnull', False), _connector='OR'), models.Q(('performed_on__isnull', True), ('concluded_on__isnull', True), ('performed_on__gte', models.F('concluded_on')), _connector='OR'), models.Q(('performance_ordered_on__isnull', True), ('concluded_on__isnull', False), _connector='OR'), models.Q(('performance_ordered_on__isnull', True), ('concluded_on__isnull', True), ('performance_ordered_on__gte', models.F('concluded_on')), _connector='OR')), name='recon_performed_after_conclusion', violation_error_message='Performance follows the conclusion.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('compensation_claimed__isnull', True), ('compensation_claimed__gte', 0), _connector='OR'), models.Q(('compensation_awarded__isnull', True), ('compensation_awarded__gte', 0), _connector='OR')), name='recon_sums_not_negative', violation_error_message='A sum of money cannot be negative.'),
        ),
        migrations.AddConstraint(
            model_name='reconsideration',
            constraint=models.CheckConstraint(condition=models.Q(('compensation_awarded__isnull', True), ('concluded_on__isnull', False), _connector='OR'), name='recon_awarded_in_a_concluded_case', violation_error_message='Compensation is awarded by the conclusion.'),
        ),
        migrations.AddIndex(
            model_name='opinionletter',
            index=models.Index(fields=['issued_on', 'answered_on'], name='opinionletter_by_issue'),
        ),
        migrations.AddConstraint(
            model_name='opinionletter',
            constraint=models.UniqueConstraint(fields=('number',), name='opinionletter_number_unique', violation_error_message='Another opinion letter bears this number.'),
        ),
        migrations.AddConstraint(
            model_name='opinionletter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('served_on__isnull', True), ('issued_on__isnull', True), ('served_on__gte', models.F('issued_on')), _connector='OR'), models.Q(('answered_on__isnull', True), ('served_on__isnull', True), ('answered_on__gte', models.F('served_on')), _connector='OR'), models.Q(('answered_on__isnull', True), ('issued_on__isnull', True), ('answered_on__gte', models.F('issued_on')), _connector='OR'), models.Q(('answered_on__isnull', True), ('served_on__isnull', False), _connector='OR')), name='opinionletter_dates_in_order', violation_error_message='A letter is issued, then received, then answered.'),
        ),
        migrations.AddConstraint(
            model_name='extension',
            constraint=models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', 30)), name='extension_at_most_thirty_days', violation_error_message='An extension is one to thirty days (article 62(1)).'),
        ),
        migrations.AddConstraint(
            model_name='casetag',
            constraint=models.UniqueConstraint(fields=('case', 'tag'), name='casetag_once_per_case', violation_error_message='The case bears this tag already.'),
        ),
        migrations.AddIndex(
            model_name='reconsiderationparty',
            index=models.Index(fields=['name'], name='reconparty_by_name'),
        ),
        migrations.AddConstraint(
            model_name='reconsiderationparty',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='reconsiderationparty_has_a_name', violation_error_message='A party needs a name.'),
        ),
        migrations.AddConstraint(
            model_name='reconsiderationparty',
            constraint=models.CheckConstraint(condition=models.Q(('persons__gte', 1)), name='reconsiderationparty_is_somebody', violation_error_message='A party stands for at least one person.'),
        ),
        migrations.AddConstraint(
            model_name='suspension',
            constraint=models.CheckConstraint(condition=models.Q(('resumed_on__isnull', True), ('suspended_on__isnull', True), ('resumed_on__gte', models.F('suspended_on')), _connector='OR'), name='suspension_resumed_after_it_began', violation_error_message='A suspension cannot end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='suspension',
            constraint=models.UniqueConstraint(condition=models.Q(('resumed_on__isnull', True)), fields=('case',), name='suspension_one_open_per_case', violation_error_message='The case is suspended already.'),
        ),
        migrations.AddConstraint(
            model_name='suspension',
            constraint=models.UniqueConstraint(fields=('case', 'suspended_on'), name='suspension_once_a_day', violation_error_message='The case was already suspended on that day.'),
        ),
    ]
