import { sha256Hex } from "../domain/canonical-json.ts";
import { ERROR_NAMES } from "../domain/erasure/error-names.ts";
import { recordedScope } from "../domain/erasure/scope.ts";
import { laneOf, type Step } from "../domain/erasure/step.ts";
import { LEGAL_HOLD, type StoreProgress } from "../domain/erasure/store-progress.ts";
import { mayAllBeHeld } from "../domain/holds/reach.ts";
import type { EntryBody } from "../domain/ledger/entry.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Retention } from "../domain/policy/retained-stores.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import type { StoreKind } from "../domain/policy/store.ts";
import { type DeleteGatePorts, deleteGate, type GatedStore } from "./delete-gate.ts";
import { type DestroyDataKeysPorts, destroyDataKeys } from "./destroy-data-keys.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type {
  Clock,
  ErasurePass,
  Ledger,
  Records,
  RequestRegister,
  StoreEraser,
  StoreFinder,
  Tombstones,
} from "./ports.ts";
import { type RunningRequest, runningRequest } from "./running-request.ts";
import { sealStores } from "./seal-stores.ts";
import { stopWhilePaused } from "./stop-while-paused.ts";

/** Why an account stays: something else could not be deleted, and no date is known on which it can. */
const OTHER_STORES_FIRST = "OtherStoresFirst";

/** A store would have been touched for a person who has no tombstone; nothing was deleted. */
export class SubjectNotFrozen extends Error {
  override readonly name = ERROR_NAMES.subjectNotFrozen;
}

/** One or more stores could not be emptied to the end; the others were. */
export class StoresFailed extends Error {
  override readonly name = "StoresFailed";
}

/** A store that can be emptied of a person, or cut down to what a duty needs of them. */
export interface ErasableStore {
  readonly storeId: string;
  readonly kind: StoreKind;
  readonly finder: StoreFinder;
  readonly eraser: StoreEraser;
  readonly retention?: Retention;
}

export interface EraseStoresPorts extends DeleteGatePorts, DestroyDataKeysPorts {
  readonly holds: DeleteGatePorts["holds"];
  readonly register: RequestRegister;
  readonly tombstones: Tombstones;
  readonly records: Records;
  readonly stores: readonly ErasableStore[];
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/**
 * Empties every store of the person, all at once; what is gone already stays gone when it is run again. Accounts, which
 * the freeze disabled, come last: not before nothing is left anywhere else.
 *
 * The keys that open its copies are destroyed before.
 *
 * Of a scope that seals nothing is deleted, and a seal stands over all of it afterwards.
 *
 * @returns `finished: false` if time ran out first: run it again.
 * @throws {SubjectNotFrozen} if the person has no tombstone.
 * @throws {StoresFailed} naming the stores that failed, after the others were worked to the end.
 */
export async function eraseStores(
  ports: EraseStoresPorts,
  step: Step,
): Promise<{ readonly finished: boolean }> {
  await stopWhilePaused(ports, step);
  const request = await runningRequest(ports.register, step);
  if (!(await ports.tombstones.read(request.subjectRef, recordedScope(request)))) {
    throw new SubjectNotFrozen(`Request ${step.requestId} has no tombstone: freeze its subject first.`);
  }
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  if (request.scope === SEALING) return sealStores(ports, step, request, policy);
  await destroyDataKeys(ports, step, request, policy);
  const begun = await ports.register.readStoreProgress(request.requestId);
  const eraseAll = async (stores: readonly ErasableStore[]): Promise<readonly ErasurePass[]> => {
    const ended = await Promise.allSettled(
      stores.map((store) =>
        eraseStore(ports, step, request, { ...store, ...gatedStore(policy, request, store) }, begun),
      ),
    );
    failIfAnyDid(stores, ended);
    return ended.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  };
  const accounts = ports.stores.filter(isOfAccounts);
  const passes = await eraseAll(ports.stores.filter((store) => !isOfAccounts(store)));
  if (passes.some(({ finished }) => !finished)) return { finished: false };
  if (passes.some(leavesMoreThanHeld)) {
    for (const { storeId } of accounts) await leaveForNow(ports, step, request, storeId, begun, passes);
    return { finished: true };
  }
  return { finished: (await eraseAll(accounts)).every(({ finished }) => finished) };
}

/** A hold on something else is no reason to keep an account: its end is promised, unless the policy lets it be held. */
function leavesMoreThanHeld({ left, leftBehind }: ErasurePass): boolean {
  return left > 0 && !(leftBehind.length > 0 && leftBehind.every(({ code }) => code === LEGAL_HOLD));
}

function isOfAccounts({ kind }: ErasableStore): boolean {
  return kind === "cognito";
}

function failIfAnyDid(
  stores: readonly ErasableStore[],
  ended: readonly PromiseSettledResult<ErasurePass>[],
): void {
  const failed = stores.filter((_, at) => ended[at]?.status === "rejected");
  if (failed.length === 0) return;
  const causes = ended.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  throw new StoresFailed(
    `These stores could not be emptied: ${failed.map(({ storeId }) => storeId).join(", ")}. The run tries again.`,
    { cause: causes.length === 1 ? causes[0] : new AggregateError(causes) },
  );
}

/**
 * Writes down that an account stays, disabled, for as long as something else does: it is what tells whose that is, and
 * where to write to when it is gone.
 */
async function leaveForNow(
  ports: EraseStoresPorts,
  step: Step,
  request: RunningRequest,
  storeId: string,
  begun: readonly StoreProgress[],
  others: readonly ErasurePass[],
): Promise<void> {
  const { found = 0, deletedByCall = 0 } = begun.find((progress) => progress.storeId === storeId) ?? {};
  const left = Math.max(0, found - deletedByCall);
  const isDated = ({ leftBehind }: ErasurePass) =>
    leftBehind.length > 0 && leftBehind.every(({ retainedUntil }) => retainedUntil !== undefined);
  const waiting = others.filter((pass) => pass.left > 0);
  const [first] = waiting.every(isDated)
    ? waiting
        .flatMap(({ leftBehind }) => leftBehind)
        .toSorted((a, b) => (a.retainedUntil ?? "").localeCompare(b.retainedUntil ?? ""))
    : [];
  const idHash = sha256Hex(`${request.subjectRef}\n${storeId}`);
  const leftBehind = left === 0 ? [] : [{ ...(first ?? { code: OTHER_STORES_FIRST }), idHash }];
  await ports.register.recordLeft(request.requestId, storeId, { left, leftBehind });
  const body = { kind: "erase-ended", store: storeId, deleted: 0, left, finished: true } as const;
  await ports.ledger.append(laneOf(step, storeId), request.subjectRef, body);
}

/** Intent before, outcome after. */
async function eraseStore(
  ports: EraseStoresPorts,
  step: Step,
  request: RunningRequest,
  store: ErasableStore & GatedStore,
  begun: readonly StoreProgress[],
): Promise<ErasurePass> {
  const { storeId, eraser, retention } = store;
  const lane = laneOf(step, storeId);
  const planned = begun.find((progress) => progress.storeId === storeId)?.found ?? 0;
  const kind = retention === undefined ? "erase-intended" : "retain-intended";
  await ports.ledger.append(lane, request.subjectRef, { kind, store: storeId, planned });
  const pass = await eraser.erase(request.subjectId, deleteGate(ports, step, store), (deleted) =>
    ports.register.addDeleted(request.requestId, storeId, deleted),
  );
  await ports.register.recordLeft(request.requestId, storeId, pass);
  await ports.ledger.append(lane, request.subjectRef, outcomeOf(storeId, retention, pass));
  return pass;
}

function outcomeOf(
  store: string,
  retention: Retention | undefined,
  { deleted, pseudonymised = 0, left, finished }: ErasurePass,
): EntryBody {
  return retention === undefined
    ? { kind: "erase-ended", store, deleted, left, finished }
    : { kind: "retain-ended", store, pseudonymised, deleted, left, finished };
}

/** What may be held is said by the policy that the request is carried out under. */
function gatedStore(policy: Policy, { subjectRef }: RunningRequest, { storeId }: ErasableStore): GatedStore {
  const categories = policy.stores.find(({ id }) => id === storeId)?.categories ?? [];
  return { subjectRef, storeId, categories, mayBeHeld: mayAllBeHeld(policy, categories) };
}
