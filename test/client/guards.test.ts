import { describe, expect, it } from "vitest";
import type { LetheClient } from "../../client/guards.ts";
import {
  DecisionsUnreadable,
  LeadsBackToAPerson,
  NotDeclaredAnonymised,
  UseRefused,
} from "../../client/refusals.ts";
import { InvalidSubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { clientInMemory } from "../world/client.ts";
import { inMemoryDecisions } from "../world/decisions.ts";

const ANN = "person-1";
const RECORD = { prompt: `A portrait of ${ANN}, to ann@example.com`, email: "ann@example.com", seed: 7 };
const ALIKE = Array.from({ length: 3 }, () => ({ country: "DE", month: "2026-10" }));

/** Each guard as what it must refuse; the client without it must not pass. */
const GUARDS: Readonly<Record<string, readonly [Refuses, Without]>> = {
  "the consent gate": [
    async (client) => {
      expect((await client.mayUse(ANN, "model-training")).allowed).toBe(false);
      await client.agreed(ANN, "model-training", "settings page");
      expect((await client.mayUse(ANN, "model-training")).allowed).toBe(true);
      await client.objected(ANN, "model-training", "settings page");
      expect((await client.mayUse(ANN, "model-training")).allowed).toBe(false);
    },
    (client) => ({ ...client, mayUse: async () => ({ allowed: true, because: "nobody asked" }) }),
  ],
  "the gate before analytics": [
    async (client) => {
      expect((await client.mayUse(ANN, "analytics")).allowed).toBe(true);
      await client.objected(ANN, "analytics", "banner");
      expect((await client.mayUse(ANN, "analytics")).allowed).toBe(false);
    },
    (client) => ({ ...client, objected: client.agreed }),
  ],
  "the gate before training": [
    (client) => expect(client.forTraining(ANN, RECORD)).rejects.toThrow(UseRefused),
    (client) => ({ ...client, forTraining: async (...asked) => client.withoutIdentifiers(...asked) }),
  ],
  "the removal before training": [
    async (client) => {
      await client.agreed(ANN, "model-training", "settings page");
      expect(await client.forTraining(ANN, RECORD)).toEqual({
        prompt: "A portrait of [person], to [e-mail]",
        seed: 7,
      });
    },
    (client) => ({ ...client, forTraining: async (_, record) => record }),
  ],
  "the removal before interaction data is stored": [
    async (client) => {
      const did = { button: "save", userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1)", user: ANN };
      const stored = client.anonymisedInteraction(ANN, { ...did, at: "2026-11-24T10:11:12.000Z" });
      expect(stored).toEqual({
        button: "save",
        device: "phone",
        system: "iOS",
        user: "[person]",
        day: "2026-11-24",
      });
    },
    (client) => ({ ...client, anonymisedInteraction: client.withoutIdentifiers }),
  ],
  "the re-identification test": [
    async (client) => {
      expect(await client.anonymisedRows("usage-statistic", ALIKE)).toBe(ALIKE);
      const lone = [...ALIKE, { country: "LI", month: "2026-10" }];
      await expect(client.anonymisedRows("usage-statistic", lone)).rejects.toThrow(LeadsBackToAPerson);
    },
    (client) => ({ ...client, anonymisedRows: async (_, rows) => rows }),
  ],
};

type Refuses = (client: LetheClient) => Promise<unknown>;
type Without = (client: LetheClient) => LetheClient;

describe.each(Object.entries(GUARDS))("%s", (_, [refuses, without]) => {
  it("refuses what it must", async () => {
    await refuses(clientInMemory());
  });

  it("is missed by the same assertions when it is taken out", async () => {
    await expect(refuses(without(clientInMemory()))).rejects.toThrow();
  });
});

describe("the client", () => {
  it("does not allow what it cannot find out, and says so", async () => {
    const cause = new Error("throttled");
    const client = clientInMemory({ ...inMemoryDecisions(), standing: () => Promise.reject(cause) });

    await expect(client.mayUse(ANN, "analytics")).rejects.toThrow(DecisionsUnreadable);
    await expect(client.mayUse(ANN, "analytics")).rejects.toMatchObject({ cause });
    await expect(client.forTraining(ANN, RECORD)).rejects.toThrow("could not be read, so it may not");
  });

  it("says that a decision was not put on record", async () => {
    const client = clientInMemory({
      ...inMemoryDecisions(),
      record: () => Promise.reject(new Error("full")),
    });
    await expect(client.objected(ANN, "analytics", "banner")).rejects.toThrow("full");
  });

  it("refuses a purpose that the policy puts to nobody", async () => {
    const client = clientInMemory();
    await client.agreed(ANN, "advertising", "banner");
    expect(await client.mayUse(ANN, "advertising")).toEqual({
      allowed: false,
      because: "the policy lists no consent for this purpose",
    });
  });

  it("names columns and counts of rows that lead back, and nothing of what is in them", async () => {
    const rows = [...ALIKE, { country: "Liechtenstein", month: "2026-10", note: "ann@example.com" }];
    const refusal = clientInMemory().anonymisedRows("usage-statistic", rows);
    await expect(refusal).rejects.toThrow(
      "note: e-mail address (1 rows); country + month: a combination that fewer than 3 rows share (1 rows)",
    );
    await expect(refusal).rejects.not.toThrow(/Liechtenstein|ann@/);
  });

  it.each(["picture", "nothing"])(
    "tests no rows of %s, which is not declared anonymised",
    async (category) => {
      await expect(clientInMemory().anonymisedRows(category, ALIKE)).rejects.toThrow(NotDeclaredAnonymised);
    },
  );

  it("takes no address for an id", async () => {
    const client = clientInMemory();
    await expect(client.mayUse("ann@example.com", "analytics")).rejects.toThrow(InvalidSubjectId);
    await expect(client.agreed("", "analytics", "banner")).rejects.toThrow(InvalidSubjectId);
    expect(() => client.withoutIdentifiers("", RECORD)).toThrow(InvalidSubjectId);
  });
});
