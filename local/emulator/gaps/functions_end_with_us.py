def close() -> None:
    """Closes: a function goes on working after the emulator was killed, on data that is being cleared.

    Its standard input ends with the emulator, whatever ended it; the worker then exits at once.
    """
    from ministack.core import lambda_runtime

    lambda_runtime._NODEJS_WORKER_SCRIPT += '\nrl.on("close", () => process.exit(1));\n'
