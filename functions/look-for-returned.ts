import { randomBytes } from "node:crypto";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { dynamodbListings } from "../shared/adapters/clock/dynamodb-listings.ts";
import { peopleInStores } from "../shared/adapters/stores/people-in.ts";
import { lookForReturned } from "../shared/operations/look-for-returned.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import { bindingsOnRecord } from "./deployed/bindings.ts";
import { systemClock } from "./deployed/clock.ts";
import { documents } from "./deployed/documents.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tombstones } from "./deployed/tombstones.ts";
import { lambdaHandler } from "./handler.ts";

const clients = { s3: new S3Client({}), documents, cognito: new CognitoIdentityProviderClient({}) };
const listings = dynamodbListings(documents, setting("clockTable"));
const ports = { register, tombstones, subjectKeys, listings, clock: systemClock, random: randomBytes };

/** Meets the people of every store with the tombstones, each store once a day; the rule says nothing that is needed. */
export const handler = lambdaHandler(z.unknown(), async (_, context) => {
  const policyDigest = setting("policyDigest");
  const { policy } = await policyOnRecord(records, policyDigest);
  const people = peopleInStores(policy, await bindingsOnRecord(), clients);
  const remainingMs = () => context.getRemainingTimeInMillis();
  const service = { policy, policyDigest, region: setting("region") };
  return { returned: await lookForReturned({ ...ports, people, remainingMs }, service) };
});
