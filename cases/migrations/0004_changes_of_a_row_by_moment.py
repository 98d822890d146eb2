"""An index on changes says when, so that what a row said at a moment is told without reading them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_statutory_terms"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="change",
            name="change_by_row",
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(fields=["row_key", "label", "at"], name="change_by_row"),
        ),
    ]
