"""Dates as offices type them; the first form is the one a field shows."""

DATE_FORMAT = "Y-m-d"
SHORT_DATE_FORMAT = "Y-m-d"
DATE_INPUT_FORMATS = [
    "%Y-%m-%d",  # also 2024-8-1
    "%Y%m%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y年%m月%d日",
]
