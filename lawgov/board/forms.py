"""What a person chooses about what is sent."""

from django import forms

from lawgov.board.models import Delivery


class LanguageForm(forms.ModelForm[Delivery]):
    """The language alone; the address is drawn, never typed."""

    class Meta:
        model = Delivery
        fields = ["language"]
