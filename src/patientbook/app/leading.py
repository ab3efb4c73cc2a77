"""How workshops are held and who may lead them: what the command line and Jupyter's configuration say about it."""

from __future__ import annotations

import socket
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_server.auth import IdentityProvider, PasswordIdentityProvider
from traitlets import Float, Integer, Type, Unicode
from traitlets.config import Configurable

from patientbook.workshop.facilitators import Facilitators
from patientbook.workshop.rooms import Limits
from patientbook.workshop.service import Setting

from .workshops import make_workshops

if TYPE_CHECKING:
    from .application import PatientbookApp
    from .workshops import Workshops

_EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - how "listen on all addresses" is written
_HERE = ("127.0.0.1", "localhost", "::1")


class Leading(Configurable):
    """Named `Leading` in Jupyter's configuration, beside the provider's own settings, such as its password."""

    database = Unicode(help="Where workshops are kept; empty for an SQLite file in Jupyter's data folder.").tag(
        config=True
    )
    room_size = Integer(1000, min=1, help="How many people a room takes.").tag(config=True)
    close_after = Float(24.0, min=0, help="Hours after which a room closes.").tag(config=True)
    delete_after = Float(30.0, min=0, help="Days after which a room is deleted with all its answers.").tag(config=True)
    facilitators_class = Type(
        default_value=Facilitators, klass=IdentityProvider, help="Who knows the people that may lead workshops."
    ).tag(config=True)

    def make(self, app: PatientbookApp) -> Workshops:
        """Workshops of this app's guide, not begun yet.

        Raises:
            PatientbookError: they cannot be held like this.
        """
        limits = Limits(self.room_size, timedelta(hours=self.close_after), timedelta(days=self.delete_after))
        setting = Setting(Path(app.guide_dir), app.base_url, self.database, limits, app.report)
        self._identity: IdentityProvider = self.facilitators_class(parent=app, log=app.log)
        settings = {"config": app.config, "authorizer": app.authorizer, "jinja2_env": app.app.settings["jinja2_env"]}
        return make_workshops(setting, self._identity, settings)

    def tell(self, app: PatientbookApp) -> None:
        """Say where workshops are led, with the token if one was made: here and nowhere else."""
        identity = self._identity
        has_token = isinstance(identity, PasswordIdentityProvider) and identity.token_generated
        host = _own_address() if app.ip in _EVERYWHERE else f"[{app.ip}]" if ":" in app.ip else app.ip
        token = f"?token={identity.token}" if has_token else ""
        app.report(f"Workshops are led at http://{host}:{app.port}{app.base_url}workshop{token}")
        if app.ip in _HERE:
            app.report("Phones cannot reach this machine yet: --ip 0.0.0.0 lets them in.")


def _own_address() -> str:
    """The address that this machine has in its network, which phones in the same one can reach."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(("192.0.2.1", 9))  # an address that is nobody's (RFC 5737); nothing is sent
        return str(asked.getsockname()[0])
    return socket.gethostname()
