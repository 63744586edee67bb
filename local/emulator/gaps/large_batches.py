from gaps.replacing import replace

# https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
BATCH_MAX = 10_000


def close() -> None:
    """Closes: a function gets at most ten messages of a queue at once, whatever its mapping says.

    Ten is the most that one call of ReceiveMessage returns; AWS makes many and fills a batch from them.
    """
    from ministack.services import sqs

    replace(sqs, "_receive_messages_for_esm", filling_batches)


def filling_batches(receive):
    """Receives as often as it takes to fill the batch, or to empty the queue."""
    def receive_batch(queue_url, max_number):
        wanted = min(int(max_number or 1), BATCH_MAX)
        batch = []
        while len(batch) < wanted:
            some = receive(queue_url, wanted - len(batch))
            if not some:
                break
            batch.extend(some)
        return batch

    return receive_batch
