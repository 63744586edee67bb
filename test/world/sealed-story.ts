import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { planDigest } from "../../shared/domain/erasure/erasure-plan.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { Actor } from "../../shared/domain/requests/erasure-request.ts";
import { approveRequest } from "../../shared/operations/approve-request.ts";
import { openRequest } from "../../shared/operations/open-request.ts";
import { type ErasureWorld, erasureWorld } from "./erasure-world.ts";

/** Three batches of each store. */
export const ENTRIES = 25;
/** Whoever seals, lifts and extends: two of them are needed. */
export const ADA = { kind: "staff", name: "ada" } as const;
export const GRACE = { kind: "staff", name: "grace" } as const;
/** Stores of dream-portraits over which a seal stands, and those that its policy leaves out. */
export const SEALED = ["portraits", "catalogue", "accounts"];
export const NOT_SEALED = ["photos", "landmarks"];

export const REASON = "Report 12 of the hotline";

/** Who is preserved, by which request. */
export interface SealedStory {
  readonly world: ErasureWorld;
  readonly person: SubjectId;
  readonly requestId: string;
}

/** Returns dream-portraits whose stores are looked into as the functions do: those of the scope. */
export async function worldWithPerson(): Promise<{ world: ErasureWorld; person: SubjectId }> {
  const world = await erasureWorld({}, dreamPortraits);
  return { world, person: world.settle("person-1", ENTRIES) };
}

/** Opens the preservation of a person, as `actor` asks for it. */
export async function openSealing(
  world: ErasureWorld,
  subject: SubjectId,
  { actor = ADA, reason }: { readonly actor?: Actor; readonly reason?: string | undefined } = {
    reason: REASON,
  },
): Promise<string> {
  const { id: service, regions } = world.compiled.policy.service;
  const { request } = await openRequest(
    { ...world, random: (bytes) => new Uint8Array(bytes).fill(77) },
    {
      subject,
      scope: { kind: "preserve-and-report" },
      actor,
      ...(reason === undefined ? {} : { reason }),
      service,
      region: regions[0] ?? "",
      policyDigest: world.compiled.digest,
    },
  );
  return request.requestId;
}

/** Returns a person who has been sealed, by ada and grace. */
export async function sealedPerson(): Promise<SealedStory> {
  const { world, person } = await worldWithPerson();
  const requestId = await openSealing(world, person);
  await approved(world, requestId);
  await world.run(requestId);
  return { world, person, requestId };
}

/** What a person has in the stores that are named. */
export const countsOf = ({ stores }: ErasureWorld, person: SubjectId, ids: readonly string[]) =>
  stores.filter(({ storeId }) => ids.includes(storeId)).map((store) => store.holds(person).length);

/** Has the plan of a request approved by a second person, so that its run has begun when this returns. */
export async function approved(world: ErasureWorld, requestId: string, by = GRACE.name): Promise<void> {
  await world.drain();
  const plan = await world.register.readPlan(requestId);
  const digest = plan ? planDigest(plan) : "";
  const approval = await approveRequest(world, { requestId, planDigest: digest, by });
  if (!approval.approved) throw new Error(approval.because);
  await world.drain();
}
