"""The statutory terms and the grounds for leaving time out, as the file of terms has them."""

from django.db import migrations

from cases.registry.timing.seeding import seed, unseed


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_classifications")]

    operations = [migrations.RunPython(seed, unseed)]
