"""Mail providers whose servers are known (providers.toml)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError

from bot.config_files import ConfigFiles
from bot.config_problems import sentences
from bot.errors import ConfigurationError


class Provider(BaseModel):
    """One provider; ``imap`` and ``smtp`` are ``host`` or ``host:port``."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    domains: list[str]
    imap: str
    smtp: str
    smtp_security: Literal["tls", "starttls"]
    password_login: bool
    advice: str


class ProvidersFile(RootModel[dict[str, Provider]]):
    """providers.toml: name -> provider"""


def load_providers(files: ConfigFiles) -> dict[str, Provider]:
    """Return the providers by name; raises `ConfigurationError` with every problem."""
    try:
        return ProvidersFile.model_validate(files.table("providers.toml")).root
    except ValidationError as exc:
        raise ConfigurationError(sentences("providers.toml", ProvidersFile, exc)) from exc


def find_provider(providers: dict[str, Provider], email: str) -> Provider | None:
    """Return the provider of the address *email*, by its domain alone; no look-up is made."""
    domain = email.rpartition("@")[2].lower()
    return next((provider for provider in providers.values() if domain in provider.domains), None)
