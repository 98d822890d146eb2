"""What hangs together with a dispute: before it, after it, beside it."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.reconsideration.models.case import Reconsideration
from cases.registry.desk.related import Related, relate, same_parties


def _sued_after(case: Reconsideration) -> Q:
    return Q(reconsideration=case.pk)


relate(
    Reconsideration,
    Related(_("Lawsuits that followed"), Dispute, _sued_after),
    Related(_("Lawsuits of the same parties"), Dispute, same_parties, is_certain=False),
)
relate(
    Dispute,
    Related(
        _("The reconsideration before"),
        Reconsideration,
        lambda dispute: Q(pk=dispute.reconsideration_id) if dispute.reconsideration_id else None,
    ),
    Related(_("Court hearings"), Hearing, lambda dispute: Q(instance__dispute=dispute.pk)),
    Related(_("Suggestions after it"), Suggestion, lambda dispute: Q(dispute=dispute.pk)),
    Related(_("Other lawsuits of the same parties"), Dispute, same_parties, is_certain=False),
    Related(
        _("Reconsiderations of the same parties"), Reconsideration, same_parties, is_certain=False
    ),
)
relate(
    Instance, Related(_("The litigation case"), Dispute, lambda instance: Q(pk=instance.dispute_id))
)
relate(
    Hearing,
    Related(_("The instance"), Instance, lambda hearing: Q(pk=hearing.instance_id)),
    Related(_("The litigation case"), Dispute, lambda hearing: Q(instances=hearing.instance_id)),
)
relate(
    Suggestion,
    Related(
        _("The litigation case"),
        Dispute,
        lambda suggestion: Q(pk=suggestion.dispute_id) if suggestion.dispute_id else None,
    ),
)
