"""The tables of the statutory clock: terms, grounds, the calendar and the timekeeping."""

import datetime
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_classifications'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('kind', models.CharField(choices=[('correction', 'Correction of the national calendar'), ('closure', 'Closure of the county')], default='correction', max_length=12, verbose_name='kind')),
                ('is_working', models.BooleanField(default=False, verbose_name='is a working day')),
                ('name_zh', models.CharField(max_length=40, verbose_name='名称')),
                ('name_en', models.CharField(max_length=80, verbose_name='name in English')),
                ('why', models.CharField(help_text='The notice or document that says so.', max_length=200, verbose_name='why')),
                ('is_withdrawn', models.BooleanField(default=False, verbose_name='withdrawn')),
                ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
            ],
            options={
                'verbose_name': 'calendar entry',
                'verbose_name_plural': 'calendar entries',
                'ordering': ['-day', 'kind'],
            },
        ),
        migrations.CreateModel(
            name='ExclusionGround',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80, verbose_name='code')),
                ('label_zh', models.CharField(max_length=80, verbose_name='名称')),
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
            },
        ),
        migrations.CreateModel(
            name='StatutoryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80, verbose_name='code')),
                ('label_zh', models.CharField(max_length=80, verbose_name='名称')),
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
            },
        ),
        migrations.AddField(
            model_name='calendarentry',
            name='entered_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by'),
        ),
        migrations.AddConstraint(
            model_name='exclusionground',
            constraint=models.UniqueConstraint(fields=('code', 'valid_from'), name='exclusionground_one_version_from_a_day', violation_error_message='A version of this code begins on that day already.'),
        ),
        migrations.AddConstraint(
            model_name='exclusionground',
            constraint=models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('code',), name='exclusionground_one_open_version', violation_error_message='Close the version in force before adding the next.'),
        ),
        migrations.AddConstraint(
            model_name='exclusionground',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='exclusionground_ends_after_it_begins', violation_error_message='A version cannot end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='knownyear',
            constraint=models.UniqueConstraint(fields=('year',), name='knownyear_once', violation_error_message='This year is entered already.'),
        ),
        migrations.AddConstraint(
            model_name='knownyear',
            constraint=models.CheckConstraint(condition=models.Q(('year__gte', 1950), ('year__lte', 2099)), name='knownyear_within_the_calendar', violation_error_message='The calendar covers the years 1950 to 2099.'),
        ),
        migrations.AddConstraint(
            model_name='statutoryterm',
            constraint=models.UniqueConstraint(fields=('code', 'valid_from'), name='statutoryterm_one_version_from_a_day', violation_error_message='A version of this code begins on that day already.'),
        ),
        migrations.AddConstraint(
            model_name='statutoryterm',
            constraint=models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('code',), name='statutoryterm_one_open_version', violation_error_message='Close the version in force before adding the next.'),
        ),
        migrations.AddConstraint(
            model_name='statutoryterm',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='statutoryterm_ends_after_it_begins', violation_error_message='A version cannot end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='statutoryterm',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('length__gte', 1), ('length__isnull', False)), models.Q(('length__isnull', True), ('varies', 'set')), _connector='OR'), name='statutoryterm_has_a_length', violation_error_message='A term has a length of at least one, unless the document sets it.'),
        ),
        migrations.AddConstraint(
            model_name='statutoryterm',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('extension_article_en', ''), _negated=True), models.Q(('extension_approver_en', ''), ('extension_approver_zh', ''), ('extension_article_zh', ''), ('extension_max__isnull', True), ('extension_times__isnull', True)), _connector='OR'), name='statutoryterm_extended_by_an_article', violation_error_message='An extension needs the article that allows it.'),
        ),
        migrations.AddConstraint(
            model_name='timekeeping',
            constraint=models.CheckConstraint(condition=models.Q(('pk', 1)), name='timekeeping_is_one_row', violation_error_message='There is one row of timekeeping.'),
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
    ]
