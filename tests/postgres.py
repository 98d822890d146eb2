"""A PostgreSQL server of our own for as long as it is needed, from the installed binaries."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# PostgreSQL refuses to run as root; Debian's package brings a user for it.
USER = "postgres" if os.geteuid() == 0 else None
ACCOUNT = ("-U", "lawgov", "-A", "trust", "-E", "UTF8")
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # nothing is kept
HOW_TO_GET_IT = "PostgreSQL is not installed here (Debian: apt-get install postgresql)"


def binaries() -> Path | None:
    """Where the server's programs are; Debian keeps them out of the path."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


@contextmanager
def server(*settings: str) -> Iterator[str]:
    """The address of an empty server on a free port of this machine, gone afterwards.

    `settings` are given to it as they stand: "shared_buffers=1GB".

    Raises:
        FileNotFoundError: no PostgreSQL is installed.
    """
    programs = binaries()
    if programs is None:
        raise FileNotFoundError(HOW_TO_GET_IT)
    with tempfile.TemporaryDirectory(prefix="lawgov-postgres-") as folder:
        if USER:
            shutil.chown(folder, USER)
        data, port = f"{folder}/data", _free_port()
        _run(folder, programs / "initdb", "-D", data, *ACCOUNT, "--locale=C.UTF-8")
        place = (f"port={port}", f"unix_socket_directories={folder}")
        options = [*place, *HASTE, *settings]
        flags = " ".join(f"-c {option}" for option in options)
        control = (programs / "pg_ctl", "-D", data, "-w", "-s")
        _run(folder, *control, "-l", f"{folder}/log", "-o", flags, "start")
        try:
            yield f"postgres://lawgov@127.0.0.1:{port}/postgres"
        finally:
            _run(folder, *control, "-m", "fast", "stop")


def _run(folder: str, *command: str | Path) -> None:
    subprocess.run(command, cwd=folder, user=USER, check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
