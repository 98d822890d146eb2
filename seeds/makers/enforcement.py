"""The made-up supervision of enforcement in 2024: officers, files, their examination, reviews."""

from datetime import date

from seeds.makers.enforcement_examinations import Examiner
from seeds.makers.enforcement_files import Registrar, handled_too_late
from seeds.makers.enforcement_officers import make_corps
from seeds.makers.enforcement_plans import Window
from seeds.makers.enforcement_reviews import make_reviews
from seeds.makers.registry import County, Ledgers

# Files that no campaign of 2024 reached any more: closed at the end of the year, or not at all.
AFTER_THE_WINDOW: Window = (date(2024, 11, 1), date(2025, 1, 1))
IN_DECEMBER: Window = (date(2024, 12, 2), date(2025, 1, 1))
CLOSED_AFTERWARDS, CLOSED_IN_JANUARY, UNCLOSED = 318, 31, 26
HANDLED_TOO_LATE = 4


def make(county: County) -> Ledgers:
    corps = make_corps(county)
    registrar = Registrar(county, corps)
    examiner = Examiner(county, registrar)
    examiner.examine()  # they are written out when their files have numbers
    for agency, kind in registrar.drawn(CLOSED_AFTERWARDS):
        registrar.closed_in(AFTER_THE_WINDOW, agency, kind)
    for agency, kind in registrar.drawn(CLOSED_IN_JANUARY):
        registrar.close_later(registrar.decided_in(IN_DECEMBER, agency, kind))
    for agency, kind in registrar.drawn(UNCLOSED):
        registrar.decided_in(IN_DECEMBER, agency, kind)
    files = registrar.number()
    handled_too_late(files, corps, HANDLED_TOO_LATE)
    made = Ledgers(corps.rows, enforcement_files=files)
    made.update(examiner.write_out())
    made.update(make_reviews(county, files))
    return made
