"""The agencies, people, codes, docket numbers and the clock's own tables."""

import datetime
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='ActKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='code')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('name_en', models.CharField(max_length=80, verbose_name='name in English')),
                ('row', models.CharField(help_text='The row or column of the statistical form that this code is counted in.', max_length=60, verbose_name='counts in row')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, help_text='The first day it no longer holds.', null=True, verbose_name='valid to')),
                ('certainty', models.CharField(choices=[('V', 'read in a source'), ('M', 'from memory'), ('I', 'inferred')], default='M', max_length=1, verbose_name='certainty')),
            ],
            options={
                'verbose_name': 'kind of administrative act',
                'verbose_name_plural': 'kinds of administrative act',
                'ordering': ['position', 'code'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('code',), name='actkind_code_unique', violation_error_message='This code is already taken.'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='actkind_ends_after_it_begins', violation_error_message='A code cannot end before it begins.')],
            },
        ),
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=32, verbose_name='code')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('short_name', models.CharField(blank=True, max_length=20, verbose_name='short name')),
                ('kind', models.CharField(choices=[('county_government', 'County government'), ('bureau', 'Justice bureau'), ('department', 'Department'), ('township', 'Township government'), ('justice_station', 'Justice station'), ('court', 'Court'), ('procuratorate', 'Procuratorate'), ('police_station', 'Police station'), ('petition_office', 'Petition office'), ('mediation_centre', 'Mediation centre'), ('other', 'Other body')], max_length=20, verbose_name='kind')),
                ('since_on', models.DateField(blank=True, null=True, verbose_name='exists since')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='dissolved on')),
                ('is_synthetic', models.BooleanField(default=False, verbose_name='synthetic')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='cases.agency', verbose_name='under')),
            ],
            options={
                'verbose_name': 'agency',
                'verbose_name_plural': 'agencies',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('role', models.CharField(blank=True, choices=[('clerk', 'Clerk'), ('reviewer', 'Reviewer'), ('supervisor', 'Supervisor'), ('system_administrator', 'System administrator'), ('security_administrator', 'Security administrator'), ('auditor', 'Auditor')], max_length=24, verbose_name='role')),
                ('full_name', models.CharField(blank=True, max_length=40, verbose_name='full name')),
                ('is_synthetic', models.BooleanField(default=False, verbose_name='synthetic')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='staff', to='cases.agency', verbose_name='agency')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='CalendarEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('kind', models.CharField(choices=[('correction', 'Correction of the national calendar'), ('closure', 'Closure of the county')], default='correction', max_length=12, verbose_name='kind')),
                ('is_working', models.BooleanField(default=False, verbose_name='is a working day')),
                ('name_zh', models.CharField(max_length=40, verbose_name='name')),
                ('name_en', models.CharField(max_length=80, verbose_name='name in English')),
                ('why', models.CharField(help_text='The notice or document that says so.', max_length=200, verbose_name='why')),
                ('is_withdrawn', models.BooleanField(default=False, verbose_name='withdrawn')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('entered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
            ],
            options={
                'verbose_name': 'calendar entry',
                'verbose_name_plural': 'calendar entries',
                'ordering': ['-day', 'kind'],
            },
        ),
        migrations.CreateModel(
            name='DocketSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('reconsideration', 'Reconsideration'), ('litigation', 'Litigation response'), ('mediation', 'Mediation')], max_length=16, verbose_name='kind')),
                ('prefix', models.CharField(max_length=16, verbose_name='prefix')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('last', models.PositiveIntegerField(default=0, verbose_name='last number taken')),
            ],
            options={
                'verbose_name': 'docket series',
                'verbose_name_plural': 'docket series',
                'ordering': ['-year', 'prefix'],
                'constraints': [models.UniqueConstraint(fields=('prefix', 'year'), name='docketseries_one_per_prefix_and_year', violation_error_message='This prefix already has a series for the year.')],
            },
        ),
        migrations.CreateModel(
            name='DocketNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveIntegerField(verbose_name='sequence')),
                ('text', models.CharField(max_length=40, verbose_name='docket number')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='numbers', to='cases.docketseries', verbose_name='series')),
            ],
            options={
                'verbose_name': 'docket number',
                'verbose_name_plural': 'docket numbers',
                'ordering': ['series', 'sequence'],
            },
        ),
        migrations.CreateModel(
            name='ExclusionGround',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80, verbose_name='code')),
                ('label_zh', models.CharField(max_length=80, verbose_name='name')),
                ('label_en', models.CharField(max_length=120, verbose_name='name in English')),
                ('article_zh', models.CharField(max_length=200, verbose_name='article')),
                ('article_en', models.CharField(max_length=200, verbose_name='article in English')),
                ('valid_from', models.DateField(verbose_name='in force from')),
                ('valid_to', models.DateField(blank=True, help_text='The last day it holds.', null=True, verbose_name='in force to')),
                ('certainty', models.CharField(choices=[('V', 'read in the text'), ('M', 'from memory, to be confirmed'), ('I', 'our own reading')], default='M', max_length=1, verbose_name='certainty')),
                ('source', models.CharField(blank=True, max_length=40, verbose_name='source')),
                ('note_zh', models.TextField(blank=True, verbose_name='note')),
                ('note_en', models.TextField(blank=True, verbose_name='note in English')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Of several grounds of one term the first is meant when none is named.', verbose_name='position')),
                ('terms', models.TextField(blank=True, default='', help_text='One to a line.', verbose_name='codes of the terms')),
            ],
            options={
                'verbose_name': 'ground for leaving time out',
                'verbose_name_plural': 'grounds for leaving time out',
                'ordering': ['position', 'code', 'valid_from'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('code', 'valid_from'), name='exclusionground_one_version_from_a_day', violation_error_message='A version of this code begins on that day already.'), models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('code',), name='exclusionground_one_open_version', violation_error_message='Close the version in force before adding the next.'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='exclusionground_ends_after_it_begins', violation_error_message='A version cannot end before it begins.')],
            },
        ),
        migrations.CreateModel(
            name='Field',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='code')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('name_en', models.CharField(max_length=80, verbose_name='name in English')),
                ('row', models.CharField(help_text='The row or column of the statistical form that this code is counted in.', max_length=60, verbose_name='counts in row')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, help_text='The first day it no longer holds.', null=True, verbose_name='valid to')),
                ('certainty', models.CharField(choices=[('V', 'read in a source'), ('M', 'from memory'), ('I', 'inferred')], default='M', max_length=1, verbose_name='certainty')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='cases.field', verbose_name='succeeded by')),
            ],
            options={
                'verbose_name': 'field of administration',
                'verbose_name_plural': 'fields of administration',
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='KnownYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('notice', models.CharField(max_length=80, verbose_name='notice')),
            ],
            options={
                'verbose_name': 'year with its notice entered',
                'verbose_name_plural': 'years with their notice entered',
                'ordering': ['-year'],
                'constraints': [models.UniqueConstraint(fields=('year',), name='knownyear_once', violation_error_message='This year is entered already.'), models.CheckConstraint(condition=models.Q(('year__gte', 1950), ('year__lte', 2099)), name='knownyear_within_the_calendar', violation_error_message='The calendar covers the years 1950 to 2099.')],
            },
        ),
        migrations.CreateModel(
            name='RespondentKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='code')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('name_en', models.CharField(max_length=80, verbose_name='name in English')),
                ('row', models.CharField(help_text='The row or column of the statistical form that this code is counted in.', max_length=60, verbose_name='counts in row')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, help_text='The first day it no longer holds.', null=True, verbose_name='valid to')),
                ('certainty', models.CharField(choices=[('V', 'read in a source'), ('M', 'from memory'), ('I', 'inferred')], default='M', max_length=1, verbose_name='certainty')),
            ],
            options={
                'verbose_name': 'kind of respondent',
                'verbose_name_plural': 'kinds of respondent',
                'ordering': ['position', 'code'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('code',), name='respondentkind_code_unique', violation_error_message='This code is already taken.'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='respondentkind_ends_after_it_begins', violation_error_message='A code cannot end before it begins.')],
            },
        ),
        migrations.AddField(
            model_name='agency',
            name='respondent_kind',
            field=models.ForeignKey(blank=True, help_text='The column of respondents it falls into when an act of its is reviewed.', null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.respondentkind', verbose_name='counts in the statistics as'),
        ),
        migrations.CreateModel(
            name='StatutoryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80, verbose_name='code')),
                ('label_zh', models.CharField(max_length=80, verbose_name='name')),
                ('label_en', models.CharField(max_length=120, verbose_name='name in English')),
                ('article_zh', models.CharField(max_length=200, verbose_name='article')),
                ('article_en', models.CharField(max_length=200, verbose_name='article in English')),
                ('valid_from', models.DateField(verbose_name='in force from')),
                ('valid_to', models.DateField(blank=True, help_text='The last day it holds.', null=True, verbose_name='in force to')),
                ('certainty', models.CharField(choices=[('V', 'read in the text'), ('M', 'from memory, to be confirmed'), ('I', 'our own reading')], default='M', max_length=1, verbose_name='certainty')),
                ('source', models.CharField(blank=True, max_length=40, verbose_name='source')),
                ('note_zh', models.TextField(blank=True, verbose_name='note')),
                ('note_en', models.TextField(blank=True, verbose_name='note in English')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Of several grounds of one term the first is meant when none is named.', verbose_name='position')),
                ('length', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='length')),
                ('unit', models.CharField(choices=[('working_day', 'working days'), ('calendar_day', 'calendar days'), ('month', 'months'), ('year', 'years')], max_length=12, verbose_name='unit')),
                ('direction', models.CharField(choices=[('forward', 'counted on from the event'), ('backward', 'counted back from the day')], default='forward', max_length=8, verbose_name='direction')),
                ('rolls', models.BooleanField(verbose_name='a last day that is off moves to the next working day')),
                ('suspends', models.BooleanField(default=False, verbose_name='time lost on a ground is left out')),
                ('varies', models.CharField(choices=[('none', 'fixed by this law'), ('longer', 'longer where another law says so'), ('shorter', 'shorter where another law says so'), ('set', 'set by another law or by the document')], default='none', max_length=8, verbose_name='may be set otherwise')),
                ('trigger_zh', models.CharField(max_length=120, verbose_name='counted from')),
                ('trigger_en', models.CharField(max_length=200, verbose_name='counted from, in English')),
                ('lapse_zh', models.CharField(blank=True, max_length=160, verbose_name='if it lapses')),
                ('lapse_en', models.CharField(blank=True, max_length=240, verbose_name='if it lapses, in English')),
                ('lapse_event', models.CharField(blank=True, choices=[('acceptance', 'deemed acceptance'), ('abandonment', 'deemed abandonment')], max_length=12, verbose_name='what begins when it lapses')),
                ('converts_to', models.CharField(blank=True, help_text="Code of the ordinary procedure's term, for one of the simplified.", max_length=80, verbose_name='converts to')),
                ('converts_while_running', models.BooleanField(default=False, verbose_name='converts only before it runs out')),
                ('extension_max', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='extended by at most')),
                ('extension_times', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='extended at most so often')),
                ('extension_approver_zh', models.CharField(blank=True, max_length=80, verbose_name='extended by whom')),
                ('extension_approver_en', models.CharField(blank=True, max_length=120, verbose_name='extended by whom, in English')),
                ('extension_article_zh', models.CharField(blank=True, max_length=200, verbose_name='article on extension')),
                ('extension_article_en', models.CharField(blank=True, max_length=200, verbose_name='article on extension, in English')),
            ],
            options={
                'verbose_name': 'statutory term',
                'verbose_name_plural': 'statutory terms',
                'ordering': ['position', 'code', 'valid_from'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('code', 'valid_from'), name='statutoryterm_one_version_from_a_day', violation_error_message='A version of this code begins on that day already.'), models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('code',), name='statutoryterm_one_open_version', violation_error_message='Close the version in force before adding the next.'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='statutoryterm_ends_after_it_begins', violation_error_message='A version cannot end before it begins.'), models.CheckConstraint(condition=models.Q(models.Q(('length__gte', 1), ('length__isnull', False)), models.Q(('length__isnull', True), ('varies', 'set')), _connector='OR'), name='statutoryterm_has_a_length', violation_error_message='A term has a length of at least one, unless the document sets it.'), models.CheckConstraint(condition=models.Q(models.Q(('extension_article_en', ''), _negated=True), models.Q(('extension_approver_en', ''), ('extension_approver_zh', ''), ('extension_article_zh', ''), ('extension_max__isnull', True), ('extension_times__isnull', True)), _connector='OR'), name='statutoryterm_extended_by_an_article', violation_error_message='An extension needs the article that allows it.')],
            },
        ),
        migrations.CreateModel(
            name='Timekeeping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('closures_count', models.BooleanField(default=False, help_text='Otherwise they are shown beside; the earlier of two dates is the safe one.', verbose_name='closures of the county count for statutory terms')),
                ('revision', models.CharField(default='', editable=False, max_length=32, verbose_name='revision')),
                ('reckoned_for', models.CharField(default='', editable=False, max_length=80, verbose_name='reckoned for')),
            ],
            options={
                'verbose_name': 'timekeeping',
                'verbose_name_plural': 'timekeeping',
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='timekeeping_is_one_row', violation_error_message='There is one row of timekeeping.')],
            },
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('role', ''), ('agency__isnull', False), _connector='OR'), name='user_of_a_role_has_an_agency', violation_error_message='A person with a role belongs to an agency.'),
        ),
        migrations.AddConstraint(
            model_name='calendarentry',
            constraint=models.UniqueConstraint(condition=models.Q(('is_withdrawn', False)), fields=('day', 'kind'), name='calendarentry_one_of_a_kind_a_day', violation_error_message='The day has an entry of this kind already.'),
        ),
        migrations.AddConstraint(
            model_name='calendarentry',
            constraint=models.CheckConstraint(condition=models.Q(('day__gte', datetime.date(1950, 1, 1)), ('day__lte', datetime.date(2099, 12, 31))), name='calendarentry_within_the_calendar', violation_error_message='The calendar covers the years 1950 to 2099.'),
        ),
        migrations.AddConstraint(
            model_name='calendarentry',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'correction'), ('is_working', False), _connector='OR'), name='calendarentry_closure_is_a_day_off', violation_error_message='A closure of the county is a day off.'),
        ),
        migrations.AddConstraint(
            model_name='docketnumber',
            constraint=models.UniqueConstraint(fields=('series', 'sequence'), name='docketnumber_taken_once', violation_error_message='This docket number is already taken.'),
        ),
        migrations.AddConstraint(
            model_name='docketnumber',
            constraint=models.UniqueConstraint(fields=('text',), name='docketnumber_text_unique', violation_error_message='This docket number is already taken.'),
        ),
        migrations.AddConstraint(
            model_name='docketnumber',
            constraint=models.CheckConstraint(condition=models.Q(('sequence__gte', 1)), name='docketnumber_counts_from_one', violation_error_message='Docket numbers count from one.'),
        ),
        migrations.AddConstraint(
            model_name='field',
            constraint=models.UniqueConstraint(fields=('code',), name='field_code_unique', violation_error_message='This code is already taken.'),
        ),
        migrations.AddConstraint(
            model_name='field',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='field_ends_after_it_begins', violation_error_message='A code cannot end before it begins.'),
        ),
        migrations.AddIndex(
            model_name='agency',
            index=models.Index(fields=['kind', 'code'], name='agency_by_kind'),
        ),
        migrations.AddConstraint(
            model_name='agency',
            constraint=models.UniqueConstraint(fields=('code',), name='agency_code_unique', violation_error_message='Another agency bears this code.'),
        ),
        migrations.AddConstraint(
            model_name='agency',
            constraint=models.CheckConstraint(condition=models.Q(('code', ''), _negated=True), name='agency_code_not_empty', violation_error_message='An agency needs a code.'),
        ),
        migrations.AddConstraint(
            model_name='agency',
            constraint=models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='agency_not_its_own_parent', violation_error_message='An agency cannot stand under itself.'),
        ),
        migrations.AddConstraint(
            model_name='agency',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('since_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='agency_dissolved_after_founding', violation_error_message='An agency cannot be dissolved before it exists.'),
        ),
    ]
