"""How Chromium is started, for the tests and for the pictures."""

import os
import shutil
from typing import Any

ROOT_USER = 0


def launch_options() -> dict[str, Any]:
    """Debian's own Chromium; as root it runs only without its sandbox."""
    arguments = ["--no-sandbox"] if os.geteuid() == ROOT_USER else []
    return {"executable_path": shutil.which("chromium"), "args": arguments}


def window(locale: str = "zh-CN", **more: Any) -> dict[str, Any]:
    """A desk in the county; the admin compares the browser's clock with its own."""
    size = {"width": 1440, "height": 900}
    return {"locale": locale, "timezone_id": "Asia/Shanghai", "viewport": size, **more}
