import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { clockRuleOf, clockStores } from "../../shared/domain/retention/clock-rules.ts";
import { currentLife } from "../../shared/domain/retention/due-time.ts";
import { factText, type LifeFact } from "../../shared/domain/retention/told-fact.ts";

const CREATED = "2026-11-24T10:00:00.000Z";

/** What the rules of a store come to for something created at {@link CREATED}. */
interface DueTime {
  readonly policy: PolicyDeclaration;
  readonly store: string;
  /** When its limit ends it, and by when that was promised; absent if it has none. */
  readonly limit?: readonly [dueAt: string, deadline: string];
  /** Events that end it at once. */
  readonly events: readonly LifeFact[];
}

const TABLE: Readonly<Record<string, readonly DueTime[]>> = {
  CB4: [
    { policy: coloringBook, store: "pages", events: ["need-ended"] },
    { policy: coloringBook, store: "projects", events: ["need-ended"] },
  ],
  "DP1 DP2": [
    {
      policy: dreamPortraits,
      store: "photos",
      limit: ["2026-11-25T09:00:00.000Z", "2026-11-25T10:00:00.000Z"],
      events: ["generation-completed"],
    },
    {
      policy: dreamPortraits,
      store: "landmarks",
      limit: ["2026-11-25T09:00:00.000Z", "2026-11-25T10:00:00.000Z"],
      events: ["processing-finished"],
    },
  ],
  ID1: [
    // Two hours: the CDN may serve a copy for one of them.
    {
      policy: imageDesigner,
      store: "work",
      limit: ["2026-11-25T08:00:00.000Z", "2026-11-25T10:00:00.000Z"],
      events: [],
    },
    {
      policy: imageDesigner,
      store: "prompts",
      limit: ["2026-11-25T09:00:00.000Z", "2026-11-25T10:00:00.000Z"],
      events: [],
    },
  ],
  ID2: [{ policy: imageDesigner, store: "saved", events: ["un-saved"] }],
  ID4: [
    {
      policy: imageDesigner,
      store: "tickets",
      limit: ["2027-11-23T10:00:00.000Z", "2027-11-24T10:00:00.000Z"],
      events: [],
    },
  ],
  "GI3 GI4": [
    {
      policy: gptImage,
      store: "session-images",
      limit: ["2026-11-25T09:00:00.000Z", "2026-11-25T10:00:00.000Z"],
      events: ["session-ended"],
    },
  ],
  GI13: [
    {
      policy: gptImage,
      store: "prompts",
      limit: ["2026-11-25T09:00:00.000Z", "2026-11-25T10:00:00.000Z"],
      events: ["session-ended"],
    },
  ],
  IG18: [
    {
      policy: imageGen,
      store: "free-work",
      limit: ["2026-12-23T10:00:00.000Z", "2026-12-24T10:00:00.000Z"],
      events: ["need-ended"],
    },
    {
      policy: imageGen,
      store: "paid-work",
      limit: ["2027-11-23T10:00:00.000Z", "2027-11-24T10:00:00.000Z"],
      events: ["need-ended"],
    },
  ],
};

const ROWS = Object.entries(TABLE).flatMap(([promise, rows]) => rows.map((row) => ({ promise, ...row })));
const EVENTS: readonly LifeFact[] = [
  "processing-finished",
  "generation-completed",
  "session-ended",
  "un-saved",
  "need-ended",
];

describe.each(ROWS)("$promise: what is in $store", ({ policy, store, limit, events }) => {
  it("is on the clock", () => {
    const ids = clockStores(compilePolicy(policy).policy).map(({ id }) => id);
    expect(ids).toContain(store);
  });

  it("is due at its limit, a margin early, and lives to the last millisecond before", () => {
    const life = lifeOf(policy, store);
    expect(life?.due && [life.due.dueAt, life.due.deadline]).toEqual(limit);
  });

  it.each(EVENTS)("is due on %s if its rules say so, and on no other event", (event) => {
    const at = "2026-11-24T12:34:56.789Z";
    const expected = events.includes(event) ? at : limit?.[0];
    expect(lifeOf(policy, store, { fact: event, at })?.due?.dueAt).toBe(expected);
  });

  const [event = "created"] = events;
  const [limitAt = ""] = limit ?? [];
  it.runIf(limit && events.length > 0)("is due at the earlier of the two, on both sides of the limit", () => {
    const [before, after] = [-1, 1].map((ms) => new Date(Date.parse(limitAt) + ms).toISOString());
    expect(lifeOf(policy, store, { fact: event, at: before ?? "" })?.due).toMatchObject({ because: event });
    expect(lifeOf(policy, store, { fact: event, at: after ?? "" })?.due).toMatchObject({ because: "limit" });
  });

  it("is neither due nor saved by the end of an account: that is an erasure of all there is", () => {
    expect(clockRule(policy, store).earlierOn).not.toContain("account-ended");
  });
});

describe("what is kept past its limit", () => {
  it("is nothing of the five services but what the store of saved work holds: each limit stands though somebody saves", () => {
    for (const { policy, store, limit } of ROWS) {
      const saved = lifeOf(policy, store, { fact: "saved", at: "2026-11-24T11:00:00.000Z" });
      expect(saved?.due?.dueAt, store).toBe(limit?.[0]);
    }
  });

  it.each([
    ["2028-02-29T10:00:00.000Z", "2029-02-28T10:00:00.000Z"],
    ["2027-08-31T10:00:00.000Z", "2028-08-31T10:00:00.000Z"],
    ["2027-03-28T01:30:00.000Z", "2028-03-28T01:30:00.000Z"],
  ])("ID4: a ticket of %s is promised to be gone 12 months later, at %s", (created, deadline) => {
    const facts = new Set([factText({ fact: "created", at: created })]);
    expect(currentLife(clockRule(imageDesigner, "tickets"), facts)?.due?.deadline).toBe(deadline);
  });
});

describe("ID3: technical logs", () => {
  it("are promised to be gone after 30 days, and no thing of theirs is on the clock: their group forgets", () => {
    const { policy } = compilePolicy(imageDesigner);
    expect(lifeOf(imageDesigner, "technical-logs")?.due?.deadline).toBe("2026-12-24T10:00:00.000Z");
    expect(clockStores(policy).map(({ id }) => id)).not.toContain("technical-logs");
    const group = policy.stores.find(({ id }) => id === "technical-logs");
    expect(group?.kind === "log-group" && group.retentionDays).toBeLessThan(30);
  });
});

function clockRule(declaration: PolicyDeclaration, storeId: string) {
  const { policy } = compilePolicy(declaration);
  const store = policy.stores.find(({ id }) => id === storeId);
  if (!store) throw new Error(`There is no store ${storeId}.`);
  return clockRuleOf(policy, store);
}

function lifeOf(
  policy: PolicyDeclaration,
  store: string,
  ...told: readonly { readonly fact: LifeFact; readonly at: string }[]
) {
  const facts = [{ fact: "created", at: CREATED } as const, ...told];
  return currentLife(clockRule(policy, store), new Set(facts.map(factText)));
}
