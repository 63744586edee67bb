import { ListObjectsV2Command, ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, it } from "vitest";
import { s3Finder } from "../../../shared/adapters/stores/s3/find.ts";
import { s3Verifier } from "../../../shared/adapters/stores/s3/verify.ts";
import { aws, person, stands, store, versionsNamed } from "./mocked-bucket.ts";

beforeEach(() => aws.reset());

describe("finding and verifying in S3", () => {
  it("finds the same digest however the pages are cut", async () => {
    const versions = versionsNamed("a", "b");
    const markers = [{ Key: "users/1/a", VersionId: "marker" }];
    stands({ versions, markers });
    const inOnePage = await s3Finder(new S3Client({}), "bucket", store).find(person);
    aws.reset();
    stands({ versions: [] });
    aws
      .on(ListObjectVersionsCommand)
      .resolvesOnce({
        Versions: versions.slice(0, 1),
        DeleteMarkers: markers,
        IsTruncated: true,
        NextKeyMarker: "users/1/a",
        NextVersionIdMarker: "of-a",
      })
      .resolves({ Versions: versions.slice(1), IsTruncated: false });

    expect(await s3Finder(new S3Client({}), "bucket", store).find(person)).toEqual(inOnePage);
    expect(inOnePage).toMatchObject({ found: 3, bytes: 2 });
  });

  it("sends a marker back as the key it stands for, and no empty version marker", async () => {
    stands({ versions: [] });
    aws
      .on(ListObjectVersionsCommand)
      .resolvesOnce({ EncodingType: "url", IsTruncated: true, NextKeyMarker: "users/1/a+b%2Bc" })
      .resolvesOnce({ IsTruncated: false })
      .resolvesOnce({ EncodingType: "url", IsTruncated: true, NextKeyMarker: "users/1/a+b%2Bc" })
      .resolvesOnce({ IsTruncated: false });

    await s3Finder(new S3Client({}), "bucket", store).find(person);
    await s3Verifier(new S3Client({}), "bucket", store).countRemaining(person);

    const inputs = aws.commandCalls(ListObjectVersionsCommand).map(({ args: [{ input }] }) => input);
    expect(inputs.map(({ KeyMarker }) => KeyMarker)).toEqual([
      undefined,
      "users/1/a b+c",
      undefined,
      "users/1/a b+c",
    ]);
    for (const { VersionIdMarker } of inputs) expect(VersionIdMarker).toBeUndefined();
  });

  it("believes the larger of its two counts, and counts unfinished uploads on top", async () => {
    stands({ versions: versionsNamed("a"), uploads: [{ Key: "users/1/film", UploadId: "u" }] });
    aws.on(ListObjectsV2Command).resolves({ Contents: [{ Key: "a" }, { Key: "b" }] });

    expect(await s3Verifier(new S3Client({}), "bucket", store).countRemaining(person)).toBe(3);
  });
});
