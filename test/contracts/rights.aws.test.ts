import { CreateBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3StoredMail } from "../../shared/adapters/mail/s3-stored-mail.ts";
import { dynamodbCorrespondence } from "../../shared/adapters/rights/dynamodb-correspondence.ts";
import { dynamodbMailRecords } from "../../shared/adapters/rights/dynamodb-mail-records.ts";
import { dynamodbRightsRegister } from "../../shared/adapters/rights/dynamodb-rights-register.ts";
import { dynamodbTokens } from "../../shared/adapters/rights/dynamodb-tokens.ts";
import { confirmTwice } from "../bench/confirmed-once.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { newKeyedTable } from "../keyed-table.ts";
import { correspondenceContract, mailRecordsContract, storedMailContract } from "./mail.ts";
import { rightsRegisterContract, tokensContract } from "./rights.ts";

describe("mail and rights requests on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
  });
  afterAll(() => aws.stop());

  const newTable = () => {
    made += 1;
    return newKeyedTable(aws, `rights-${made}`);
  };

  rightsRegisterContract(async () => dynamodbRightsRegister(...(await newTable())));
  tokensContract(async () => dynamodbTokens(...(await newTable())));
  correspondenceContract(async () => dynamodbCorrespondence(...(await newTable()), 180));
  mailRecordsContract(async () => dynamodbMailRecords(...(await newTable())));

  it("lets exactly one of two uses of a link win, fifty times", async () => {
    const tokens = dynamodbTokens(...(await newTable()));
    expect(await confirmTwice(tokens, 50)).toMatchObject({ none: 0, one: 50, several: 0 });
  });

  storedMailContract(async () => {
    const s3 = new S3Client(aws.clientConfig);
    made += 1;
    const Bucket = `mail-${made}`;
    await s3.send(new CreateBucketCommand({ Bucket }));
    return {
      mail: s3StoredMail(s3, Bucket),
      put: async (Key, Body) => {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
        const { LastModified } = await s3.send(new HeadObjectCommand({ Bucket, Key }));
        return LastModified ?? new Date(0);
      },
    };
  });
});
