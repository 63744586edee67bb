import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { kmsGrantTokens } from "../../shared/adapters/aws/kms-grant-tokens.ts";
import { secretDocuments } from "../../shared/adapters/processor-calls/secret-documents.ts";
import { processorConnectors } from "../../shared/adapters/processor-connectors.ts";
import { documents } from "./documents.ts";
import { asksStandIns, setting } from "./settings.ts";

const grants = kmsGrantTokens(
  documents,
  setting("disclosuresTable"),
  new KMSClient({}),
  setting("wrappingKeyArn"),
);

/** The third parties that this deployment asks by their APIs. Real time: their answers say when to ask again. */
export const connectors = processorConnectors({
  secrets: secretDocuments(new SecretsManagerClient({}), setting("service")),
  grantToken: grants.read,
  asksStandIns: asksStandIns(),
  now: () => new Date(),
});
