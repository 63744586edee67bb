import { z } from "zod";

/** `arn:aws:kms:REGION:ACCOUNT:key/ID` */
const ARN_REGION = 3;

/** Names of what the client reads, from the outputs of the deployed stacks. */
const ClientSettingsSchema = z.strictObject({
  service: z.string().min(1),
  region: z.string().min(1),
  decisionsTable: z.string().min(1),
  keysTable: z.string().min(1),
  wrappingKeyArn: z.string().min(1),
  recordsBucket: z.string().min(1),
  policyDigest: z.string().regex(/^[0-9a-f]{64}$/u),
});

export type ClientSettings = z.infer<typeof ClientSettingsSchema>;

/** The client was not told where it finds what it needs; nothing was read. */
export class ClientIncomplete extends Error {
  override readonly name = "ClientIncomplete";
}

/**
 * Returns the settings as they are.
 *
 * @throws {ClientIncomplete} naming those that are missing, malformed or unknown.
 */
export function parsedSettings(settings: ClientSettings): ClientSettings {
  const parsed = ClientSettingsSchema.safeParse(settings);
  if (parsed.success) return parsed.data;
  throw new ClientIncomplete(
    `The settings of the Lethe client are not complete: ${z.prettifyError(parsed.error)}`,
  );
}

/**
 * Returns the settings that the outputs of the three stacks give, one record of all of them. The region is the one of
 * the key: a service may be deployed elsewhere than where its own code runs.
 */
export function settingsFromOutputs(outputs: Readonly<Record<string, string | undefined>>): ClientSettings {
  const { WrappingKeyArn: wrappingKeyArn = "" } = outputs;
  return parsedSettings({
    service: outputs.Service ?? "",
    region: wrappingKeyArn.split(":")[ARN_REGION] ?? "",
    decisionsTable: outputs.DecisionsTable ?? "",
    keysTable: outputs.KeysTable ?? "",
    wrappingKeyArn,
    recordsBucket: outputs.RecordsBucket ?? "",
    policyDigest: outputs.PolicyDigest ?? "",
  });
}
