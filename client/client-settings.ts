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

/** Only on the embedded AWS, if its time runs faster: so many times, and since when, ISO 8601 UTC. */
const TimeSchema = z.strictObject({ scale: z.number().positive(), origin: z.iso.datetime() }).optional();

/** What the sending part needs. */
const SendingSettingsSchema = ClientSettingsSchema.extend({
  tombstonesTable: z.string().min(1),
  disclosuresTable: z.string().min(1),
  time: TimeSchema,
});

/** What the clock part needs; decisions are none of its business. */
const ClockSettingsSchema = ClientSettingsSchema.omit({ decisionsTable: true }).extend({
  clockTable: z.string().min(1),
  tombstonesTable: z.string().min(1),
  serviceBusName: z.string().min(1),
  apiUrl: z.url(),
  time: TimeSchema,
});

/** What the sealing part needs. */
const SealedSettingsSchema = ClientSettingsSchema.omit({ decisionsTable: true }).extend({
  dataKeysTable: z.string().min(1),
  tombstonesTable: z.string().min(1),
});

export type SealedSettings = z.infer<typeof SealedSettingsSchema>;
export type ClientSettings = z.infer<typeof ClientSettingsSchema>;
export type SendingSettings = z.infer<typeof SendingSettingsSchema>;
export type ClockSettings = z.infer<typeof ClockSettingsSchema>;

/** Outputs of the stacks, one record of all of them. */
type Outputs = Readonly<Record<string, string | undefined>>;

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
  return parsed(ClientSettingsSchema, settings);
}

/** Returns the settings of the clock part in the same way. */
export function parsedClockSettings(settings: ClockSettings): ClockSettings {
  return parsed(ClockSettingsSchema, settings);
}

/** Returns the settings of the sending part in the same way. */
export function parsedSendingSettings(settings: SendingSettings): SendingSettings {
  return parsed(SendingSettingsSchema, settings);
}

/** Returns the settings of the sealing part in the same way. */
export function parsedSealedSettings(settings: SealedSettings): SealedSettings {
  return parsed(SealedSettingsSchema, settings);
}

/** Returns the settings of the sealing part that the outputs of the stacks give. */
export function sealedSettingsFromOutputs(outputs: Outputs): SealedSettings {
  return parsedSealedSettings({
    ...sharedSettings(outputs),
    dataKeysTable: outputs.DataKeysTable ?? "",
    tombstonesTable: outputs.TombstonesTable ?? "",
  });
}

/**
 * Returns the settings that the outputs of the three stacks give, one record of all of them. The region is the one of
 * the key: a service may be deployed elsewhere than where its own code runs.
 */
export function settingsFromOutputs(outputs: Outputs): ClientSettings {
  return parsedSettings({ ...sharedSettings(outputs), decisionsTable: outputs.DecisionsTable ?? "" });
}

/** Returns the settings of the clock part in the same way. */
export function clockSettingsFromOutputs(outputs: Outputs): ClockSettings {
  return parsedClockSettings({
    ...sharedSettings(outputs),
    clockTable: outputs.ClockTable ?? "",
    tombstonesTable: outputs.TombstonesTable ?? "",
    serviceBusName: outputs.ServiceBusName ?? "",
    apiUrl: outputs.ApiUrl ?? "",
    ...timeOf(outputs),
  });
}

/** Returns the settings of the sending part in the same way. */
export function sendingSettingsFromOutputs(outputs: Outputs): SendingSettings {
  return parsedSendingSettings({
    ...sharedSettings(outputs),
    decisionsTable: outputs.DecisionsTable ?? "",
    tombstonesTable: outputs.TombstonesTable ?? "",
    disclosuresTable: outputs.DisclosuresTable ?? "",
    ...timeOf(outputs),
  });
}

function timeOf({ TimeScale: scale, TimeOrigin: origin }: Outputs) {
  return scale === undefined || origin === undefined ? {} : { time: { scale: Number(scale), origin } };
}

function sharedSettings(outputs: Outputs) {
  const { WrappingKeyArn: wrappingKeyArn = "" } = outputs;
  return {
    service: outputs.Service ?? "",
    region: wrappingKeyArn.split(":")[ARN_REGION] ?? "",
    keysTable: outputs.KeysTable ?? "",
    wrappingKeyArn,
    recordsBucket: outputs.RecordsBucket ?? "",
    policyDigest: outputs.PolicyDigest ?? "",
  };
}

function parsed<Settings>(schema: z.ZodType<Settings>, settings: Settings): Settings {
  const result = schema.safeParse(settings);
  if (result.success) return result.data;
  throw new ClientIncomplete(
    `The settings of the Lethe client are not complete: ${z.prettifyError(result.error)}`,
  );
}
