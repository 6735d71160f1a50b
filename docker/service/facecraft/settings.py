"""Every setting of the service, typed, in one place. Nothing is read when this module is imported."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Settings(BaseSettings):
    """What a person may set, as FACECRAFT_ variables; an empty variable counts as not set."""

    model_config = SettingsConfigDict(env_prefix="FACECRAFT_", env_ignore_empty=True, frozen=True)

    device: Literal["auto", "cpu", "cuda"] = Field(
        "auto",
        description="Where photos are computed: cpu (the processor), cuda (the graphics card, or do not start), "
        "or auto (the graphics card if it works, else the processor).",
    )
    max_upload_size_mb: int = Field(20, ge=1, le=1024, description="Largest photo that is accepted, in megabytes.")
    max_image_megapixels: int = Field(
        60, ge=1, le=500, description="Most pixels a photo may have, in millions; checked before it is unpacked."
    )
    min_face_pixels: int = Field(
        40, ge=20, le=1000, description="Smallest face that is accepted, in pixels of the photo from ear to ear."
    )
    max_concurrent_jobs: int = Field(2, ge=1, le=64, description="How many photos are computed at the same time.")
    max_queued_jobs: int = Field(
        16, ge=0, le=10_000, description="How many more requests may wait; further ones are told to come back later."
    )
    batch_max_files: int = Field(20, ge=1, le=500, description="How many photos one batch may hold.")
    upload_timeout_seconds: int = Field(
        120, ge=1, le=3600, description="How long one upload may take before it is given up, in seconds."
    )
    cleanup_age_hours: float = Field(
        0, ge=0, description="Delete finished photos older than this many hours; 0 keeps them until you delete them."
    )
    api_key: SecretStr | None = Field(
        None,
        description="If set, everything except /health and /ready asks for this key: as header X-API-Key, "
        "or in a browser as the password with any name.",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Web addresses, separated by commas, whose pages may call the service from a browser; "
        "empty means none.",
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Names, separated by commas, under which it may be opened without a key, beside numbers, localhost "
        "and names inside your network.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR."
    )
    log_format: Literal["text", "json"] = Field("text", description="One event a line, as text or as json.")

    host: str = Field("0.0.0.0", description="Address to listen on inside the container.")  # noqa: S104
    port: int = Field(8000, ge=1, le=65535, description="Port to listen on inside the container.")
    models_dir: Path = Field(Path("/app/models"), description="Folder with the photo models and their lock.")
    uploads_dir: Path = Field(Path("/app/uploads"), description="Folder where photos lie while they are received.")
    processed_dir: Path = Field(Path("/app/processed"), description="Folder where finished photos are kept.")

    @field_validator("cors_origins", "allowed_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value


FIXED_IN_THE_IMAGE = frozenset({"host", "port", "models_dir", "uploads_dir", "processed_dir"})
"""Settings that the images and the compose file rely on, so that .env does not offer them."""
