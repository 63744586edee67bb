"""Deletes a prefix as boto3's own collection does: python peer_boto3.py ENDPOINT BUCKET PREFIX"""

import json
import resource
import sys
import time

import boto3

endpoint, bucket, prefix = sys.argv[1:]
s3 = boto3.resource(
    "s3",
    endpoint_url=endpoint,
    region_name="eu-central-1",
    aws_access_key_id="nobody",
    aws_secret_access_key="nothing",
)
started_at = time.perf_counter()
answers = s3.Bucket(bucket).object_versions.filter(Prefix=prefix).delete()
wall = time.perf_counter() - started_at
used = resource.getrusage(resource.RUSAGE_SELF)
# Linux counts kibibytes, macOS bytes.
peak = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(
    json.dumps(
        {
            "entries": sum(len(answer.get("Deleted", [])) for answer in answers),
            "wallMs": wall * 1000,
            "cpuMs": (used.ru_utime + used.ru_stime) * 1000,
            "peakMebibytes": peak,
        }
    )
)
