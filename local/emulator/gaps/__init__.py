"""The gaps of stock MiniStack that this project meets, each closed by a module of its own."""

from importlib import import_module

GAPS = (
    "javascript_error_names",
    "bucket_settings",
    "encryption_without_key",
    "table_settings",
    "function_settings",
    "role_settings",
    "joined_executions",
    "warm_invocations",
    "bounded_dispatch",
    "functions_end_with_us",
    "stream_failures",
    "large_batches",
    "receipt_rules",
)


def close_gaps(without: str) -> None:
    """Closes every gap but those in ``without``, a comma-separated list that only tests set."""
    left_open = {name for name in without.split(",") if name}
    unknown = left_open - set(GAPS)
    if unknown:
        raise SystemExit(f"LETHE_EMULATOR_WITHOUT names no known gap: {', '.join(sorted(unknown))}.")
    for name in GAPS:
        if name not in left_open:
            import_module(f"gaps.{name}").close()
