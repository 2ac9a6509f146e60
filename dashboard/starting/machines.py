"""The machines that a folder can be packed for, and what each needs of the lock."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from packaging.requirements import Requirement


class Machine(NamedTuple):
    """A kind of machine: how the markers of a lock and the tags of wheels name it."""

    sys_platform: str
    platform_system: str
    os_name: str
    platform_machine: str
    tags: tuple[str, ...]  # platforms whose wheels it can install, for pip


class Target(NamedTuple):
    """An operating system: its start script and the machines that it runs on."""

    script: str  # the name under which it is written
    source: str  # the file in packed/ that it is made of
    newline: str
    machines: tuple[Machine, ...]


# Wheels for glibc 2.28 and older: Debian 10, Ubuntu 20.04, RHEL 8 and all later ones.
_GLIBC = tuple(f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 26, 24, 17, 12, 5))
_LINUX = (*_GLIBC, "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64")

TARGETS = {
    "windows": Target(
        "start.bat",
        "start.bat",
        "\r\n",
        (Machine("win32", "Windows", "nt", "AMD64", ("win_amd64",)),),
    ),
    "linux": Target(
        "start.sh", "start.sh", "\n", (Machine("linux", "Linux", "posix", "x86_64", _LINUX),)
    ),
    "macos": Target(
        "start.command",
        "start.sh",
        "\n",
        (
            Machine("darwin", "Darwin", "posix", "arm64", ("macosx_12_0_arm64",)),
            Machine("darwin", "Darwin", "posix", "x86_64", ("macosx_12_0_x86_64",)),
        ),
    ),
}


def needed(lock: str, machine: Machine, python: str) -> list[str]:
    """The lock's libraries for such a machine: "name==version --hash=…", without a marker.

    pip itself would judge the markers by the machine it runs on, whatever platform it is told.
    """
    environment = {
        "sys_platform": machine.sys_platform,
        "platform_system": machine.platform_system,
        "os_name": machine.os_name,
        "platform_machine": machine.platform_machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    lines = []
    for requirement, hashes in pins(lock):
        if requirement.marker is None or requirement.marker.evaluate(environment):
            lines.append(f"{requirement.name}{requirement.specifier} {' '.join(hashes)}")
    return lines


def pins(lock: str) -> Iterator[tuple[Requirement, list[str]]]:
    """What a lock pins, with the hashes ("--hash=sha256:…") of each."""
    for line in re.sub(r"\\\r?\n", " ", lock).splitlines():
        text = line.partition("#")[0].strip()
        if text:
            requirement, *hashes = re.split(r"\s+(?=--hash=)", text)
            yield Requirement(requirement), hashes
