"""The addresses of the reading room."""

from django.urls import path

from lawgov.reports import closing_pages, saving, views
from lawgov.reports.exports import long
from lawgov.reports.exports import views as exports
from lawgov.reports.returns import views as returns
from lawgov.reports.statement.views import statement

app_name = "reports"
urlpatterns = [
    path("", views.rollup, name="rollup"),
    path("rows/<str:code>/", views.rows, name="rows"),
    path("breakdown/<str:code>/", views.breakdown, name="breakdown"),
    path("saved/", saving.save, name="save"),
    path("saved/<int:pk>/remove/", saving.remove, name="remove"),
    path("tables/", returns.index, name="returns"),
    path("tables/<slug:form>/", returns.table, name="return"),
    path("tables/<slug:form>/rows/", returns.rows, name="return_rows"),
    path("statement/", statement, name="statement"),
    path("export/<slug:name>/", exports.rollup, name="export"),
    path("exports/<slug:ticket>/", long.told, name="export_told"),
    path("exports/<slug:ticket>/progress/", long.progress, name="export_progress"),
    path("exports/<slug:ticket>/cancel/", long.cancel, name="export_cancel"),
    path("export/<slug:name>/rows/<str:code>/", exports.rows, name="export_rows"),
    path("export/<slug:name>/tables/<slug:form>/", exports.table, name="export_return"),
    path(
        "export/<slug:name>/tables/<slug:form>/rows/",
        exports.table_rows,
        name="export_return_rows",
    ),
    path("closing/", closing_pages.closings, name="closings"),
    path("closing/<str:text>/", closing_pages.closing, name="closing"),
    path("closing/<str:text>/close/", closing_pages.close_period, name="close"),
    path("closing/<str:text>/reopen/", closing_pages.ask, name="ask"),
    path("closing/<str:text>/confirm/", closing_pages.confirm, name="confirm"),
]
