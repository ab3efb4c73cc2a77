"""The browser's half of the widgets, built from `widgets/src` into the folder `static`."""

from pathlib import Path


class NotBuiltError(FileNotFoundError):
    """The browser's half has not been built yet."""


def static_folder() -> Path:
    """The folder with the built scripts and styles; it need not exist before the build."""
    return Path(__file__).parent / "static"


def built(name: str) -> Path:
    """The built file `name`.

    Raises:
        NotBuiltError: If it is not there yet.
    """
    file = static_folder() / name
    if not file.is_file():
        raise NotBuiltError(f"The widgets' file {name} is not built yet. Run `npm --prefix widgets run build`.")
    return file
