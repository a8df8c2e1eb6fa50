"""The terminal shows the same world that the flow is tested in."""

from tests.unit.pipeline.conftest import empty_database, make_world, world  # noqa: F401 - fixtures
