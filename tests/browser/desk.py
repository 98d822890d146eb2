"""What a person does at the admin, in their own words."""

from pathlib import Path

from playwright.sync_api import Page, expect


class Desk:
    """Somebody signed in and sitting before one page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address.rstrip("/")

    def sign_in(self, username: str, password: str) -> None:
        self.open("/admin/")
        self.page.fill("#id_username", username)
        self.page.fill("#id_password", password)
        self.page.click(".submit-row [type=submit]")
        expect(self.page.locator("#user-tools")).to_be_visible()

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def fill(self, **values: str) -> None:
        for name, value in values.items():
            self.turn_to(f"#id_{name}")
            self.page.fill(f"#id_{name}", value)

    def turn_to(self, selector: str) -> None:
        """Open the tab in which something stands, if the form has tabs."""
        part = self.page.locator(f".has-tabs > .part[hidden]:has({selector})")
        if part.count():
            self.page.click(f"#tab-{part.get_attribute('id')}")

    def pick(self, field: str, text: str) -> None:
        """Type into an autocomplete and take the one answer."""
        self.turn_to(f"#id_{field}")
        self.page.click(f".field-{field}.fieldBox .select2-selection")
        self.page.fill(".select2-search__field", text)
        answer = self.page.locator(".select2-results__option", has_text=text)
        answer.click()
        expect(self.page.locator(f".field-{field}.fieldBox .select2-selection")).to_contain_text(
            text
        )

    def choose(self, field: str, value: str) -> None:
        """Take one of a few words."""
        self.turn_to(f"#id_{field}")
        self.page.select_option(f"#id_{field}", value)

    def save(self) -> None:
        """By the keyboard, as people do who save all day; the form stays open.

        A tab that is turned changes the address, which Playwright calls a navigation as well; what
        is waited for is the next page.
        """
        with self.page.expect_event("load"):
            self.page.keyboard.press("Control+s")

    def add_row(self, rows: str, **values: str) -> None:
        """One more row of an inline, filled in; whichever tab it stands on."""
        self.turn_to(f"#{rows}-group")
        number = self.page.input_value(f"#id_{rows}-TOTAL_FORMS")
        self.page.click(f"#{rows}-group .add-row a")
        for name, value in values.items():
            field = self.page.locator(f"#id_{rows}-{number}-{name}")
            if field.evaluate("each => each.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
                field.press("Tab")

    def attach(self, rows: str, file: Path) -> None:
        self.add_row(rows)
        self.page.set_input_files(f"#id_{rows}-0-file", file)

    def find(self, typed: str) -> None:
        """In the box above every page."""
        self.page.fill("#find", typed)
        with self.page.expect_event("load"):
            self.page.press("#find", "Enter")

    def choose_rows(self, action: str, *numbers: str) -> None:
        """Tick rows of the list one is looking at, and go on to the page that shows them."""
        for number in numbers:
            row = self.page.locator("#result_list tbody tr", has_text=number)
            row.locator(".action-select").check()
        self.page.select_option("select[name=action]", action)
        with self.page.expect_event("load"):
            self.page.click(".actions button[name=index]")

    def go_on(self) -> None:
        """Press the button of the page that asks."""
        with self.page.expect_event("load"):
            self.page.click("#content-main .submit-row [type=submit] >> nth=0")

    def fetch(self, path: str) -> str:
        """What comes back, be it a page or a file."""
        return self.page.request.get(self.address + path).text()

    def send(self, path: str, values: dict[str, str]) -> str:
        """A form written by hand, as somebody sends it who knows how pages work."""
        cookies = {each["name"]: each["value"] for each in self.page.context.cookies()}
        headers = {"X-CSRFToken": cookies["csrftoken"], "Referer": self.address + path}
        form: dict[str, str | float | bool] = {**values}
        return self.page.request.post(self.address + path, form=form, headers=headers).text()
