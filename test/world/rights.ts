import { hasEnded, type RightsRequest } from "../../shared/domain/rights/rights-request.ts";
import { asKept, subjectMatterOf } from "../../shared/domain/rights/subject-matter.ts";
import type { RightsRegister, Token, Tokens } from "../../shared/operations/ports.ts";

/** Rights requests in memory; it holds copies, so that nobody changes a stored one by holding on to it. */
export function inMemoryRightsRegister(): RightsRegister {
  const requests = new Map<string, RightsRequest>();
  const newestFirst = () =>
    [...requests.values()].sort((one, other) => other.rightsRequestId.localeCompare(one.rightsRequestId));
  const isOfSame = (one: RightsRequest, other: RightsRequest) =>
    one.addressRef === other.addressRef && subjectMatterOf(one) === subjectMatterOf(other);
  const put = (request: RightsRequest): RightsRequest => {
    const kept = structuredClone(asKept(request));
    requests.set(kept.rightsRequestId, kept);
    return structuredClone(kept);
  };
  return {
    async open(request) {
      const standing =
        requests.get(request.rightsRequestId) ??
        newestFirst().find((other) => !hasEnded(other) && isOfSame(other, request));
      if (standing) return { request: structuredClone(standing), opened: false };
      return { request: put(request), opened: true };
    },
    async read(rightsRequestId) {
      return structuredClone(requests.get(rightsRequestId));
    },
    async update(next) {
      if (requests.get(next.rightsRequestId)?.revision !== next.revision) return undefined;
      return put({ ...next, revision: next.revision + 1 });
    },
    async openOf(addressRef) {
      const open = newestFirst().filter((one) => one.addressRef === addressRef && !hasEnded(one));
      return structuredClone(open);
    },
    async list(limit) {
      return structuredClone(newestFirst().slice(0, limit));
    },
  };
}

/** Links in memory. */
export function inMemoryTokens(): Tokens {
  const tokens = new Map<string, Token & { readonly usedAt?: string }>();
  return {
    async put(hash, token) {
      if (!tokens.has(hash)) tokens.set(hash, structuredClone(token));
    },
    async read(hash) {
      return structuredClone(tokens.get(hash));
    },
    async use(hash, now) {
      const token = tokens.get(hash);
      if (!token || token.usedAt !== undefined || new Date(token.expiresAt) <= now) return false;
      tokens.set(hash, { ...token, usedAt: now.toISOString() });
      return true;
    },
  };
}
