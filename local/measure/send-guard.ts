import { randomBytes } from "node:crypto";
import { sendingSettingsFromOutputs } from "../../client/client-settings.ts";
import { letheSending } from "../../client/lethe-sending.ts";
import type { LetheSending, ToSend } from "../../client/sending.ts";
import { SendingRefused } from "../../client/sending-refusals.ts";
import type { Mechanism } from "../../shared/domain/policy/mechanism.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Seen } from "../measured.ts";
import type { MeasuredClient } from "./client-guards.ts";

type SendGuard = Extract<Mechanism, { mechanism: "send-guard" }>;

/** What is tried to be sent, and why that has to be refused. */
interface Forbidden {
  readonly what: ToSend;
  readonly because: string;
}

/**
 * Tries with the deployed client to send what the policy forbids, of an invented person, and returns what was seen.
 * Nothing is sent: the client only says whether it may be.
 */
export async function measureSendGuard({
  policy,
  clientConfig,
  outputs,
}: MeasuredClient): Promise<readonly Seen[]> {
  const guards = mechanismsNamedBy(policy).filter((one): one is SendGuard => one.mechanism === "send-guard");
  if (guards.length === 0) return [];
  const flat: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  const client = letheSending(sendingSettingsFromOutputs(flat), clientConfig);
  return Promise.all(guards.map((guard) => seenOf(client, policy, guard)));
}

/** Does the same with any client. */
export async function seenOf(client: LetheSending, policy: Policy, guard: SendGuard): Promise<Seen> {
  const tried = forbiddenBy(policy, guard);
  const person = `invented-${randomBytes(8).toString("hex")}`;
  for (const { what, because } of tried) {
    const said = await refusalOf(client, person, what);
    if (said === because) continue;
    const how = `Sending ${what.category} to ${what.processor} had to be refused as ${because}, and was ${said ?? "allowed"}.`;
    return { mechanism: guard, held: false, how };
  }
  const reasons = [...new Set(tried.map(({ because }) => because))].join(", ");
  const how = `${tried.length} things that the policy forbids to send were refused by the deployed client: ${reasons}.`;
  return { mechanism: guard, held: true, how };
}

/** Somebody whom no policy declares, what is taken from a face, what a third party is not to get, what moderation blocked. */
function forbiddenBy(policy: Policy, { processor: only }: SendGuard): readonly Forbidden[] {
  const parties = policy.processors.filter(({ id, role }) => role !== "hosting" && (only ?? id) === id);
  const facial = policy.categories.filter(({ facial: isFacial }) => isFacial).map(({ id }) => id);
  const [category = ""] = policy.categories.map(({ id }) => id);
  return [
    { what: { processor: "nobody-declared", category }, because: "processor-not-declared" },
    ...[...policy.processors.map(({ id }) => id)].flatMap((processor) =>
      facial.map((one) => ({ what: { processor, category: one }, because: "facial-data" })),
    ),
    ...parties.flatMap(({ id: processor, receives }) =>
      policy.categories
        .filter(
          ({ id, derivedFrom }) =>
            !receives.includes(id) && !facial.includes(id) && derivedFrom === undefined,
        )
        .map(({ id }) => ({ what: { processor, category: id }, because: "not-declared-to-receive" })),
    ),
  ];
}

async function refusalOf(client: LetheSending, person: string, what: ToSend): Promise<string | undefined> {
  try {
    await client.beforeSend(person, what);
    return undefined;
  } catch (error) {
    if (error instanceof SendingRefused) return error.because;
    return error instanceof Error ? error.name : "something else";
  }
}
