"""What seeds/README.md says of the ledgers is what they are."""

from django.conf import settings

from lawgov.columns import page


def test_the_columns_of_every_ledger_are_documented() -> None:
    readme = (settings.ROOT / "seeds" / "README.md").read_text(encoding="utf-8")

    assert readme.endswith("\n".join(page()) + "\n")
