"""How accounts are kept: opened, given a role, switched off, unlocked."""

from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as BaseUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from cases.registry.accesses.again import asked_again
from cases.registry.accesses.log import Access, noted
from cases.registry.desk.seen import SeenChoices
from cases.registry.roles import CASE_ROLES
from cases.registry.users import User

# What an account may do; of the own one nobody changes it, for better or worse.
RIGHTS = ("username", "agency", "role", "is_active", "is_staff")


class InitialPasswordForm(AdminPasswordChangeForm):  # type: ignore[type-arg]  # not at run time
    """A password chosen by somebody else is changed at the next sign-in."""

    def save(self, commit: bool = True) -> User:
        user: Any = self.user
        user.must_change_password = True
        saved: User = super().save(commit)
        return saved


class NewPersonForm(AdminUserCreationForm):  # type: ignore[type-arg]  # not at run time
    """The first password of an account is somebody else's as well."""

    def save(self, commit: bool = True) -> User:
        self.instance.must_change_password = True
        saved: User = super().save(commit)
        return saved


@admin.register(User)
class UserAdmin(SeenChoices, BaseUserAdmin[User]):
    """People are switched off, never deleted: their name stands in the records."""

    list_display = [
        "username",
        "full_name",
        "role",
        "agency",
        "is_active",
        "is_locked",
        "has_second_step",
        "last_login",
    ]
    list_filter = ["role", "is_active"]
    list_select_related = ["agency"]
    search_fields = ["username", "full_name"]
    autocomplete_fields = ["agency"]
    filter_horizontal = ()
    add_form = NewPersonForm
    change_password_form = InitialPasswordForm
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": ["full_name", "email", "agency", "role"]}),
        (
            _("Access"),
            {
                "fields": [
                    "is_active",
                    "is_staff",
                    "must_change_password",
                    "password_set_at",
                    "last_login",
                    "date_joined",
                ]
            },
        ),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "username",
                    "full_name",
                    "agency",
                    "role",
                    "is_staff",
                    "password1",
                    "password2",
                ]
            },
        )
    ]
    readonly_fields = ["last_login", "date_joined", "password_set_at"]
    actions = ["unlock", "reset_second_step"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """All accounts for who keeps them; who only looks for a handler finds case workers."""
        people = super().get_queryset(request)
        if self.has_view_permission(request):
            phones = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
            return people.annotate(locked=Exists(_shut()), phone=Exists(phones))
        return people.filter(is_active=True, role__in=CASE_ROLES)

    @admin.display(description=_("locked"), boolean=True)
    def is_locked(self, person: Any) -> bool:
        return bool(person.locked)

    @admin.display(description=_("second step"), boolean=True)
    def has_second_step(self, person: Any) -> bool:
        return bool(person.phone)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """GB/T 22239: who keeps the accounts gives themselves no role."""
        is_own = obj is not None and obj.pk == request.user.pk
        return [*self.readonly_fields, *(RIGHTS if is_own else ())]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The list is read freely; what is done to its rows is confirmed."""
        again = asked_again(request) if request.method == "POST" else None
        return again or super().changelist_view(request, extra_context)

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._asked(request) or super().add_view(request, *args, **kwargs)

    def change_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._asked(request) or super().change_view(request, *args, **kwargs)

    def user_change_password(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._asked(request) or super().user_change_password(request, *args, **kwargs)

    def _asked(self, request: HttpRequest) -> Any:
        """Who may not change accounts is refused without being asked anything."""
        return asked_again(request) if self.has_change_permission(request) else None

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        noted(request.user, Access.PERMISSION, obj.username, _told(form, change))
        super().save_model(request, obj, form, change)

    def log_change(self, request: HttpRequest, obj: User, message: Any) -> Any:
        if request.path.endswith("/password/"):
            noted(request.user, Access.PASSWORD, obj.username)
        return super().log_change(request, obj, message)

    @admin.action(description=_("Unlock"), permissions=["change"])
    def unlock(self, request: HttpRequest, people: QuerySet[User]) -> HttpResponse | None:
        """Lets those try again who tried too often."""
        for person in people:
            if reset(username=person.username):
                noted(request.user, Access.UNLOCK, person.username)
        messages.success(request, _("Those chosen may try again."))
        return None

    @admin.action(description=_("Take away the second step"), permissions=["change"])
    def reset_second_step(self, request: HttpRequest, people: QuerySet[User]) -> None:
        """For who lost the telephone and the codes on paper; nobody does so for themselves."""
        others = people.exclude(pk=request.user.pk or 0)
        for person in others:
            noted(request.user, Access.SECOND_STEP, person.username, "-")
        TOTPDevice.objects.filter(user__in=others).delete()
        StaticDevice.objects.filter(user__in=others).delete()
        messages.success(request, _("Those chosen sign in with the password alone."))


def _shut() -> Any:
    """The failures that keep somebody out now."""
    since = timezone.now() - timedelta(minutes=settings.LAWGOV_LOCKOUT_MINUTES)
    return AccessAttempt.objects.filter(
        username=OuterRef("username"),
        failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
        attempt_time__gt=since,
    )


def _told(form: Any, change: bool) -> str:
    """What was changed, from and to, without anything that is secret."""
    if not change:
        return f"+ role={form.cleaned_data.get('role', '')} {form.cleaned_data.get('agency') or ''}"
    changed = [name for name in form.changed_data if not name.startswith("password")]
    return "; ".join(
        f"{name}: {form.initial.get(name, '')} → {_plain(form.cleaned_data.get(name))}"
        for name in changed
    )


def _plain(value: Any) -> Any:
    """A row by its key, as the form's initial value has it."""
    return getattr(value, "pk", value)
