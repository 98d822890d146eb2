"""The tables of mediation."""

import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
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
            name='Mediation',
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
                ('door', models.CharField(choices=[('court', 'Court'), ('police', 'Police station'), ('petition', 'Petition office'), ('application', 'Application of the parties'), ('proactive', 'Taken up by the mediators')], max_length=12, verbose_name='came by way of')),
                ('origin_number', models.CharField(blank=True, help_text='Docket number of the court, number of the incident or of the petition.', max_length=60, verbose_name='number there')),
                ('commission', models.CharField(blank=True, choices=[('before_filing', 'Before filing (30 days)'), ('ordinary', 'After filing, ordinary procedure (15 days)'), ('simplified', 'After filing, simplified procedure (7 days)')], max_length=16, verbose_name='entrusted')),
                ('received_on', models.DateField(help_text='The day the court, station or office recorded it, or the parties applied.', verbose_name='received on')),
                ('kind', models.CharField(choices=[('family', 'Marriage and family'), ('neighbours', 'Neighbours'), ('housing', 'Houses and house sites'), ('contract', 'Contracts'), ('business', 'Production and business'), ('damages', 'Damages'), ('land', 'Forest and land'), ('expropriation', 'Expropriation and demolition'), ('pollution', 'Environmental pollution'), ('labour', 'Labour'), ('consumers', 'Consumers'), ('medical', 'Medical treatment'), ('traffic', 'Road traffic'), ('property', 'Property management'), ('other', 'Other disputes')], max_length=16, verbose_name='kind of dispute')),
                ('summary', models.TextField(blank=True, verbose_name='what it is about')),
                ('persons', models.PositiveIntegerField(default=2, verbose_name='persons concerned')),
                ('is_enterprise_related', models.BooleanField(default=False, verbose_name='concerns an enterprise')),
                ('referred_on', models.DateField(blank=True, null=True, verbose_name='referred on')),
                ('turned_away_on', models.DateField(blank=True, null=True, verbose_name='not referred or accepted on')),
                ('turned_away', models.CharField(blank=True, choices=[('no_consent', 'A party does not want mediation'), ('unsuitable', 'Not suited to mediation'), ('not_competent', 'Belongs elsewhere'), ('withdrawn', 'Withdrawn before referral'), ('other', 'Otherwise settled beforehand')], max_length=16, verbose_name='not referred or accepted because')),
                ('accepted_on', models.DateField(blank=True, null=True, verbose_name='accepted by the centre on')),
                ('begun_on', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('referred_on', 'accepted_on'), output_field=models.DateField(null=True, verbose_name='taken up on'))),
                ('intake_ended_on', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('referred_on', 'accepted_on', 'turned_away_on'), output_field=models.DateField(null=True, verbose_name='intake ended on'))),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='mediation ended on')),
                ('result', models.CharField(blank=True, choices=[('agreed', 'Agreement reached'), ('settled', 'Settled by the parties, claim withdrawn'), ('unreachable', 'A party could not be reached'), ('unwilling', 'A party would not go on'), ('far_apart', 'Too far apart to agree'), ('lapsed', 'Period ended without an agreement'), ('unsigned', 'A party refused to sign'), ('other', 'Ended for another reason'), ('no_consent', 'Sent back, the other side does not consent'), ('declined', 'Sent back, not accepted by the centre')], max_length=16, verbose_name='result of mediation')),
                ('has_prevented_crime', models.BooleanField(default=False, verbose_name='kept a quarrel from becoming a crime')),
                ('has_prevented_collective_action', models.BooleanField(default=False, verbose_name='prevented a collective petition or clash')),
                ('returned_to_court_on', models.DateField(blank=True, null=True, verbose_name='returned to the court on')),
                ('agreement_on', models.DateField(blank=True, null=True, verbose_name='agreement reached on')),
                ('agreement_kind', models.CharField(blank=True, choices=[('written', 'Written agreement'), ('oral', 'Oral agreement')], max_length=8, verbose_name='form of the agreement')),
                ('agreement_number', models.CharField(blank=True, max_length=60, verbose_name='number of the agreement')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount agreed (yuan)')),
                ('performed_on', models.DateField(blank=True, null=True, verbose_name='performed on')),
                ('confirmation_applied_on', models.DateField(blank=True, null=True, verbose_name='judicial confirmation applied for on')),
                ('confirmed_on', models.DateField(blank=True, null=True, verbose_name='judicially confirmed on')),
                ('confirmation_refused_on', models.DateField(blank=True, null=True, verbose_name='confirmation refused on')),
                ('confirmation_number', models.CharField(blank=True, max_length=60, verbose_name='docket number of the confirmation')),
                ('centre', models.ForeignKey(blank=True, limit_choices_to={'kind': 'mediation_centre'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mediations', to='cases.agency', verbose_name='mediation centre')),
                ('docket', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='mediation', to='cases.docketnumber', verbose_name='docket number')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('origin', models.ForeignKey(blank=True, limit_choices_to={'kind__in': ['court', 'police_station', 'petition_office']}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referred_mediations', to='cases.agency', verbose_name='referred by')),
            ],
            options={
                'verbose_name': 'mediation',
                'verbose_name_plural': 'mediations',
                'ordering': ['-received_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MediationOrganisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('code', models.CharField(max_length=32, verbose_name='register number')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('kind', models.CharField(choices=[('village', 'Village committee'), ('community', 'Community committee'), ('township', 'Township committee'), ('enterprise', 'Committee of an enterprise or institution'), ('professional', 'Committee of a trade or profession'), ('centre', 'Mediation centre'), ('other', 'Other organisation')], max_length=16, verbose_name='kind')),
                ('since_on', models.DateField(verbose_name='set up on')),
                ('until_on', models.DateField(blank=True, help_text='The first day it is gone.', null=True, verbose_name='dissolved on')),
                ('agency', models.ForeignKey(blank=True, help_text='The township, department or centre it stands under.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mediation_organisations', to='cases.agency', verbose_name='stands under')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
            ],
            options={
                'verbose_name': 'mediation organisation',
                'verbose_name_plural': 'mediation organisations',
                'ordering': ['code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MediationParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('applicant', 'Applicant'), ('plaintiff', 'Plaintiff'), ('party', 'Party to the dispute'), ('third_party', 'Third party'), ('agent', 'Agent')], max_length=16, verbose_name='role')),
                ('kind', models.CharField(choices=[('citizen', 'Citizen'), ('organisation', 'Legal person or other organisation')], default='citizen', max_length=16, verbose_name='kind')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('persons', models.PositiveIntegerField(default=1, help_text='More than one where several apply together under this name.', verbose_name='number of persons')),
                ('identity_number', models.CharField(blank=True, max_length=18, verbose_name='identity or credit number')),
                ('telephone', models.CharField(blank=True, max_length=20, verbose_name='telephone')),
                ('address', models.CharField(blank=True, max_length=120, verbose_name='address')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='mediation.mediation', verbose_name='mediation')),
            ],
            options={
                'verbose_name': 'party to a mediation',
                'verbose_name_plural': 'parties to mediations',
                'ordering': ['pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Mediator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('code', models.CharField(max_length=32, verbose_name="mediator's number")),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('kind', models.CharField(choices=[('full_time', 'Full-time'), ('part_time', 'Part-time')], max_length=12, verbose_name='kind')),
                ('telephone', models.CharField(blank=True, max_length=20, verbose_name='telephone')),
                ('since_on', models.DateField(verbose_name='mediator since')),
                ('until_on', models.DateField(blank=True, help_text='The first day no longer one.', null=True, verbose_name='mediator until')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mediators', to='mediation.mediationorganisation', verbose_name='mediation organisation')),
            ],
            options={
                'verbose_name': 'mediator',
                'verbose_name_plural': 'mediators',
                'ordering': ['code'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='mediation',
            name='mediator',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mediations', to='mediation.mediator', verbose_name='mediator'),
        ),
        migrations.CreateModel(
            name='OutreachSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('is_synthetic', models.BooleanField(default=False, help_text='Made up for demonstration; concerns nobody.', verbose_name='synthetic')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='voided on')),
                ('void_reason', models.CharField(blank=True, max_length=200, verbose_name='reason for voiding')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('number', models.CharField(max_length=40, verbose_name='session number')),
                ('held_on', models.DateField(verbose_name='session held on')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='place')),
                ('cadres', models.PositiveIntegerField(blank=True, null=True, verbose_name='cadres present')),
                ('residents', models.PositiveIntegerField(blank=True, null=True, verbose_name='residents present')),
                ('requests_heard', models.PositiveIntegerField(default=0, verbose_name='requests heard')),
                ('requests_resolved', models.PositiveIntegerField(default=0, verbose_name='requests resolved')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outreach_sessions', to='cases.agency', verbose_name='held by')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
            ],
            options={
                'verbose_name': 'outreach session',
                'verbose_name_plural': 'outreach sessions',
                'ordering': ['-held_on', '-pk'],
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='mediationorganisation',
            index=models.Index(fields=['name'], name='mediationorg_by_name'),
        ),
        migrations.AddIndex(
            model_name='mediationorganisation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['since_on', 'until_on', 'kind', 'voided_on'], name='mediationorg_by_founding'),
        ),
        migrations.AddIndex(
            model_name='mediationorganisation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['until_on', 'since_on', 'kind', 'voided_on'], name='mediationorg_by_dissolution'),
        ),
        migrations.AddConstraint(
            model_name='mediationorganisation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='mediationorganisation_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='mediationorganisation',
            constraint=models.UniqueConstraint(fields=('code',), name='mediationorganisation_code_unique', violation_error_message='Another organisation bears this number.'),
        ),
        migrations.AddConstraint(
            model_name='mediationorganisation',
            constraint=models.CheckConstraint(condition=models.Q(('code', ''), _negated=True), name='mediationorganisation_code_not_empty', violation_error_message='A mediation organisation needs its number in the register.'),
        ),
        migrations.AddConstraint(
            model_name='mediationorganisation',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('since_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='mediationorganisation_dissolved_after_founding', violation_error_message='An organisation cannot be dissolved before it is set up.'),
        ),
        migrations.AddIndex(
            model_name='mediationparty',
            index=models.Index(fields=['name'], name='mediationparty_by_name'),
        ),
        migrations.AddConstraint(
            model_name='mediationparty',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='mediationparty_has_a_name', violation_error_message='A party needs a name.'),
        ),
        migrations.AddConstraint(
            model_name='mediationparty',
            constraint=models.CheckConstraint(condition=models.Q(('persons__gte', 1)), name='mediationparty_is_somebody', violation_error_message='A party stands for at least one person.'),
        ),
        migrations.AddIndex(
            model_name='mediator',
            index=models.Index(fields=['name'], name='mediator_by_name'),
        ),
        migrations.AddIndex(
            model_name='mediator',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['since_on', 'until_on', 'kind', 'voided_on'], name='mediator_by_appointment'),
        ),
        migrations.AddIndex(
            model_name='mediator',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['until_on', 'since_on', 'kind', 'voided_on'], name='mediator_by_departure'),
        ),
        migrations.AddConstraint(
            model_name='mediator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='mediator_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='mediator',
            constraint=models.UniqueConstraint(fields=('code',), name='mediator_code_unique', violation_error_message='Another mediator bears this number.'),
        ),
        migrations.AddConstraint(
            model_name='mediator',
            constraint=models.CheckConstraint(condition=models.Q(('code', ''), _negated=True), name='mediator_code_not_empty', violation_error_message='A mediator needs a number.'),
        ),
        migrations.AddConstraint(
            model_name='mediator',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('since_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='mediator_leaves_after_beginning', violation_error_message='A mediator cannot leave before beginning.'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(fields=['-received_on', '-id'], name='mediation_list'),
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
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(fields=['origin_number'], name='mediation_by_origin_number'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['received_on', 'door', 'commission', 'voided_on'], name='mediation_by_receipt'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['intake_ended_on', 'received_on', 'voided_on'], name='mediation_by_intake'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('turned_away_on__isnull', False)), fields=['turned_away_on', 'door', 'commission', 'voided_on'], name='mediation_by_refusal'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['begun_on', 'door', 'commission', 'origin', 'centre', 'persons', 'voided_on'], name='mediation_by_beginning'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['concluded_on', 'begun_on', 'door', 'commission', 'result', 'agreement_kind', 'amount', 'is_enterprise_related', 'has_prevented_crime', 'has_prevented_collective_action', 'voided_on'], name='mediation_by_conclusion'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('returned_to_court_on__isnull', False)), fields=['returned_to_court_on', 'voided_on'], name='mediation_by_return'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('performed_on__isnull', False)), fields=['performed_on', 'voided_on'], name='mediation_by_performance'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('confirmation_applied_on__isnull', False)), fields=['confirmation_applied_on', 'voided_on'], name='mediation_by_application'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('confirmed_on__isnull', False)), fields=['confirmed_on', 'voided_on'], name='mediation_by_confirmation'),
        ),
        migrations.AddIndex(
            model_name='mediation',
            index=models.Index(condition=models.Q(('voided_on__isnull', True), ('confirmation_refused_on__isnull', False)), fields=['confirmation_refused_on', 'voided_on'], name='mediation_by_denial'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='mediation_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('door__in', ['court', 'police', 'petition']), ('origin__isnull', False)), models.Q(models.Q(('door__in', ['court', 'police', 'petition']), _negated=True), ('origin__isnull', True), ('origin_number', '')), _connector='OR'), name='mediation_origin_iff_referred', violation_error_message='A court, police station or petition office refers; other matters come from nobody.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('door', 'court'), models.Q(('commission', ''), _negated=True)), models.Q(models.Q(('door', 'court'), _negated=True), ('commission', '')), _connector='OR'), name='mediation_commission_iff_from_court', violation_error_message='A matter from a court says how it was entrusted, and no other does.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('persons__gte', 1)), name='mediation_concerns_somebody', violation_error_message='A dispute concerns at least one person.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True), models.Q(('origin_number', ''), _negated=True)), fields=('origin', 'origin_number'), name='mediation_origin_number_once', violation_error_message='This matter of the same court, station or office is entered.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('referred_on__isnull', True), ('door__in', ['court', 'police', 'petition']), _connector='OR'), name='mediation_referred_by_somebody', violation_error_message='Only a court, police station or petition office refers a matter.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('referred_on__isnull', True), ('received_on__isnull', True), ('referred_on__gte', models.F('received_on')), _connector='OR'), name='mediation_referred_after_receipt', violation_error_message='A matter cannot be referred before it is received.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_on__isnull', True), ('received_on__isnull', True), ('accepted_on__gte', models.F('received_on')), _connector='OR'), name='mediation_accepted_after_receipt', violation_error_message='A matter cannot be accepted before it is received.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('door__in', ['court', 'police', 'petition']), _negated=True), ('accepted_on__isnull', True), ('referred_on__isnull', False), _connector='OR'), models.Q(('accepted_on__isnull', True), ('referred_on__isnull', True), ('accepted_on__gte', models.F('referred_on')), _connector='OR')), name='mediation_accepted_after_referral', violation_error_message='The centre accepts a matter after it is referred.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('referred_on__isnull', True), ('centre__isnull', False), _connector='OR'), models.Q(('accepted_on__isnull', True), ('centre__isnull', False), _connector='OR')), name='mediation_taken_up_at_a_centre', violation_error_message='A matter referred or accepted names the mediation centre.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('turned_away_on__isnull', True), models.Q(('accepted_on__isnull', True), ('referred_on__isnull', True)), _connector='OR'), name='mediation_turned_away_or_taken_up', violation_error_message='A matter is either taken up or turned away, not both.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('turned_away_on__isnull', True), ('received_on__isnull', True), ('turned_away_on__gte', models.F('received_on')), _connector='OR'), name='mediation_turned_away_after_receipt', violation_error_message='A matter cannot be turned away before it is received.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('turned_away', ''), ('turned_away_on__isnull', True)), models.Q(('turned_away_on__isnull', False), models.Q(('turned_away', ''), _negated=True)), _connector='OR'), name='mediation_turned_away_says_why', violation_error_message='A matter turned away needs the date and the reason, both or neither.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on__isnull', True), ('referred_on__isnull', False), ('concluded_on__isnull', True), ('accepted_on__isnull', False), _connector='OR'), models.Q(('concluded_on__isnull', True), ('referred_on__isnull', True), ('concluded_on__gte', models.F('referred_on')), _connector='OR'), models.Q(('concluded_on__isnull', True), ('accepted_on__isnull', True), ('concluded_on__gte', models.F('accepted_on')), _connector='OR')), name='mediation_concluded_after_it_began', violation_error_message='Only a matter taken up is concluded, and not before it is taken up.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on__isnull', True), ('result', '')), models.Q(('concluded_on__isnull', False), models.Q(('result', ''), _negated=True)), _connector='OR'), name='mediation_result_iff_concluded', violation_error_message='A mediation has a result once it is concluded, and not before.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('result', ''), ('result__in', ['no_consent', 'declined']), ('accepted_on__isnull', False), _connector='OR'), name='mediation_result_after_acceptance', violation_error_message='Only what the centre accepted can succeed or fail; anything else is sent back.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('result', 'declined'), _negated=True), ('accepted_on__isnull', True), _connector='OR'), name='mediation_declined_not_accepted', violation_error_message='What the centre did not accept has no date of acceptance.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('has_prevented_collective_action', False), ('has_prevented_crime', False)), ('concluded_on__isnull', False), _connector='OR'), name='mediation_prevented_once_concluded', violation_error_message='What a mediation prevented is known once it is concluded.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('returned_to_court_on__isnull', True), models.Q(('concluded_on__isnull', False), ('door', 'court')), _connector='OR'), name='mediation_returned_to_a_court', violation_error_message='Only a concluded matter that came from a court returns there.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('returned_to_court_on__isnull', True), ('concluded_on__isnull', True), ('returned_to_court_on__gte', models.F('concluded_on')), _connector='OR'), name='mediation_returned_after_conclusion', violation_error_message='A matter cannot return to the court before it is concluded.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreement_on__isnull', False), ('result', 'agreed'), models.Q(('agreement_kind', ''), _negated=True)), models.Q(models.Q(('result', 'agreed'), _negated=True), ('agreement_kind', ''), ('agreement_on__isnull', True)), _connector='OR'), name='mediation_agreement_iff_agreed', violation_error_message='An agreement has its date and its form, and nothing else has them.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreement_on__isnull', True), ('accepted_on__isnull', True), ('agreement_on__gte', models.F('accepted_on')), _connector='OR'), models.Q(('concluded_on__isnull', True), ('agreement_on__isnull', True), ('concluded_on__gte', models.F('agreement_on')), _connector='OR')), name='mediation_agreement_during_mediation', violation_error_message='An agreement is reached after acceptance and not after the conclusion.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('amount__isnull', True), models.Q(('agreement_on__isnull', False), ('amount__gte', 0)), _connector='OR'), name='mediation_amount_of_an_agreement', violation_error_message='An amount belongs to an agreement and cannot be negative.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('performed_on__isnull', True), ('agreement_on__isnull', False), _connector='OR'), models.Q(('performed_on__isnull', True), ('agreement_on__isnull', True), ('performed_on__gte', models.F('agreement_on')), _connector='OR')), name='mediation_performed_after_agreement', violation_error_message='An agreement is performed after it is reached.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmation_applied_on__isnull', True), ('agreement_on__isnull', False), _connector='OR'), models.Q(('confirmation_applied_on__isnull', True), ('agreement_on__isnull', True), ('confirmation_applied_on__gte', models.F('agreement_on')), _connector='OR')), name='mediation_confirmation_of_an_agreement', violation_error_message='Judicial confirmation is applied for after an agreement is reached.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_on__isnull', True), ('confirmation_applied_on__isnull', False), _connector='OR'), models.Q(('confirmed_on__isnull', True), ('confirmation_applied_on__isnull', True), ('confirmed_on__gte', models.F('confirmation_applied_on')), _connector='OR')), name='mediation_confirmed_after_application', violation_error_message='The court confirms an agreement after the parties apply.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmation_refused_on__isnull', True), ('confirmation_applied_on__isnull', False), _connector='OR'), models.Q(('confirmation_refused_on__isnull', True), ('confirmation_applied_on__isnull', True), ('confirmation_refused_on__gte', models.F('confirmation_applied_on')), _connector='OR')), name='mediation_confirmation_refused_after_application', violation_error_message='The court refuses a confirmation after the parties apply.'),
        ),
        migrations.AddConstraint(
            model_name='mediation',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_on__isnull', True), ('confirmation_refused_on__isnull', True), _connector='OR'), name='mediation_confirmed_or_refused', violation_error_message='An agreement is either confirmed or refused, not both.'),
        ),
        migrations.AddIndex(
            model_name='outreachsession',
            index=models.Index(fields=['-held_on', '-id'], name='outreach_list'),
        ),
        migrations.AddIndex(
            model_name='outreachsession',
            index=models.Index(condition=models.Q(('voided_on__isnull', True)), fields=['held_on', 'requests_heard', 'requests_resolved', 'voided_on'], name='outreach_by_session'),
        ),
        migrations.AddConstraint(
            model_name='outreachsession',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_on__isnull', True)), models.Q(('voided_on__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='outreachsession_voided_with_a_reason', violation_error_message='A record is voided with a date and a reason.'),
        ),
        migrations.AddConstraint(
            model_name='outreachsession',
            constraint=models.UniqueConstraint(fields=('number',), name='outreachsession_number_unique', violation_error_message='Another session bears this number.'),
        ),
        migrations.AddConstraint(
            model_name='outreachsession',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='outreachsession_number_not_empty', violation_error_message='A session needs a number.'),
        ),
        migrations.AddConstraint(
            model_name='outreachsession',
            constraint=models.CheckConstraint(condition=models.Q(('requests_resolved__lte', models.F('requests_heard'))), name='outreachsession_resolves_what_it_heard', violation_error_message='No more requests can be resolved than were heard.'),
        ),
    ]
