"""What a row is called, told from one or two of its columns."""

from typing import ClassVar

from django.db import models


class Called(models.Model):
    """Rows that have a name; a list of names need not read them whole."""

    called_by: ClassVar[tuple[str, ...]] = ("name",)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.called(*(getattr(self, name) for name in self.called_by))

    @staticmethod
    def called(*names: str) -> str:
        """The name, from what stands in the columns of `called_by`."""
        return names[0]
