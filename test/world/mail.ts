import { canonicalAddress } from "../../shared/domain/rights/address-reference.ts";
import type {
  AccountDirectory,
  AccountOnFile,
  Correspondence,
  MailAgain,
  MailRecord,
  MailRecords,
  StoredMail,
} from "../../shared/operations/ports.ts";

const DAY_MS = 86_400_000;

/** What was written to whom, in memory. */
export function inMemoryCorrespondence(): Correspondence {
  const sent = new Map<string, readonly number[]>();
  const acknowledged = new Map<string, { readonly rightsRequestId: string; readonly atMs: number }>();
  const outside = new Map<string, number>();
  const undeliverable = new Set<string>();
  return {
    async mayWrite(addressRef, max, now) {
      const counting = (sent.get(addressRef) ?? []).filter((at) => at > now.getTime() - DAY_MS);
      if (counting.length >= max) return false;
      sent.set(addressRef, [...counting, now.getTime()]);
      return true;
    },
    async mayAcknowledgeUnproved(addressRef, rightsRequestId, now) {
      const last = acknowledged.get(addressRef);
      const isOver = last === undefined || last.atMs <= now.getTime() - DAY_MS;
      if (!isOver && last.rightsRequestId !== rightsRequestId) return false;
      acknowledged.set(addressRef, { rightsRequestId, atMs: now.getTime() });
      return true;
    },
    async mayWriteOutside(addressRef, now) {
      const last = outside.get(addressRef);
      if (last !== undefined && last > now.getTime() - DAY_MS) return false;
      outside.set(addressRef, now.getTime());
      return true;
    },
    async markUndeliverable(addressRef) {
      undeliverable.add(addressRef);
    },
    async isUndeliverable(addressRef) {
      return undeliverable.has(addressRef);
    },
  };
}

/** Which mail was taken in, in memory. */
export function inMemoryMailRecords(): MailRecords {
  const records = new Map<string, MailRecord>();
  const firsts = new Map<string, string>();
  const order = ({ receivedAt, mailId }: MailRecord) => `${receivedAt}#${mailId}`;
  return {
    async putOnce(record) {
      if (records.has(record.mailId)) return false;
      records.set(record.mailId, structuredClone(record));
      return true;
    },
    async read(mailId) {
      return structuredClone(records.get(mailId));
    },
    async isFirst(messageRef, mailId) {
      const first = firsts.get(messageRef) ?? mailId;
      firsts.set(messageRef, first);
      return first === mailId;
    },
    async list(limit) {
      const newestFirst = [...records.values()].sort((one, other) => (order(one) < order(other) ? 1 : -1));
      return structuredClone(newestFirst.slice(0, limit));
    },
  };
}

/** Mail in memory. */
export interface InMemoryStoredMail extends StoredMail {
  put(key: string, raw: Uint8Array | string, storedAt: Date): void;
  /** Removes one, as its own end does. */
  remove(key: string): void;
}

/** Returns a place for mail with none in it. */
export function inMemoryStoredMail(): InMemoryStoredMail {
  const stored = new Map<string, { readonly raw: Uint8Array; readonly storedAt: string }>();
  return {
    put(key, raw, storedAt) {
      const bytes = typeof raw === "string" ? new TextEncoder().encode(raw) : raw.slice();
      stored.set(key, { raw: bytes, storedAt: storedAt.toISOString() });
    },
    remove(key) {
      stored.delete(key);
    },
    async sizeOf(key) {
      return stored.get(key)?.raw.byteLength;
    },
    async read(key) {
      const mail = stored.get(key);
      if (!mail) throw new Error(`There is no mail ${key}.`);
      return mail.raw.slice();
    },
    async list({ from, to, after, limit }) {
      const oldestFirst = [...stored]
        .map(([key, { storedAt }]) => ({ key, storedAt }))
        .filter(({ storedAt }) => storedAt >= from.toISOString() && storedAt < to.toISOString())
        .sort((one, other) => (`${one.storedAt}#${one.key}` < `${other.storedAt}#${other.key}` ? -1 : 1));
      const start = oldestFirst.findIndex(({ key }) => key === after) + 1;
      return oldestFirst.slice(start, start + limit);
    },
  };
}

/** Accounts by address, in memory. */
export interface InMemoryAccountDirectory extends AccountDirectory {
  add(account: AccountOnFile): void;
  /** How often somebody was looked up. */
  readonly lookedUp: number;
}

/** Returns a directory with nobody in it. */
export function inMemoryAccountDirectory(): InMemoryAccountDirectory {
  const accounts: AccountOnFile[] = [];
  let lookedUp = 0;
  return {
    get lookedUp() {
      return lookedUp;
    },
    add(account) {
      accounts.push(structuredClone(account));
    },
    async findByAddress(address, limit) {
      lookedUp += 1;
      const asked = canonicalAddress(address);
      const found = accounts.filter((account) => canonicalAddress(account.address) === asked);
      return structuredClone(found.slice(0, limit));
    },
  };
}

/** Returns a place for mail, and what was put back of it to be taken in again. */
export function inMemoryMail(): InMemoryStoredMail & MailAgain & { readonly putBack: string[] } {
  const putBack: string[] = [];
  return {
    ...inMemoryStoredMail(),
    putBack,
    take: async ({ mailId }) => {
      putBack.push(mailId);
    },
  };
}
