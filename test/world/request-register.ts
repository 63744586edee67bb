import type { ErasurePlan } from "../../shared/domain/erasure/erasure-plan.ts";
import { scopeKey } from "../../shared/domain/erasure/scope.ts";
import type { StoreProgress } from "../../shared/domain/erasure/store-progress.ts";
import { dueAt, type ErasureRequest, isEnded, isRun } from "../../shared/domain/requests/erasure-request.ts";
import type { PauseOfAll } from "../../shared/domain/requests/pause-of-all.ts";
import type { Contact, RequestRegister } from "../../shared/operations/ports.ts";

/** A register in memory; it holds copies, so that nobody changes a stored request by holding on to it. */
export function inMemoryRequestRegister(): RequestRegister {
  const requests = new Map<string, ErasureRequest>();
  const leases = new Map<string, string>();
  const plans = new Map<string, ErasurePlan>();
  const progress = new Map<string, Map<string, StoreProgress>>();
  const contacts = new Map<string, Contact>();
  const counts = new Map<string, number>();
  let pause: PauseOfAll | undefined;

  const changeStore = (requestId: string, storeId: string, change: (was: StoreProgress) => StoreProgress) => {
    const stores = progress.get(requestId);
    const was = stores?.get(storeId);
    if (!stores || !was) throw new Error(`The progress of store ${storeId} was never started.`);
    stores.set(storeId, change(was));
  };

  return {
    async open(request) {
      const lease = leaseOf(request);
      const active = leases.get(lease);
      if (active !== undefined) return { opened: false, activeRequestId: active };
      leases.set(lease, request.requestId);
      requests.set(request.requestId, structuredClone(request));
      return { opened: true };
    },
    async read(requestId) {
      return structuredClone(requests.get(requestId));
    },
    async update(next) {
      const before = requests.get(next.requestId);
      if (before?.revision !== next.revision) return undefined;
      const stored = { ...structuredClone(next), revision: next.revision + 1 };
      requests.set(next.requestId, stored);
      // One that had ended gave its lease back then; another may have it now.
      if (isEnded(stored) && !isEnded(before)) leases.delete(leaseOf(stored));
      return structuredClone(stored);
    },
    async list(limit) {
      const newestFirst = [...requests.values()].sort((a, b) => b.requestId.localeCompare(a.requestId));
      return structuredClone(newestFirst.slice(0, limit));
    },
    async dueBy(now, limit) {
      return [...requests.values()]
        .flatMap((request) => {
          const due = dueAt(request);
          if (due === undefined || due > now.toISOString()) return [];
          return [{ due, requestId: request.requestId, state: request.progress.state }];
        })
        .sort((a, b) => a.due.localeCompare(b.due))
        .slice(0, limit)
        .map(({ requestId, state }) => ({ requestId, state }));
    },
    async countRun() {
      return [...requests.values()].filter(isRun).length;
    },
    async pauseAll(asked) {
      pause ??= structuredClone(asked);
    },
    async resumeAll() {
      pause = undefined;
    },
    async askToResumeAll(resumeAsked) {
      if (pause && !pause.resumeAsked) pause = { ...pause, resumeAsked: structuredClone(resumeAsked) };
      return structuredClone(pause);
    },
    async pausedAll() {
      return structuredClone(pause);
    },
    async countInHour(what, now) {
      const key = `${what}/${now.toISOString().slice(0, "YYYY-MM-DDTHH".length)}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
    async putPlan(plan) {
      plans.set(plan.requestId, structuredClone(plan));
    },
    async readPlan(requestId) {
      return structuredClone(plans.get(requestId));
    },
    async startStoreProgress(requestId, store) {
      const stores = progress.get(requestId) ?? new Map<string, StoreProgress>();
      progress.set(requestId, stores.set(store.storeId, structuredClone(store)));
    },
    async addDeleted(requestId, storeId, deleted) {
      changeStore(requestId, storeId, (was) => ({ ...was, deletedByCall: was.deletedByCall + deleted }));
    },
    async recordLeft(requestId, storeId, { left, leftBehind }) {
      changeStore(requestId, storeId, (was) => ({ ...was, left, leftBehind: [...leftBehind] }));
    },
    async recordVerified(requestId, storeId, verified) {
      changeStore(requestId, storeId, (was) => ({ ...was, verified }));
    },
    async readStoreProgress(requestId) {
      return structuredClone([...(progress.get(requestId)?.values() ?? [])]);
    },
    async keepContact(requestId, contact) {
      contacts.set(requestId, { ...contacts.get(requestId), ...contact });
    },
    async readContact(requestId) {
      return contacts.get(requestId);
    },
    async forgetContact(requestId) {
      contacts.delete(requestId);
    },
  };
}

function leaseOf(request: ErasureRequest): string {
  return `${request.subjectRef}/${scopeKey(request)}`;
}
