"""Long pieces are put into a page when all else of it is written."""

from lawgov.reports.pieces import Pieces


def test_each_piece_stands_where_its_place_was_taken() -> None:
    pieces = Pieces()
    page = f"a{pieces.put('first')}b{pieces.put('second')}c"

    assert "".join(pieces.into(page)) == "afirstbsecondc"


def test_a_page_without_pieces_is_left_as_it_is() -> None:
    assert "".join(Pieces().into("page")) == "page"


def test_what_was_typed_is_never_taken_for_a_place() -> None:
    typed, pieces = Pieces().put("of another page"), Pieces()
    page = f"{typed}{pieces.put('ours')}"

    assert "".join(pieces.into(page)) == f"{typed}ours"
