import { expect } from "vitest";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { sha256Hex } from "../../shared/domain/canonical-json.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { newHoldId } from "../../shared/domain/holds/hold-id.ts";
import { placeHold } from "../../shared/operations/place-hold.ts";
import { releaseHold } from "../../shared/operations/release-hold.ts";
import { certificateOf } from "./certificate-of.ts";
import { type ErasureWorld, erasureWorld } from "./erasure-world.ts";

/** Three batches of each store. */
export const ENTRIES = 25;
/** Who places and releases. */
export const STAFF = { kind: "staff", name: "ada" } as const;
const WHY = { owner: "Legal", reason: "Claim 12", legalBasis: "GDPR Art. 17(3)(e)", reviewOn: "2027-06-01" };

/** Without processors that keep copies, since a certificate is final only when nobody else has any. */
const ALONE = {
  processors: (imageDesigner.processors ?? []).filter(({ role }) => role === "hosting"),
  stores: imageDesigner.stores.map((store) =>
    store.kind === "s3" ? { ...store, cachedBy: undefined } : store,
  ),
  promises: imageDesigner.promises.map((promise) => {
    const { kept } = promise;
    if (kept.status !== "bound") return promise;
    return { ...promise, kept: { ...kept, keptBy: kept.keptBy.filter(isKeptByUs) } };
  }),
};

function isKeptByUs({ mechanism }: { readonly mechanism: string }): boolean {
  return mechanism !== "dropped-from-cache";
}

/** Which request, of whom, with whom else. */
export interface Story {
  readonly world: ErasureWorld;
  readonly person: SubjectId;
  readonly requestId: string;
}

/** Returns the image designer with one person, whose erasure has begun. */
export async function begun(): Promise<Story> {
  const world = await erasureWorld(ALONE, imageDesigner);
  const person = world.settle("person-1", ENTRIES);
  const requestId = await world.open(person);
  await world.drain();
  return { world, person, requestId };
}

/** What of a hold a test says itself. */
export type Asked = Partial<Parameters<typeof placeHold>[2]>;
let seed = 100;

/** Returns what placing a hold came to. */
export async function placed(world: ErasureWorld, asked: Asked) {
  seed += 1;
  const holdId = newHoldId(world.clock.now(), new Uint8Array(10).fill(seed));
  return placeHold(world, world.compiled.policy, { holdId, ...WHY, by: STAFF, region: "r", ...asked });
}

/** Places a hold and returns its id. */
export async function hold(world: ErasureWorld, asked: Asked): Promise<string> {
  const answer = await placed(world, asked);
  if (!answer.placed) throw new Error(answer.why);
  return answer.hold.holdId;
}

/** Releases a hold. */
export const release = (world: ErasureWorld, holdId: string) =>
  releaseHold(world, world.compiled.policy, { holdId, by: STAFF });

/** What is there now is there at the end of the run, and the run says so. */
export async function expectKept(
  { world, person, requestId }: Story,
  kept: readonly string[],
  holdIds: readonly string[],
) {
  expect(world.store("tickets").holds(person)).toEqual(kept);
  for (const store of world.stores) {
    if (store.storeId !== "tickets") expect(store.holds(person), store.storeId).toEqual([]);
  }
  const request = await world.read(requestId);
  if (kept.length === 0) return expect(request.progress.state).toBe("completed");
  expect(request.progress).toMatchObject({ state: "waiting", dueAt: "2027-06-01T00:00:00.000Z" });
  const reason = request.progress.state === "waiting" ? request.progress.reason : "";
  for (const holdId of holdIds) expect(reason).toContain(holdId);
  expect(reason).not.toContain(person);
  const { body } = await certificateOf(world, requestId);
  expect(body.final).toBe(false);
  const tickets = body.stores.find(({ id }) => id === "tickets");
  expect(tickets).toMatchObject({
    found: ENTRIES,
    deleted: ENTRIES - kept.length,
    left: 0,
    retained: kept.length,
    outcome: "retained-until",
    verifiedFound: kept.length,
  });
  expect(tickets?.leftBehind).toEqual(
    kept.map((id) => ({
      idHash: sha256Hex(id),
      code: "LegalHold",
      retainedUntil: "2027-06-01T00:00:00.000Z",
    })),
  );
}

/** Once nothing holds it, it ends as every erasure does. */
export async function expectCompleted({ world, person, requestId }: Story) {
  const request = await world.read(requestId);
  expect(request.progress.state).toBe("completed");
  for (const store of world.stores) expect(store.holds(person)).toEqual([]);
  const { body } = await certificateOf(world, requestId);
  expect(body.final).toBe(true);
  expect(body.stores.find(({ id }) => id === "tickets")).toMatchObject({
    found: ENTRIES,
    deleted: ENTRIES,
    retained: 0,
    outcome: "deleted",
  });
}
