"""What a person does at the admin, in their own words."""

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
        """By the keyboard, as people do who save all day; the form stays open."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Control+s")
