"""How papers are attached: several at once, each looked at before it is put away."""

import hashlib
from copy import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseInlineFormSet
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.registry.attachments.formats import Format, NotTaken, accepted, recognised
from cases.registry.attachments.models import Attachment
from cases.registry.attachments.storage import put_away
from cases.registry.desk.choices import ChoosingForm
from cases.registry.users import User

LONGEST_NAME = 200


@dataclass(frozen=True)
class Paper:
    """A file that was sent, of a type that is taken."""

    file: UploadedFile[Any]
    format: Format
    sha256: str

    @classmethod
    def looked_at(cls, file: UploadedFile[Any]) -> "Paper":
        """
        Raises:
            ValidationError: the file is too large or of a type that is not taken.
        """
        name = file.name or ""
        most = settings.LAWGOV_FILE_LIMIT
        size = file.size or 0
        if size > most:
            message = _("“%(name)s” is not taken: it has %(size)s, and %(most)s are the most.")
            sizes = {"size": filesizeformat(size), "most": filesizeformat(most)}
            raise ValidationError(message % {"name": name, **sizes})
        try:
            found = recognised(file, name)  # type: ignore[arg-type]  # read like any file
        except NotTaken as refusal:
            raise ValidationError(str(refusal)) from refusal
        file.seek(0)
        return cls(file, found, hashlib.file_digest(file, "sha256").hexdigest())

    @property
    def name(self) -> str:
        """The name it came under; a longer one keeps its end, which says the type."""
        return (self.file.name or "")[-LONGEST_NAME:]


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class PapersField(forms.FileField):
    """Any number of files for one row; they share its kind, number and date."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Paper]:
        files = [super(PapersField, self).clean(file, initial) for file in data or [None]]
        papers, refusals = [], []
        for file in files:
            try:
                papers.append(Paper.looked_at(file))
            except ValidationError as refusal:
                refusals.append(refusal)
        if refusals:
            raise ValidationError(refusals)
        return papers

    def has_changed(self, initial: Any, data: Any) -> bool:  # noqa: ARG002
        return bool(data)


class KeptFile(forms.Widget):
    """A file that is there already: its name leads to it, and it says what, how large, by whom."""

    def __init__(self, attachment: Attachment) -> None:
        super().__init__()
        self.attachment = attachment

    def render(self, *_args: Any, **_kwargs: Any) -> SafeString:
        return drawn(self.attachment)


def drawn(attachment: Attachment) -> SafeString:
    return render_to_string("lawgov/attachment.html", {"attachment": attachment})


class AttachmentForm(ChoosingForm):
    """One row: files to be attached, or a file that was and can only be described or withdrawn."""

    file = PapersField(label=gettext_lazy("file"))

    def __init__(self, *args: Any, person: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if self.instance.pk:
            self.fields["file"] = forms.Field(
                label=gettext_lazy("file"),
                required=False,
                disabled=True,
                widget=KeptFile(self.instance),
            )
        else:
            endings = (f".{ending}" for each in accepted() for ending in each.extensions)
            self.fields["file"].widget.attrs["accept"] = ",".join(endings)
            self.fields["file"].help_text = _("Several at once, each of at most %(most)s.") % {
                "most": filesizeformat(settings.LAWGOV_FILE_LIMIT)
            }
            self.fields["withdrawn_why"].disabled = True

    @property
    def papers(self) -> list[Paper]:
        return [] if self.instance.pk else self.cleaned_data.get("file", [])

    def save(self, commit: bool = True) -> Any:
        if self.instance.pk:
            self._withdraw()
            return super().save(commit)
        papers = self.papers
        for paper in papers[1:]:
            beside = copy(self.instance)
            self._keep(beside, paper)
            beside.save()
        self._keep(self.instance, papers[0])
        return super().save(commit)

    def _keep(self, attachment: Attachment, paper: Paper) -> None:
        """The file first, for good; then the row that speaks of it."""
        paper.file.seek(0)
        blob = put_away(paper.file.chunks())
        attachment.blob, attachment.sha256, attachment.size = blob.key, blob.sha256, blob.size
        attachment.original_name, attachment.format = paper.name, paper.format.code
        attachment.added_by = self.person

    def _withdraw(self) -> None:
        is_withdrawn = bool(self.cleaned_data.get("withdrawn_why"))
        if is_withdrawn != (self.instance.withdrawn_at is not None):
            self.instance.withdrawn_at = timezone.now() if is_withdrawn else None
            self.instance.withdrawn_by = self.person if is_withdrawn else None

    def _get_validation_exclusions(self) -> set[str]:
        """When it is withdrawn is filled in as it is saved; so the database alone looks at that."""
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return exclusions | {"withdrawn_at"}


class AttachmentFormSet(BaseInlineFormSet[Any, Any, Any]):
    """The papers of a record; none of them twice."""

    person: ClassVar[User | None] = None

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "person": self.person}

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        there = self._there()
        for form in self.forms:
            for paper in form.papers if form.has_changed() else []:
                if paper.sha256 in there:
                    message = _("“%(name)s” is attached already, as “%(there)s”.")
                    known = {"name": paper.name, "there": there[paper.sha256]}
                    raise ValidationError(message % known)
                there[paper.sha256] = paper.name

    def _there(self) -> dict[str, str]:
        """The papers of the record that stay, by their digest."""
        rows = [form.instance for form in self.forms if form.instance.pk]
        return {row.sha256: row.original_name for row in rows if not row.withdrawn_why}
