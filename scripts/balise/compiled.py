"""Templates already compiled, remembered from build to build.

Jinja runs whatever code it finds where it left its own: one letter of it damaged, a page would be wrong or a build
would fall. Here a digest comes first, and what does not match it is compiled again; where nothing can be kept, all is.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from balise.digests import program

SIZE = 16
TEMPLATES = ".cache/balise/templates"
"""Where a course keeps them."""


class CompiledTemplates(FileSystemBytecodeCache):
    """The compiled templates in a folder, which is made where it is not there."""

    def __init__(self, folder: Path) -> None:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the code of a template, if it is there."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, where that can be."""
        with suppress(OSError):
            super().dump_bytecode(bucket)

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what is known of a template."""
        bucket = _Checked(environment, self.get_cache_key(name, filename), self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket


class _Checked(Bucket):
    """The code of one template, which is believed only if it is what was written."""

    def load_bytecode(self, f: BinaryIO) -> None:
        check, code = f.read(SIZE), f.read()
        if check == _digest(code):
            super().load_bytecode(BytesIO(code))

    def write_bytecode(self, f: IO[bytes]) -> None:
        code = BytesIO()
        super().write_bytecode(code)
        f.write(_digest(code.getvalue()) + code.getvalue())


def _digest(code: bytes) -> bytes:
    """Hash code with the program that compiles templates: another version of it may do so otherwise."""
    return blake2b(code, digest_size=SIZE, key=program()).digest()
