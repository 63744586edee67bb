import { sha256Hex } from "../../shared/domain/canonical-json.ts";
import { type Tombstone, tombstoneKey } from "../../shared/domain/erasure/tombstone.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { ErasureRequest } from "../../shared/domain/requests/erasure-request.ts";
import type {
  DataKeyEnds,
  DataKeys,
  Executions,
  Letter,
  Letters,
  Records,
  SubjectKeys,
  Tombstones,
} from "../../shared/operations/ports.ts";

/** Tombstones in memory. */
export function inMemoryTombstones(): Tombstones {
  const standing = new Map<string, Tombstone>();
  return {
    async put(tombstone) {
      const key = tombstoneKey(tombstone.subjectRef, tombstone);
      const stands = standing.get(key);
      const isLater =
        stands && stands.requestId !== tombstone.requestId && stands.erasedAt < tombstone.erasedAt;
      if (stands && !isLater) return stands;
      standing.set(key, tombstone);
      return tombstone;
    },
    async read(subjectRef, scope) {
      return standing.get(tombstoneKey(subjectRef, scope));
    },
    async readEach(asked) {
      return asked.map(({ subjectRef, scope }) => standing.get(tombstoneKey(subjectRef, scope)));
    },
  };
}

/** Keys of single people in memory, which can be away as their table can. */
export interface InMemoryDataKeys extends DataKeys, DataKeyEnds {
  /** The next destruction answers as if it were done, and is not. */
  destroyNothingOnce(): void;
}

/** Returns no keys at first. */
export function inMemoryDataKeys(): InMemoryDataKeys {
  const keys = new Map<string, Uint8Array>();
  const nameOf = (subjectRef: string, category: string) => `${subjectRef}#${category}`;
  let lies = false;
  return {
    async make(subjectRef, category) {
      const name = nameOf(subjectRef, category);
      const key = keys.get(name) ?? new Uint8Array(Buffer.from(sha256Hex(name), "hex"));
      keys.set(name, key);
      return key;
    },
    read: async (subjectRef, category) => keys.get(nameOf(subjectRef, category)),
    async destroy(subjectRef, categories) {
      const there = categories.filter((category) => keys.has(nameOf(subjectRef, category)));
      if (!lies) for (const category of there) keys.delete(nameOf(subjectRef, category));
      lies = false;
      return there.length;
    },
    count: async (subjectRef, categories) =>
      categories.filter((category) => keys.has(nameOf(subjectRef, category))).length,
    destroyNothingOnce: () => {
      lies = true;
    },
  };
}

/** A subject key that is the same in every run. */
export function fixedSubjectKeys(): SubjectKeys {
  return { current: async () => ({ version: 1, key: new Uint8Array(32).fill(7) }) };
}

/** Executions that start, and end when a test says so. */
export interface StandInExecutions extends Executions {
  readonly started: readonly string[];
  end(requestId: string, attempt: number): void;
}

/** Returns executions that only remember what was started. */
export function standInExecutions(): StandInExecutions {
  const status = new Map<string, "running" | "ended">();
  const started: string[] = [];
  const nameOf = ({ requestId, attempt }: Pick<ErasureRequest, "requestId" | "attempt">) =>
    `${requestId}-${attempt}`;
  return {
    started,
    async start(request) {
      if (status.has(nameOf(request))) return;
      status.set(nameOf(request), "running");
      started.push(nameOf(request));
    },
    async statusOf(request) {
      return status.get(nameOf(request)) ?? "absent";
    },
    end: (requestId, attempt) => {
      status.set(nameOf({ requestId, attempt }), "ended");
    },
  };
}

/** Letters that arrive in a list. */
export interface Mailbox extends Letters {
  readonly sent: Letter[];
  /** Makes the next letter fail, once. */
  failNext(error: Error): void;
  /** Does something once, while the next letter is on its way. */
  whenNextSent(meanwhile: () => Promise<void>): void;
}

/** Returns an empty mailbox. */
export function mailbox(): Mailbox {
  const sent: Letter[] = [];
  let meanwhile: (() => Promise<void>) | undefined;
  return {
    sent,
    async send(letter) {
      const first = meanwhile;
      meanwhile = undefined;
      await first?.();
      sent.push({ ...letter });
    },
    failNext(error) {
      meanwhile = () => Promise.reject(error);
    },
    whenNextSent(what) {
      meanwhile = what;
    },
  };
}

/** Records in memory. */
export function inMemoryRecords(): Records {
  const policies = new Map<string, CompiledPolicy>();
  const bindings = new Map<string, Bindings>();
  const certificates = new Map<string, string>();
  return {
    async putPolicy(compiled) {
      policies.set(compiled.digest, compiled);
    },
    async readPolicy(digest) {
      return policies.get(digest);
    },
    async putBindings(where) {
      bindings.set(where.service, where);
    },
    async readBindings(service) {
      return bindings.get(service);
    },
    async putCertificate(requestId, attempt, certificate) {
      const key = `certificates/${requestId}/${attempt}.json`;
      certificates.set(key, certificate);
      return key;
    },
    async readCertificate(key) {
      return certificates.get(key);
    },
  };
}
