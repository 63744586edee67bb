import { expect, it } from "vitest";
import { dynamodbCorrespondence } from "../../shared/adapters/rights/dynamodb-correspondence.ts";
import { dynamodbMailRecords } from "../../shared/adapters/rights/dynamodb-mail-records.ts";
import { dynamodbRightsRegister } from "../../shared/adapters/rights/dynamodb-rights-register.ts";
import { dynamodbTokens } from "../../shared/adapters/rights/dynamodb-tokens.ts";
import { confirmTwice } from "../bench/confirmed-once.ts";
import { inMemoryDocuments } from "../world/dynamodb/in-memory-documents.ts";
import { correspondenceContract, mailRecordsContract } from "./mail.ts";
import { rightsRegisterContract, tokensContract } from "./rights.ts";

const documents = () => inMemoryDocuments().documents;

rightsRegisterContract(async () => dynamodbRightsRegister(documents(), "rights"));
tokensContract(async () => dynamodbTokens(documents(), "rights"));
correspondenceContract(async () => dynamodbCorrespondence(documents(), "rights", 180));
mailRecordsContract(async () => dynamodbMailRecords(documents(), "rights"));

it("exactly one of two uses of a link wins, fifty times", async () => {
  const tokens = dynamodbTokens(documents(), "rights");
  expect(await confirmTwice(tokens, 50)).toMatchObject({ none: 0, one: 50, several: 0 });
});
