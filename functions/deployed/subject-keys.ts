import { KMSClient } from "@aws-sdk/client-kms";
import { kmsSubjectKeys } from "../../shared/adapters/aws/kms-subject-keys.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The secret behind this deployment's subject references. */
export const subjectKeys = kmsSubjectKeys(
  documents,
  setting("keysTable"),
  new KMSClient({}),
  setting("wrappingKeyArn"),
);
