import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe } from "vitest";
import { s3Eraser } from "../../shared/adapters/stores/s3/erase.ts";
import { s3Finder } from "../../shared/adapters/stores/s3/find.ts";
import { s3Verifier } from "../../shared/adapters/stores/s3/verify.ts";
import { type S3Server, startS3Server } from "../bench/s3-server/server.ts";
import { quickTime } from "../world/stores/quick-time.ts";
import { LAYOUT, oneThingContract } from "./one-thing.ts";

describe("one thing of a person, on an S3 that lists and encodes as S3 does", () => {
  let server: S3Server;
  let s3: S3Client;
  let made = 0;

  beforeAll(async () => {
    server = await startS3Server();
    s3 = new S3Client(server.clientConfig);
  });
  afterAll(() => server.stop());

  oneThingContract(
    async () => {
      made += 1;
      const bucket = `things-${made}`;
      server.newBucket(bucket, { isVersioned: true });
      return { s3, bucket };
    },
    (client, bucket, scope) => ({
      storeId: "things",
      kind: "s3",
      finder: s3Finder(client, bucket, LAYOUT, scope),
      eraser: s3Eraser(client, bucket, LAYOUT, { scope, time: quickTime() }),
      verifier: s3Verifier(client, bucket, LAYOUT, scope),
    }),
  );
});
