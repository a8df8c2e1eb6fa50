from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    original_message_id: str | None = None
    permanent: bool = True
    recipient: str | None = None
