"""The tables of litigation response."""

import cases.litigation.models.fields
import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0002_reconsideration'),
    ]

    operations = [
        migrations.CreateModel(
            name='Dispute',
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
                ('received_on', models.DateField(verbose_name='first notified on')),
                ('defence', models.CharField(choices=[('original_agency', 'Agency that made the act'), ('organ_alone', 'Reconsideration organ alone'), ('joint', 'Agency and reconsideration organ jointly')], default='original_agency', max_length=16, verbose_name="defendant's part")),
                ('origin', models.CharField(choices=[('direct', 'Without reconsideration'), ('upheld', 'After the act was upheld'), ('changed', 'After the act was changed'), ('undecided', 'Reconsideration organ did not decide'), ('inadmissible', 'Reconsideration refused or found inadmissible')], default='direct', max_length=16, verbose_name='came to court')),
                ('act_name', models.CharField(blank=True, max_length=120, verbose_name='act sued over')),
                ('act_number', models.CharField(blank=True, max_length=60, verbose_name='document number of the act')),
                ('act_made_on', models.DateField(blank=True, null=True, verbose_name='act made on')),
                ('claim_text', models.TextField(blank=True, verbose_name='claims of the plaintiff')),
                ('document_reviewed', models.CharField(blank=True, max_length=120, verbose_name='normative document to be reviewed with it')),
                ('compensation_claimed', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='compensation claimed (yuan)')),
                ('is_enterprise_related', models.BooleanField(default=False, verbose_name='concerns an enterprise')),
                ('is_disclosure_related', models.BooleanField(default=False, verbose_name='concerns disclosure of information')),
                ('concluded_on', models.DateField(blank=True, help_text='The day on which the effective result was there, whichever instance gave it.', null=True, verbose_name='concluded on')),
                ('result', models.CharField(blank=True, choices=[('claim_rejected', 'Claims rejected by judgment'), ('revoked', 'Act revoked'), ('revoked_redo', 'Act revoked, to be made anew'), ('partly_revoked', 'Act partly revoked'), ('partly_revoked_redo', 'Act partly revoked, to be made anew'), ('perform', 'Ordered to perform its duty'), ('pay', 'Ordered to pay or provide'), ('unlawful', 'Act confirmed unlawful'), ('invalid', 'Act confirmed invalid'), ('modified', 'Act modified by judgment'), ('agreement_liability', 'Liable under an agreement'), ('agreement_compensation', 'To compensate under an agreement'), ('compensate', 'Ordered to compensate'), ('judgment_affirmed', 'Appeal rejected, judgment affirmed'), ('not_docketed', 'Suit not docketed'), ('suit_dismissed', 'Suit dismissed by ruling'), ('withdrawn', "Suit withdrawn by the plaintiff's own choice"), ('withdrawn_changed', 'Suit withdrawn after the act was changed'), ('deemed_withdrawn', 'Suit deemed withdrawn'), ('transferred', 'Transferred to another court'), ('ended', 'Proceedings ended'), ('ruling_affirmed', 'Appeal rejected, ruling affirmed'), ('remanded', 'Judgment set aside and remanded'), ('ruling_reversed', 'Ruling set aside, suit to be heard'), ('appeal_withdrawn', 'Appeal withdrawn'), ('retrial_refused', 'Application for retrial rejected'), ('retrial_ordered', 'Retrial ordered'), ('other_ruling', 'Another ruling'), ('mediated', 'Mediated by the court')], max_length=24, verbose_name='effective result')),
                ('organ_result', models.CharField(blank=True, choices=[('claim_rejected', 'Claims rejected by judgment'), ('revoked', 'Act revoked'), ('revoked_redo', 'Act revoked, to be made anew'), ('partly_revoked', 'Act partly revoked'), ('partly_revoked_redo', 'Act partly revoked, to be made anew'), ('perform', 'Ordered to perform its duty'), ('pay', 'Ordered to pay or provide'), ('unlawful', 'Act confirmed unlawful'), ('invalid', 'Act confirmed invalid'), ('modified', 'Act modified by judgment'), ('agreement_liability', 'Liable under an agreement'), ('agreement_compensation', 'To compensate under an agreement'), ('compensate', 'Ordered to compensate'), ('judgment_affirmed', 'Appeal rejected, judgment affirmed'), ('not_docketed', 'Suit not docketed'), ('suit_dismissed', 'Suit dismissed by ruling'), ('withdrawn', "Suit withdrawn by the plaintiff's own choice"), ('withdrawn_changed', 'Suit withdrawn after the act was changed'), ('deemed_withdrawn', 'Suit deemed withdrawn'), ('transferred', 'Transferred to another court'), ('ended', 'Proceedings ended'), ('ruling_affirmed', 'Appeal rejected, ruling affirmed'), ('remanded', 'Judgment set aside and remanded'), ('ruling_reversed', 'Ruling set aside, suit to be heard'), ('appeal_withdrawn', 'Appeal withdrawn'), ('retrial_refused', 'Application for retrial rejected'), ('retrial_ordered', 'Retrial ordered'), ('other_ruling', 'Another ruling'), ('mediated', 'Mediated by the court')], help_text="Joint defendants only: what the judgment says of the organ's decision.", max_length=24, verbose_name='result for the reconsideration decision')),
                ('compensation_awarded', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='compensation awarded (yuan)')),
                ('performance_due_on', models.DateField(blank=True, null=True, verbose_name='to be performed by')),
                ('performed_on', models.DateField(blank=True, null=True, verbose_name='performed on')),
                ('act_kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disputes', to='cases.actkind', verbose_name='kind of act')),
                ('defendant', models.ForeignKey(help_text='With joint defendants: the agency that made the act.', on_delete=django.db.models.deletion.PROTECT, related_name='disputes', to='cases.agency', verbose_name='defendant')),
                ('docket', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='dispute', to='cases.docketnumber', verbose_name='docket number')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disputes', to='cases.field', verbose_name='field')),
                ('handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handled_disputes', to=settings.AUTH_USER_MODEL, verbose_name='handler')),
                ('organ', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joint_disputes', to='cases.agency', verbose_name='reconsideration organ as joint defendant')),
                ('reconsideration', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='disputes', to='cases.reconsideration', verbose_name='follows from the reconsideration case')),
                ('second_handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='second_handled_disputes', to=settings.AUTH_USER_MODEL, verbose_name='second handler')),
            ],
            options={
                'verbose_name': 'litigation case',
                'verbose_name_plural': 'litigation cases',
                'ordering': ['-received_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Instance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('level', models.CharField(choices=[('first', 'First instance'), ('second', 'Second instance'), ('retrial', 'Retrial')], default='first', max_length=8, verbose_name='instance')),
                ('court_number', cases.litigation.models.fields.CourtNumberField(help_text="As on the court's notice, for instance （2024）甘0503行初12号.", max_length=40, verbose_name='docket number of the court')),
                ('brought_by', models.CharField(blank=True, choices=[('plaintiff', 'Plaintiff'), ('defendant', 'Defendant'), ('both', 'Plaintiff and defendant'), ('third_party', 'Third party'), ('procuratorate', 'Protest by the procuratorate'), ('court', 'The court itself')], max_length=16, verbose_name='appealed or applied for by')),
                ('filed_on', models.DateField(blank=True, null=True, verbose_name='docketed by the court on')),
                ('received_on', models.DateField(help_text='The copy of the complaint or the appeal; the answer is due 15 days later.', verbose_name='copy received on')),
                ('procedure', models.CharField(choices=[('ordinary', 'Ordinary procedure'), ('simplified', 'Simplified procedure')], default='ordinary', max_length=12, verbose_name='procedure')),
                ('simplified_ground', models.CharField(blank=True, choices=[('82-1-1', 'Act made on the spot'), ('82-1-2', 'Sum of at most 2,000 yuan'), ('82-1-3', 'Disclosure of government information'), ('82-2', 'All parties agree')], max_length=8, verbose_name='ground for the simplified procedure')),
                ('answer_filed_on', models.DateField(blank=True, null=True, verbose_name='answer filed on')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='concluded on')),
                ('result', models.CharField(blank=True, choices=[('claim_rejected', 'Claims rejected by judgment'), ('revoked', 'Act revoked'), ('revoked_redo', 'Act revoked, to be made anew'), ('partly_revoked', 'Act partly revoked'), ('partly_revoked_redo', 'Act partly revoked, to be made anew'), ('perform', 'Ordered to perform its duty'), ('pay', 'Ordered to pay or provide'), ('unlawful', 'Act confirmed unlawful'), ('invalid', 'Act confirmed invalid'), ('modified', 'Act modified by judgment'), ('agreement_liability', 'Liable under an agreement'), ('agreement_compensation', 'To compensate under an agreement'), ('compensate', 'Ordered to compensate'), ('judgment_affirmed', 'Appeal rejected, judgment affirmed'), ('not_docketed', 'Suit not docketed'), ('suit_dismissed', 'Suit dismissed by ruling'), ('withdrawn', "Suit withdrawn by the plaintiff's own choice"), ('withdrawn_changed', 'Suit withdrawn after the act was changed'), ('deemed_withdrawn', 'Suit deemed withdrawn'), ('transferred', 'Transferred to another court'), ('ended', 'Proceedings ended'), ('ruling_affirmed', 'Appeal rejected, ruling affirmed'), ('remanded', 'Judgment set aside and remanded'), ('ruling_reversed', 'Ruling set aside, suit to be heard'), ('appeal_withdrawn', 'Appeal withdrawn'), ('retrial_refused', 'Application for retrial rejected'), ('retrial_ordered', 'Retrial ordered'), ('other_ruling', 'Another ruling'), ('mediated', 'Mediated by the court')], max_length=24, verbose_name='result of the instance')),
                ('loss_ground', models.CharField(blank=True, choices=[('70-1', 'Main evidence insufficient'), ('70-2', 'Law wrongly applied'), ('70-3', 'Statutory procedure violated'), ('70-4', 'Powers exceeded'), ('70-5', 'Powers abused'), ('70-6', 'Manifestly improper'), ('72', 'Statutory duty not performed'), ('75', 'Grave and obvious unlawfulness'), ('78', 'Agreement not kept'), ('other', 'Another ground of loss')], max_length=8, verbose_name='why it was lost')),
                ('served_on', models.DateField(blank=True, null=True, verbose_name='judgment or ruling received on')),
                ('court', models.ForeignKey(limit_choices_to={'kind': 'court'}, on_delete=django.db.models.deletion.PROTECT, related_name='tried_instances', to='cases.agency', verbose_name='court')),
                ('dispute', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='instances', to='cases.dispute', verbose_name='litigation case')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
            ],
            options={
                'verbose_name': 'court instance',
                'verbose_name_plural': 'court instances',
                'ordering': ['-received_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Hearing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('scheduled_on', models.DateField(verbose_name='hearing set for')),
                ('notified_on', models.DateField(blank=True, null=True, verbose_name='summons received on')),
                ('head_notified_on', models.DateField(blank=True, null=True, verbose_name='notice for the head received on')),
                ('head_notice', models.CharField(blank=True, choices=[('4-1-a', 'Must: grave public interest'), ('4-1-b', 'Must: wide public concern'), ('4-1-c', 'Must: a group incident may follow'), ('4-2-1', 'May: grave personal or property rights'), ('4-2-2', 'May: public interest litigation'), ('4-2-3', 'May: required by a rule of the superior organ'), ('4-2-4', 'May: the court finds it necessary')], max_length=8, verbose_name='why the head was notified')),
                ('adjourned_on', models.DateField(blank=True, null=True, verbose_name='hearing put off on')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='hearing held on')),
                ('is_discharged', models.BooleanField(default=False, help_text='In this instance, and the court did not call again (Heads art. 7).', verbose_name='head had come to an earlier hearing')),
                ('head_rank', models.CharField(blank=True, choices=[('chief', 'Chief of the agency'), ('deputy', 'Deputy chief'), ('deputy_in_charge', 'Head of deputy rank in charge of the act'), ('other_in_charge', 'Another head who shares the charge'), ('none', 'No head came')], help_text='Not identified in due form, or of another body: no head came (art. 6).', max_length=16, verbose_name='head who came')),
                ('head_name', models.CharField(blank=True, max_length=40, verbose_name='name of the head')),
                ('head_post', models.CharField(blank=True, max_length=60, verbose_name='post of the head')),
                ('staff_came', models.BooleanField(default=False, verbose_name='staff of the agency came')),
                ('has_spoken', models.BooleanField(default=False, verbose_name='the head spoke')),
                ('has_spoken_to_substance', models.BooleanField(default=False, help_text='On the substance of the dispute, as Heads art. 11(3) asks.', verbose_name='on how to resolve the dispute')),
                ('absence', models.CharField(blank=True, choices=[('8-1', 'Force majeure'), ('8-2', 'Accident'), ('8-3', 'Public duty nobody else could perform'), ('8-4', 'Another proper cause'), ('none', 'No proper cause')], max_length=8, verbose_name='why no head came')),
                ('absence_proved_on', models.DateField(blank=True, help_text='Heads art. 9.', null=True, verbose_name='sealed proof handed in on')),
                ('absence_proof', models.CharField(blank=True, max_length=120, verbose_name='the proof')),
                ('agency', models.ForeignKey(help_text='Joint defendants agree on one, or the court names it (Heads art. 3).', on_delete=django.db.models.deletion.PROTECT, related_name='hearings', to='cases.agency', verbose_name='agency whose head is due')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('instance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hearings', to='cases.instance', verbose_name='court instance')),
            ],
            options={
                'verbose_name': 'court hearing',
                'verbose_name_plural': 'court hearings',
                'ordering': ['-scheduled_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LitigationParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('applicant', 'Applicant'), ('plaintiff', 'Plaintiff'), ('party', 'Party to the dispute'), ('third_party', 'Third party'), ('agent', 'Agent')], max_length=16, verbose_name='role')),
                ('kind', models.CharField(choices=[('citizen', 'Citizen'), ('organisation', 'Legal person or other organisation')], default='citizen', max_length=16, verbose_name='kind')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('persons', models.PositiveIntegerField(default=1, help_text='More than one where several apply together under this name.', verbose_name='number of persons')),
                ('identity_number', models.CharField(blank=True, max_length=18, verbose_name='identity or credit number')),
                ('telephone', models.CharField(blank=True, max_length=20, verbose_name='telephone')),
                ('address', models.CharField(blank=True, max_length=120, verbose_name='address')),
                ('dispute', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='cases.dispute', verbose_name='litigation case')),
            ],
            options={
                'verbose_name': 'party to a litigation case',
                'verbose_name_plural': 'parties to litigation cases',
                'ordering': ['pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
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
                ('kind', models.CharField(choices=[('judicial', 'Judicial suggestion'), ('procuratorial', 'Procuratorial suggestion')], max_length=16, verbose_name='kind of suggestion')),
                ('number', models.CharField(max_length=60, verbose_name='document number')),
                ('subject', models.CharField(blank=True, max_length=200, verbose_name='subject of the suggestion')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='issued on')),
                ('received_on', models.DateField(verbose_name='suggestion received on')),
                ('due_on', models.DateField(blank=True, help_text='The day named in the suggestion; a procuratorial one usually two months.', null=True, verbose_name='reply due on')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='replied on')),
                ('reply_number', models.CharField(blank=True, max_length=60, verbose_name='document number of the reply')),
                ('adoption', models.CharField(blank=True, choices=[('adopted', 'Taken up'), ('partly', 'Partly taken up'), ('not_adopted', 'Not taken up')], max_length=12, verbose_name='whether taken up')),
                ('measures', models.TextField(blank=True, verbose_name='what was done about it')),
                ('addressee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='cases.agency', verbose_name='addressed to')),
                ('dispute', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='cases.dispute', verbose_name='follows from the litigation case')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('issued_by', models.ForeignKey(limit_choices_to={'kind__in': ['court', 'procuratorate']}, on_delete=django.db.models.deletion.PROTECT, related_name='issued_suggestions', to='cases.agency', verbose_name='suggestion made by')),
            ],
            options={
                'verbose_name': 'judicial or procuratorial suggestion',
                'verbose_name_plural': 'judicial and procuratorial suggestions',
                'ordering': ['-received_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(fields=['-received_on', '-id'], name='dispute_list'),
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
            model_name='dispute',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['received_on', 'concluded_on', 'defence', 'origin', 'is_enterprise_related', 'is_disclosure_related', 'compensation_claimed', 'voided_on'], name='dispute_by_receipt'),
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['concluded_on', 'received_on', 'result', 'organ_result', 'defence', 'compensation_awarded', 'voided_on'], name='dispute_by_conclusion'),
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(fields=['act_number'], name='dispute_by_act_number'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='dispute_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('defence__in', ['original_agency']), ('origin', 'direct')), models.Q(('defence__in', ['joint']), ('origin', 'upheld')), models.Q(('defence__in', ['organ_alone']), ('origin', 'changed')), models.Q(('defence__in', ['original_agency', 'organ_alone']), ('origin', 'undecided')), models.Q(('defence__in', ['original_agency', 'organ_alone']), ('origin', 'inadmissible')), _connector='OR'), name='dispute_defence_fits_origin', violation_error_message='Upheld on reconsideration: both are defendants. Changed: the organ alone. Sued without reconsideration: the agency that made the act (article 26).'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('defence', 'joint'), ('organ__isnull', False), models.Q(('organ', models.F('defendant')), _negated=True)), models.Q(models.Q(('defence', 'joint'), _negated=True), ('organ__isnull', True)), _connector='OR'), name='dispute_joint_names_the_organ', violation_error_message='Joint defendants are two different bodies; otherwise there is no second one.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('origin', 'direct'), _negated=True), ('reconsideration__isnull', True), _connector='OR'), name='dispute_direct_follows_no_reconsideration', violation_error_message='A dispute sued over without reconsideration follows from no reconsideration case.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(('received_on__isnull', True), ('act_made_on__isnull', True), ('received_on__gte', models.F('act_made_on')), _connector='OR'), name='dispute_act_before_notice', violation_error_message='An act is made before it is sued over.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(('concluded_on__isnull', True), ('received_on__isnull', True), ('concluded_on__gte', models.F('received_on')), _connector='OR'), name='dispute_concluded_after_receipt', violation_error_message='A dispute cannot be concluded before the first notice of it.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on__isnull', True), ('result', '')), models.Q(('concluded_on__isnull', False), models.Q(('result', ''), _negated=True)), _connector='OR'), name='dispute_result_iff_concluded', violation_error_message='A dispute has a result once it is concluded, and not before.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(('result__in', ['judgment_affirmed', 'ruling_affirmed', 'appeal_withdrawn', 'retrial_refused', 'retrial_ordered', 'remanded', 'ruling_reversed', 'transferred']), _negated=True), name='dispute_result_stands', violation_error_message='Write the result that stands in the end, not that of an appeal affirmed or remanded.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(('organ_result', ''), models.Q(('concluded_on__isnull', False), ('defence', 'joint'), ('organ_result__in', ['claim_rejected', 'revoked', 'revoked_redo', 'partly_revoked', 'partly_revoked_redo', 'perform', 'pay', 'unlawful', 'invalid', 'agreement_liability', 'agreement_compensation', 'modified', 'compensate']), ('result__in', ['claim_rejected', 'revoked', 'revoked_redo', 'partly_revoked', 'partly_revoked_redo', 'perform', 'pay', 'unlawful', 'invalid', 'agreement_liability', 'agreement_compensation', 'modified', 'compensate', 'judgment_affirmed'])), _connector='OR'), name='dispute_organ_result_of_joint_judgment', violation_error_message='Only a judgment against joint defendants says something of each (article 79).'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('compensation_claimed__isnull', True), ('compensation_claimed__gte', 0), _connector='OR'), models.Q(('compensation_awarded__isnull', True), ('compensation_awarded__gte', 0), _connector='OR')), name='dispute_sums_not_negative', violation_error_message='A sum of money cannot be negative.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(('compensation_awarded__isnull', True), ('concluded_on__isnull', False), _connector='OR'), name='dispute_awarded_when_concluded', violation_error_message='Compensation is awarded by the conclusion.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('performance_due_on__isnull', True), ('concluded_on__isnull', False), _connector='OR'), models.Q(('performance_due_on__isnull', True), ('concluded_on__isnull', True), ('performance_due_on__gte', models.F('concluded_on')), _connector='OR'), models.Q(('performed_on__isnull', True), ('concluded_on__isnull', False), _connector='OR'), models.Q(('performed_on__isnull', True), ('concluded_on__isnull', True), ('performed_on__gte', models.F('concluded_on')), _connector='OR')), name='dispute_performed_after_conclusion', violation_error_message='An effective result is performed after it is there (article 94).'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(('second_handler__isnull', True), models.Q(('handler__isnull', False), models.Q(('second_handler', models.F('handler')), _negated=True)), _connector='OR'), name='dispute_two_different_handlers', violation_error_message='The second handler is somebody else than the first.'),
        ),
        migrations.AddIndex(
            model_name='instance',
            index=models.Index(fields=['-received_on', '-id'], name='instance_list'),
        ),
        migrations.AddIndex(
            model_name='instance',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['received_on', 'concluded_on', 'level', 'brought_by', 'dispute', 'voided_on'], name='instance_by_receipt'),
        ),
        migrations.AddIndex(
            model_name='instance',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['concluded_on', 'received_on', 'level', 'result', 'dispute', 'voided_on'], name='instance_by_conclusion'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='instance_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(('court_number__regex', '^（(20[0-9]{2})）(最高法|[一-龥](?:[0-9]{2}){0,2})行[一-龥]{1,3}[1-9][0-9]{0,7}号$')), name='instance_court_number_reads', violation_error_message="Expected a court's docket number such as （2024）甘0503行初12号."),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('court_number__contains', '初'), ('level', 'first')), models.Q(('court_number__contains', '终'), ('level', 'second')), models.Q(('court_number__contains', '申'), ('level', 'retrial')), models.Q(('court_number__contains', '监'), ('level', 'retrial')), models.Q(('court_number__contains', '抗'), ('level', 'retrial')), models.Q(('court_number__contains', '再'), ('level', 'retrial')), _connector='OR'), name='instance_court_number_fits_level', violation_error_message='The docket number is of another instance: 行初 is the first, 行终 the second.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('court_number',), name='instance_court_number_unique', violation_error_message='Another instance bears this docket number.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.UniqueConstraint(condition=models.Q(('concluded_on__isnull', True), ('voided_on__isnull', True)), fields=('dispute',), name='instance_one_open_per_dispute', violation_error_message='An earlier instance of this dispute is not concluded yet.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('brought_by', ''), ('level', 'first')), models.Q(models.Q(('level', 'first'), _negated=True), models.Q(('brought_by', ''), _negated=True)), _connector='OR'), name='instance_brought_by_somebody', violation_error_message="Say who appealed or applied; the first instance is always the plaintiff's."),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('procedure', 'ordinary'), ('simplified_ground', '')), models.Q(('level', 'first'), ('procedure', 'simplified'), models.Q(('simplified_ground', ''), _negated=True)), _connector='OR'), name='instance_simplified_on_a_ground', violation_error_message='Only a first instance is tried by the simplified procedure, on a ground of art. 82.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(('received_on__isnull', True), ('filed_on__isnull', True), ('received_on__gte', models.F('filed_on')), _connector='OR'), name='instance_received_after_filing', violation_error_message='The copy is received after the court has docketed the case.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(('answer_filed_on__isnull', True), ('received_on__isnull', True), ('answer_filed_on__gte', models.F('received_on')), _connector='OR'), name='instance_answered_after_receipt', violation_error_message='An answer follows the copy of the complaint.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on__isnull', True), ('received_on__isnull', True), ('concluded_on__gte', models.F('received_on')), _connector='OR'), models.Q(('concluded_on__isnull', True), ('answer_filed_on__isnull', True), ('concluded_on__gte', models.F('answer_filed_on')), _connector='OR')), name='instance_concluded_after_receipt', violation_error_message='An instance ends after the copy was received and the answer filed.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on__isnull', True), ('result', '')), models.Q(('concluded_on__isnull', False), models.Q(('result', ''), _negated=True)), _connector='OR'), name='instance_result_iff_concluded', violation_error_message='An instance has a result once it is concluded, and not before.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('served_on__isnull', True), ('concluded_on__isnull', False), _connector='OR'), models.Q(('served_on__isnull', True), ('concluded_on__isnull', True), ('served_on__gte', models.F('concluded_on')), _connector='OR')), name='instance_served_after_conclusion', violation_error_message='A judgment or ruling is served after it is given.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('result__in', ['judgment_affirmed', 'ruling_affirmed', 'remanded', 'ruling_reversed', 'appeal_withdrawn']), _negated=True), models.Q(('level', 'first'), _negated=True), _connector='OR'), models.Q(models.Q(('result__in', ['retrial_refused', 'retrial_ordered']), _negated=True), ('level', 'retrial'), _connector='OR'), models.Q(models.Q(('result__in', ['not_docketed']), _negated=True), ('level', 'first'), _connector='OR')), name='instance_result_fits_level', violation_error_message='A first instance affirms and remands nothing; only a retrial is ordered or refused.'),
        ),
        migrations.AddConstraint(
            model_name='instance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('result__in', ['revoked', 'revoked_redo', 'partly_revoked', 'partly_revoked_redo', 'perform', 'pay', 'unlawful', 'invalid', 'agreement_liability', 'agreement_compensation', 'modified', 'compensate']), models.Q(('loss_ground', ''), _negated=True)), models.Q(models.Q(('result__in', ['revoked', 'revoked_redo', 'partly_revoked', 'partly_revoked_redo', 'perform', 'pay', 'unlawful', 'invalid', 'agreement_liability', 'agreement_compensation', 'modified', 'compensate']), _negated=True), ('loss_ground', '')), _connector='OR'), name='instance_lost_on_a_ground', violation_error_message='A judgment against the agency needs its ground, and nothing else has one.'),
        ),
        migrations.AddIndex(
            model_name='hearing',
            index=models.Index(fields=['-scheduled_on', '-id'], name='hearing_list'),
        ),
        migrations.AddIndex(
            model_name='hearing',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['held_on', 'is_discharged', 'head_rank', 'head_notified_on', 'absence', 'has_spoken', 'has_spoken_to_substance', 'instance', 'voided_on'], name='hearing_by_day'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='hearing_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('instance', 'scheduled_on'), name='hearing_once_a_day', violation_error_message='This instance has a hearing on that day already.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(('held_on__isnull', True), ('adjourned_on__isnull', True), _connector='OR'), name='hearing_held_or_put_off', violation_error_message='A hearing is either held or put off; a new day is a new hearing.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('scheduled_on__isnull', True), ('notified_on__isnull', True), ('scheduled_on__gte', models.F('notified_on')), _connector='OR'), models.Q(('scheduled_on__isnull', True), ('head_notified_on__isnull', True), ('scheduled_on__gte', models.F('head_notified_on')), _connector='OR'), models.Q(('held_on__isnull', True), ('notified_on__isnull', True), ('held_on__gte', models.F('notified_on')), _connector='OR'), models.Q(('held_on__isnull', True), ('head_notified_on__isnull', True), ('held_on__gte', models.F('head_notified_on')), _connector='OR')), name='hearing_after_its_notices', violation_error_message='A hearing follows its notices.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('head_notice', ''), ('head_notified_on__isnull', True)), models.Q(('head_notified_on__isnull', False), models.Q(('head_notice', ''), _negated=True)), _connector='OR'), name='hearing_head_notified_on_a_ground', violation_error_message='A notice for the head has a date and a ground of article 4, both or neither.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('head_rank', ''), ('held_on__isnull', True)), models.Q(('held_on__isnull', False), models.Q(('head_rank', ''), _negated=True)), _connector='OR'), name='hearing_head_known_once_held', violation_error_message='A hearing that was held says who came, even if it was nobody.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('head_rank__in', ['chief', 'deputy', 'deputy_in_charge', 'other_in_charge']), models.Q(('head_name', ''), _negated=True)), models.Q(models.Q(('head_rank__in', ['chief', 'deputy', 'deputy_in_charge', 'other_in_charge']), _negated=True), ('head_name', ''), ('head_post', '')), _connector='OR'), name='hearing_head_has_a_name', violation_error_message='A head who came has a name; nobody has none.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(('is_discharged', False), models.Q(('head_notified_on__isnull', True), ('head_rank', 'none')), _connector='OR'), name='hearing_discharged_without_a_head', violation_error_message='Only a head who is not called again may stay away without a reason (art. 7).'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('head_rank', 'none'), ('is_discharged', False), models.Q(('absence', ''), _negated=True)), models.Q(models.Q(('head_rank', 'none'), ('is_discharged', False), _negated=True), ('absence', '')), _connector='OR'), name='hearing_absence_has_a_reason', violation_error_message='If a head was due and none came, say why; otherwise there is no reason.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('absence__in', ['8-1', '8-2', '8-3', '8-4']), ('absence_proved_on__isnull', False)), models.Q(models.Q(('absence__in', ['8-1', '8-2', '8-3', '8-4']), _negated=True), ('absence_proof', ''), ('absence_proved_on__isnull', True)), _connector='OR'), name='hearing_excuse_is_proved', violation_error_message='A cause under article 8 needs sealed proof; without it there is no cause.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('has_spoken', False), ('head_rank__in', ['chief', 'deputy', 'deputy_in_charge', 'other_in_charge']), _connector='OR'), models.Q(('has_spoken_to_substance', False), ('has_spoken', True), _connector='OR')), name='hearing_spoken_by_who_came', violation_error_message='Only a head who came can have spoken, and to the substance only by speaking.'),
        ),
        migrations.AddConstraint(
            model_name='hearing',
            constraint=models.CheckConstraint(condition=models.Q(('staff_came', False), ('held_on__isnull', False), _connector='OR'), name='hearing_staff_at_a_hearing', violation_error_message='Staff can only have come to a hearing that was held.'),
        ),
        migrations.AddIndex(
            model_name='litigationparty',
            index=models.Index(fields=['name'], name='litigationparty_by_name'),
        ),
        migrations.AddConstraint(
            model_name='litigationparty',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='litigationparty_has_a_name', violation_error_message='A party needs a name.'),
        ),
        migrations.AddConstraint(
            model_name='litigationparty',
            constraint=models.CheckConstraint(condition=models.Q(('persons__gte', 1)), name='litigationparty_is_somebody', violation_error_message='A party stands for at least one person.'),
        ),
        migrations.AddConstraint(
            model_name='litigationparty',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['plaintiff', 'third_party', 'agent'])), name='litigationparty_in_a_role_of_court', violation_error_message='Before a court there are plaintiffs, third parties and agents.'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(fields=['-received_on', '-id'], name='suggestion_list'),
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
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['received_on', 'replied_on', 'kind', 'voided_on'], name='suggestion_by_receipt'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['due_on', 'replied_on', 'voided_on'], name='suggestion_by_due_day'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['replied_on', 'received_on', 'kind', 'adoption', 'voided_on'], name='suggestion_by_reply'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='suggestion_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('issued_by', 'number'), name='suggestion_number_unique', violation_error_message="This body's suggestion of that number is here already."),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='suggestion_has_a_number', violation_error_message='A suggestion needs its document number.'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('received_on__isnull', True), ('issued_on__isnull', True), ('received_on__gte', models.F('issued_on')), _connector='OR'), models.Q(('due_on__isnull', True), ('received_on__isnull', True), ('due_on__gte', models.F('received_on')), _connector='OR'), models.Q(('replied_on__isnull', True), ('received_on__isnull', True), ('replied_on__gte', models.F('received_on')), _connector='OR')), name='suggestion_dates_in_order', violation_error_message='A suggestion is issued, then received, then replied to.'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('adoption', ''), ('replied_on__isnull', True)), models.Q(('replied_on__isnull', False), models.Q(('adoption', ''), _negated=True)), _connector='OR'), name='suggestion_reply_says_whether_adopted', violation_error_message='A reply says whether the suggestion is adopted, and nothing else does.'),
        ),
    ]
