import { randomBytes } from "node:crypto";
import { settingsFromOutputs } from "../../client/client-settings.ts";
import type { LetheClient } from "../../client/guards.ts";
import { type AwsConfig, letheClient } from "../../client/lethe-client.ts";
import { LeadsBackToAPerson, UseRefused } from "../../client/refusals.ts";
import type { Mechanism } from "../../shared/domain/policy/mechanism.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Outputs } from "../deployed.ts";
import type { Seen } from "../measured.ts";

type GuardMechanism = Extract<
  Mechanism,
  { mechanism: "consent-gate" | "re-identification-test" | "identifier-removal" }
>;
type Consent = Extract<Mechanism, { mechanism: "consent-gate" }>;
type Test = Extract<Mechanism, { mechanism: "re-identification-test" }>;
type Removal = Extract<Mechanism, { mechanism: "identifier-removal" }>;

const HOW = "measured at start";
/** What tells one device from most others; a usual browser says the first of every visit. */
const DEVICE = {
  userAgent:
    "Mozilla/5.0 (Linux; Android 15; Pixel 9 Pro) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
  screen: "1280x2856",
  timestamp: "2026-11-24T10:00:00.123Z",
} as const;
const DEVICE_LEFT = "The record still told the device, its screen or the moment as exactly as before.";
/** An address and a network address that documentation may use: RFC 2606, RFC 5737. */
const ADDRESS = "ann@example.com";
const NETWORK_ADDRESS = "192.0.2.7";

/** Where the client of a deployment is measured. */
export interface MeasuredClient {
  readonly policy: Policy;
  readonly clientConfig: AwsConfig & { readonly region: string };
  readonly outputs: Outputs;
}

/**
 * Does for real, with an invented person, what each guard of the client is for that a promise of the policy names, and
 * returns what was seen. What it leaves behind are decisions of nobody, which end with their records.
 *
 * @param deployment.clientConfig settings for clients of the AWS SDK; the region is the one of the outputs.
 * @param deployment.outputs of the stacks that are deployed there.
 */
export async function measureClientGuards({
  policy,
  clientConfig,
  outputs,
}: MeasuredClient): Promise<readonly Seen[]> {
  const flat: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  if (guardsNamedBy(policy).length === 0) return [];
  const client = letheClient(settingsFromOutputs(flat), clientConfig);
  return measureGuards(client, policy);
}

/** Does the same with any client. */
export async function measureGuards(client: LetheClient, policy: Policy): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const mechanism of guardsNamedBy(policy)) {
    try {
      const fault = await faultOf(client, policy, mechanism);
      seen.push({ mechanism, held: fault === undefined, how: fault ?? held(mechanism) });
    } catch (error) {
      // A guard that cannot be tried is one that was not seen to hold.
      const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      seen.push({ mechanism, held: false, how: `It could not be tried. ${why}` });
    }
  }
  return seen;
}

function guardsNamedBy(policy: Policy): readonly GuardMechanism[] {
  return mechanismsNamedBy(policy).filter((one): one is GuardMechanism =>
    ["consent-gate", "re-identification-test", "identifier-removal"].includes(one.mechanism),
  );
}

/** Returns what went wrong in one sentence; undefined if the guard held. */
function faultOf(client: LetheClient, policy: Policy, guard: GuardMechanism): Promise<string | undefined> {
  switch (guard.mechanism) {
    case "consent-gate":
      return gateFault(client, policy, guard);
    case "re-identification-test":
      return testFault(client, policy, guard);
    case "identifier-removal":
      return removalFault(client, policy, guard);
  }
}

function held(guard: GuardMechanism): string {
  switch (guard.mechanism) {
    case "consent-gate":
      return `For an invented person ${guard.purpose} was as the policy says before they decided, on after agreeing, off after objecting, on after agreeing again.`;
    case "re-identification-test":
      return `Rows of ${guard.category} with a lone combination, and rows with an address, were refused; rows that are all alike were given out.`;
    case "identifier-removal":
      return `A record for ${guard.purpose} came back without the address, the network address and the id that were put into it${guard.purpose === "model-training" ? ", and was refused after an objection" : ", and with the device, its screen and the moment made coarse"}.`;
  }
}

async function gateFault(
  client: LetheClient,
  policy: Policy,
  { purpose }: Consent,
): Promise<string | undefined> {
  const basis = policy.consents.find((consent) => consent.purpose === purpose)?.basis;
  if (!basis) return `The policy lists no consent for ${purpose}, so the client refuses it to everybody.`;
  const person = inventedPerson();
  const isOn = async () => (await client.mayUse(person, purpose)).allowed;

  if ((await isOn()) !== (basis === "until-objection")) return `${purpose} was not ${basis} at first.`;
  await client.agreed(person, purpose, HOW);
  if (!(await isOn())) return `${purpose} was off after agreeing.`;
  await client.objected(person, purpose, HOW);
  if (await isOn()) return `${purpose} was on after objecting.`;
  // Also leaves nothing without an end: an objection would stand for ever.
  await client.agreed(person, purpose, HOW);
  return (await isOn()) ? undefined : `${purpose} was off after agreeing again.`;
}

async function testFault(
  client: LetheClient,
  policy: Policy,
  { category }: Test,
): Promise<string | undefined> {
  const declared = policy.categories.find(({ id }) => id === category)?.anonymised;
  if (!declared) return `The policy does not declare ${category} as anonymised.`;
  const rowWith = (value: string) =>
    Object.fromEntries(declared.columnsThatTogetherIdentify.map((column) => [column, value]));
  const alike = Array.from({ length: declared.smallestGroup }, () => rowWith("alike"));
  const isRefused = (rows: readonly Record<string, string>[]) =>
    refused(client.anonymisedRows(category, rows), LeadsBackToAPerson);

  if (await isRefused(alike)) return "Rows that are all alike were refused.";
  if (!(await isRefused([...alike, rowWith("alone")]))) return "A lone combination was given out.";
  const addressed = alike.map((row) => ({ ...row, note: `by ${ADDRESS}` }));
  return (await isRefused(addressed)) ? undefined : "Rows with an address were given out.";
}

async function removalFault(
  client: LetheClient,
  policy: Policy,
  { purpose }: Removal,
): Promise<string | undefined> {
  const person = inventedPerson();
  const record = { prompt: `For ${person}, ${ADDRESS} at ${NETWORK_ADDRESS}`, email: ADDRESS };
  const forTraining = purpose === "model-training";
  if (forTraining && !policy.consents.some((consent) => consent.purpose === purpose)) {
    return `The policy lists no consent for ${purpose}, so the client gives out nothing for it.`;
  }
  if (forTraining) await client.agreed(person, purpose, HOW);
  const cleaned = forTraining
    ? await client.forTraining(person, record)
    : client.anonymisedInteraction(person, { ...record, ...DEVICE });
  const text = JSON.stringify(cleaned);
  if ([person, ADDRESS, NETWORK_ADDRESS].some((identifier) => text.includes(identifier))) {
    return "An identifier was still in the record.";
  }
  if (!forTraining)
    return Object.values(DEVICE).some((told) => text.includes(told)) ? DEVICE_LEFT : undefined;
  await client.objected(person, purpose, HOW);
  const isRefused = await refused(client.forTraining(person, record), UseRefused);
  await client.agreed(person, purpose, HOW);
  return isRefused ? undefined : "A record of a person who had objected was given out.";
}

/** Says whether something was refused for this reason; any other error is one. */
async function refused(
  asked: Promise<unknown>,
  reason: typeof LeadsBackToAPerson | typeof UseRefused,
): Promise<boolean> {
  try {
    await asked;
    return false;
  } catch (error) {
    if (error instanceof reason) return true;
    throw error;
  }
}

function inventedPerson(): string {
  return `measure-${randomBytes(8).toString("hex")}`;
}
