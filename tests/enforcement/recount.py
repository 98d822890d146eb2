"""The figures of enforcement said over again in plain Python, with neither SQL nor conditions."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from cases.registry.periods import Period
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview

KINDS = ("licence", "penalty", "coercion", "inspection", "other")
PENALTIES = [
    "warning",
    "criticism",
    "fine",
    "confiscation",
    "permit_withheld",
    "downgraded",
    "restricted",
    "suspended",
    "closed",
    "permit_revoked",
    "detention",
    "other",
    "none",
]
GRADES = ("excellent", "good", "qualified", "unqualified")


def recount(period: Period) -> dict[str, Any]:
    """Every figure of the chapter over the period, row by row."""
    counted = _files(period) | _examinations(period) | _rectifications(period) | _reviews(period)
    counted |= _guiding_cases(period) | _people(period) | _certificates(period)
    return {f"enforcement.{name}": value for name, value in counted.items()}


def _during(rows: Iterable[Any], event: str, period: Period) -> list[Any]:
    return [row for row in rows if getattr(row, event) in period]


def _standing(spans: Iterable[tuple[Any, Any]], day: Any) -> int:
    return sum(1 for came, went in spans if came and came < day and (not went or went >= day))


def _edges(before: str, after: str, spans: list[tuple[Any, Any]], period: Period) -> dict[str, int]:
    return {before: _standing(spans, period.start), after: _standing(spans, period.end)}


def _kept(model: Any) -> list[Any]:
    return [row for row in model.objects.all() if row.voided_on is None]


def _is_kept(examination: Examination) -> bool:
    rows = (examination, examination.file, examination.campaign)
    return all(row.voided_on is None for row in rows)


def _files(period: Period) -> dict[str, Any]:
    rows = _kept(CaseFile)
    decided, closed = _during(rows, "decided_on", period), _during(rows, "closed_on", period)
    counted: dict[str, Any] = {"files_decided": len(decided), "files_closed": len(closed)}
    for kind in KINDS:
        counted[f"files_decided_{kind}"] = sum(row.kind == kind for row in decided)
        counted[f"files_closed_{kind}"] = sum(row.kind == kind for row in closed)
    for kind in PENALTIES:
        counted[f"penalties_{kind}"] = sum(row.penalty_kind == kind for row in decided)
    counted["penalties_amount"] = sum((row.amount or Decimal(0) for row in decided), Decimal(0))
    spans = [(row.decided_on, row.closed_on) for row in rows]
    return counted | _edges("files_carried_over", "files_pending", spans, period)


def _examinations(period: Period) -> dict[str, int]:
    rows = [row for row in Examination.objects.all() if _is_kept(row)]
    graded = _during(rows, "graded_on", period)
    best = [row.file.kind for row in graded if row.grade == "excellent"]
    return {f"files_{grade}": sum(row.grade == grade for row in graded) for grade in GRADES} | {
        "files_examined": len(_during(rows, "self_examined_on", period)),
        "files_sampled": len(_during(rows, "sampled_on", period)),
        "files_graded": len(graded),
        "files_excellent_licence": best.count("licence"),
        "files_excellent_penalty": best.count("penalty"),
        "files_excellent_other": sum(kind not in {"licence", "penalty"} for kind in best),
        "files_passed": sum(row.grade != "unqualified" for row in graded),
        "files_vetoed": sum(row.veto != "" for row in graded),
    }


def _rectifications(period: Period) -> dict[str, int]:
    rows = [row for row in Rectification.objects.all() if _is_kept(row.examination)]
    due = _during(rows, "due_on", period)
    spans = [(row.found_on, row.rectified_on) for row in rows]
    counted = {
        "found": len(_during(rows, "found_on", period)),
        "done": len(_during(rows, "rectified_on", period)),
        "verified": len(_during(rows, "verified_on", period)),
        "due": len(due),
        "in_time": sum(bool(r.rectified_on and r.rectified_on <= r.due_on) for r in due),
    } | _edges("carried_over", "pending", spans, period)
    return {f"rectifications_{name}": value for name, value in counted.items()}


def _reviews(period: Period) -> dict[str, int]:
    rows = _kept(LegalReview)
    returned, decided = _during(rows, "returned_on", period), _during(rows, "decided_on", period)
    counted = {
        "": len(returned),
        "_submitted": len(_during(rows, "submitted_on", period)),
        "_decided": len(decided),
    }
    for kind in ("licence", "penalty", "coercion"):
        counted[f"_{kind}"] = sum(row.kind == kind for row in returned)
    for opinion in ("agree", "revise", "supplement", "disagree"):
        counted[f"_opinion_{opinion}"] = sum(row.opinion == opinion for row in returned)
    for adoption in ("adopted", "partly", "not_adopted"):
        counted[f"_{adoption}"] = sum(row.adoption == adoption for row in decided)
    spans = [(row.submitted_on, row.returned_on) for row in rows]
    counted |= _edges("_carried_over", "_pending", spans, period)
    return {f"legal_reviews{name}": value for name, value in counted.items()}


def _guiding_cases(period: Period) -> dict[str, int]:
    rows = _kept(GuidingCase)
    counted = {
        name: len(_during(rows, f"{name}_on", period))
        for name in ("edited", "submitted", "adopted", "declined")
    }
    spans = [(row.submitted_on, row.adopted_on or row.declined_on) for row in rows]
    counted |= _edges("carried_over", "pending", spans, period)
    return {f"guiding_cases_{name}": value for name, value in counted.items()}


def _people(period: Period) -> dict[str, int]:
    rows = _kept(Officer)
    verified = _during(
        (v for v in Verification.objects.all() if v.officer.voided_on is None),
        "verified_on",
        period,
    )
    sat = _during((e for e in Exam.objects.all() if e.officer.voided_on is None), "held_on", period)
    spans = [(row.since_on, row.until_on) for row in rows]
    return {
        "officers_begun": len(_during(rows, "since_on", period)),
        "officers_left": len(_during(rows, "until_on", period)),
        "officers_verified": len({v.officer_id for v in verified}),
        "officers_kept": len({v.officer_id for v in verified if v.fitness == "kept"}),
        "officers_removed": len({v.officer_id for v in verified if v.fitness == "removed"}),
        "officers_examined": len({e.officer_id for e in sat}),
        "officers_passed": len({e.officer_id for e in sat if e.has_passed}),
        "exams_sat": len(sat),
        "exams_passed": sum(e.has_passed for e in sat),
        "exams_failed": sum(not e.has_passed for e in sat),
    } | _edges("officers_before", "officers", spans, period)


def _certificates(period: Period) -> dict[str, int]:
    rows = _kept(Certificate)
    ends = {
        row: min(filter(None, (row.valid_to, row.collected_on, row.cancelled_on))) for row in rows
    }
    spans = [(row.issued_on, ends[row]) for row in rows]
    pauses = [
        (row.suspended_on, min(ends[row], row.restored_on or ends[row]))
        for row in rows
        if row.suspended_on
    ]
    return {
        "certificates_issued": len(_during(rows, "issued_on", period)),
        "certificates_ended": sum(end in period for end in ends.values()),
        "certificates_collected": len(_during(rows, "collected_on", period)),
        "certificates_cancelled": len(_during(rows, "cancelled_on", period)),
        "certificates_suspended": _standing(pauses, period.end),
    } | _edges("certificates_before", "certificates_valid", spans, period)
