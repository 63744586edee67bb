import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AdminGetUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { storePerson } from "../../local/demo/store-person.ts";
import { measureScopes } from "../../local/measure/erasure-scopes.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { withLook } from "../../shared/domain/promises/measurement.ts";
import { promiseReport } from "../../shared/domain/promises/promise-report.ts";
import { type Service, startService, storesOf } from "./service.ts";

const CountsSchema = z.record(z.string(), z.number());
const StoresSchema = z.array(z.looseObject({ id: z.string(), found: z.number() }));
const PlanSchema = z.object({ plan: z.object({ scope: z.string(), stores: StoresSchema }) });
const ErasureSchema = z.object({
  state: z.literal("completed"),
  stores: z.array(
    z.looseObject({ id: z.string(), found: z.number(), left: z.literal(0), outcome: z.literal("deleted") }),
  ),
  certificate: z.string(),
});
const CertificateSchema = z.object({ body: z.looseObject({ scope: z.string(), gaps: z.array(z.string()) }) });

const OBJECTS = 2;

/**
 * What each erasure takes from whom, store by store, in entries: each thing is put twice into a versioned bucket, and
 * each project has a cover beside its pages.
 */
const STORIES: Readonly<Record<string, readonly [string, Readonly<Record<string, number>>][]>> = {
  "coloring-book": [
    ["page:page-1", { pages: 2, projects: 1 }],
    // Its cover was stored once for each of its two pages; page-1 has gone before.
    ["project:project-1", { pages: 2 + 4, projects: 1 + 1 }],
  ],
  "dream-portraits": [
    ["image:image-1", { portraits: 2, catalogue: 1 }],
    ["category:original-photo", { photos: OBJECTS, landmarks: OBJECTS }],
    ["minor", { portraits: OBJECTS + 4, catalogue: OBJECTS + 2, accounts: 1 }],
  ],
};

/** What these scopes keep, and keep no more when they do not work. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  "coloring-book": ["CB2", "CB3"],
  "dream-portraits": ["DP4", "DP6", "DP9"],
};

describe.each(Object.keys(STORIES))("erasing less than everything, or a minor, of %s", (policy) => {
  const [person, neighbour] = [subjectIdOf("1"), subjectIdOf("10")];
  let service: Service;
  let where: string;

  beforeAll(async () => {
    service = await startService(policy);
    where = await storesOf(service);
    writeFileSync(join(service.home, "public.pem"), service.publicKeyPem);
    for (const one of [person, neighbour]) await storePerson(service.demo, one, OBJECTS);
  });
  afterAll(() => service.stop());

  it.each(STORIES[policy] ?? [])(
    "takes %s and leaves the rest, as another client sees it",
    async (scope, taken) => {
      const [before, theirs] = [await counts(person), await counts(neighbour)];
      const planned = PlanSchema.parse(
        await document("erase", "--subject", person, "--scope", scope, "--plan"),
      );
      expect(planned.plan.scope).toBe(scope);
      expect(foundIn(planned.plan.stores)).toEqual({ ...noneIn(planned.plan.stores), ...taken });
      expect(await counts(person)).toEqual(before);

      const erasure = ErasureSchema.parse(
        withoutAbsent(await document("erase", "--subject", person, "--scope", scope, "--wait")),
      );

      expect(foundIn(erasure.stores)).toEqual(taken);
      const wanted = Object.entries(before).map(([store, count]) => [store, count - (taken[store] ?? 0)]);
      expect(await counts(person)).toEqual(Object.fromEntries(wanted));
      expect(await counts(neighbour)).toEqual(theirs);
      if (scope !== "minor") expect(await isEnabled(person)).toBe(true);

      const verified = await service.lethe(
        "verify",
        erasure.certificate,
        "--key",
        join(service.home, "public.pem"),
      );
      expect([verified.exitCode, verified.stderr]).toEqual([0, expect.any(String)]);
      const { body } = CertificateSchema.parse(JSON.parse(readFileSync(erasure.certificate, "utf8")));
      expect(body.scope).toBe(scope.split(":")[0]);
    },
  );

  it("has told the person of each, without the id of a thing", async () => {
    const response = await fetch(`${service.aws.endpoint}/_ministack/ses/messages`);
    const mail = await response.text();
    expect(mail.split(`${person}@people.example`).length).toBeGreaterThan(STORIES[policy]?.length ?? 0);
    expect(mail).toContain("has been deleted");
    expect(mail).not.toMatch(/page-1|project-1|image-1/);
  });

  it("refuses a scope that the policy does not have, and one that is none, before any effect", async () => {
    const before = await counts(neighbour);
    const [other, others, none] = await Promise.all(
      [policy === "coloring-book" ? "preserve-and-report" : "page:page-1", "processors", "page:../x"].map(
        (scope) => service.lethe("erase", "--subject", neighbour, "--scope", scope, "--wait", "--json"),
      ),
    );
    for (const refused of [other, others]) {
      expect([refused?.exitCode, refused?.stdout]).toEqual([
        1,
        expect.stringContaining("declares no erasure of scope"),
      ]);
    }
    expect(none?.exitCode).toBe(2);
    expect(await counts(neighbour)).toEqual(before);
  });

  it("counts as broken where nothing erases: what is taken out keeps no promise", async () => {
    const { demo, home } = service;
    const does = { exitCode: 0, stdout: '{"certificate":"none"}' };
    const seen = await measureScopes(demo, { home, lethe: async () => does, log: () => undefined });

    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(({ held, how }) => !held && how.endsWith("are still there."))).toBe(true);
    const at = { environment: "embedded-aws", at: "2026-11-24T10:00:00.000Z", commit: "c" } as const;
    const none = { schema: "lethe.measured/1", policy, measurements: [] } as const;
    const looks = seen.map((one) => ({ ...one, ...at, policyDigest: demo.compiled.digest }));
    const measured = looks.reduce(withLook, { ...none, measurements: [] });
    const broken = promiseReport(demo.compiled, measured).filter(({ evidence }) => evidence.length > 0);
    expect(broken.map(({ id, status }) => `${id} ${status}`)).toEqual(
      expect.arrayContaining(BROKEN[policy]?.map((id) => `${id} not-yet`) ?? []),
    );
  });

  /** What another client counts of a person, by the id of the store. */
  async function counts(subject: string): Promise<Readonly<Record<string, number>>> {
    const found = CountsSchema.parse(await service.boto3("count", where, subject));
    const ids = new Map(
      service.demo.stores.flatMap(({ id, kind }) => {
        const place = service.demo.bindings.stores[id]?.id;
        // Names in items of others lie in the table of another store.
        return place === undefined || kind === "dynamodb-mentions" ? [] : [[place, id] as const];
      }),
    );
    return Object.fromEntries(
      Object.entries(found).map(([place, count]) => [ids.get(place) ?? place, count]),
    );
  }

  async function isEnabled(subject: string): Promise<boolean | undefined> {
    const pool = service.demo.bindings.stores.accounts?.id;
    const user = await service.demo.cognito.send(
      new AdminGetUserCommand({ UserPoolId: pool, Username: subject }),
    );
    return user.Enabled;
  }

  async function document(...args: readonly string[]): Promise<unknown> {
    const ended = await service.lethe(...args, "--json");
    if (ended.exitCode !== 0) throw new Error(`lethe ${args.join(" ")}: ${ended.exitCode}: ${ended.stderr}`);
    return JSON.parse(ended.stdout);
  }
});

function foundIn(stores: z.infer<typeof StoresSchema>): Readonly<Record<string, number>> {
  return Object.fromEntries(stores.map(({ id, found }) => [id, found]));
}

function noneIn(stores: z.infer<typeof StoresSchema>): Readonly<Record<string, number>> {
  return Object.fromEntries(stores.map(({ id }) => [id, 0]));
}

/** A store that had nothing, or nothing any more, says so by another word. */
function withoutAbsent(report: unknown): unknown {
  const parsed = z.looseObject({ stores: StoresSchema }).parse(report);
  return { ...parsed, stores: parsed.stores.filter(({ found }) => found > 0) };
}
