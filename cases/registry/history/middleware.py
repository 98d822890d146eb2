"""Whatever a request changes is recorded as the act of the person who sent it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from cases.registry.history.acts import Door, acting

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
Answer = Callable[[HttpRequest], HttpResponse]


def acting_middleware(answer: Answer) -> Answer:
    """Comes after the sign-in; a request that only reads is no act, and costs nothing."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.method in SAFE:
            return answer(request)
        with acting(Door.FORM, by=request.user.pk):
            return answer(request)

    return answered
