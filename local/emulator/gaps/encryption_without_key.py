from gaps.replacing import replace

ALGORITHM = "x-amz-server-side-encryption"
KEY_ID = "x-amz-server-side-encryption-aws-kms-key-id"


def close() -> None:
    """Closes: a write encrypted with ``aws:kms`` that names no key is refused.

    AWS takes the account's own key for S3. The CDK command writes its assets so as soon as its bucket has
    the encryption that the bootstrap template gives it.
    See https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html
    """
    from ministack.services import s3

    replace(s3, "_resolve_sse_write_headers", naming_the_key)


def naming_the_key(resolve):
    """Names the account's key for S3 where a caller named none."""
    from ministack.core.responses import get_account_id, get_region

    def resolve_with_key(headers, bucket_name):
        if headers.get(ALGORITHM) == "aws:kms" and not headers.get(KEY_ID):
            headers = {**headers, KEY_ID: f"arn:aws:kms:{get_region()}:{get_account_id()}:alias/aws/s3"}
        return resolve(headers, bucket_name)

    return resolve_with_key
