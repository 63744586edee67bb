import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { erase } from "../../cli/commands/erase.ts";
import { outputs } from "../../cli/commands/outputs.ts";
import { approve, listRequests, showStatus } from "../../cli/commands/requests.ts";
import { UsageError } from "../../cli/exit-codes.ts";
import { verifyCertificate } from "../../shared/domain/ledger/verify-certificate.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { contextOver, deploymentOf, startApi, type Written, written } from "./service.ts";

let world: ErasureWorld;
let api: Awaited<ReturnType<typeof startApi>>;
let home: string;
let streams: Written;

beforeEach(async () => {
  world = await erasureWorld();
  await world.records.putBindings(bindings());
  api = await startApi(world);
  home = mkdtempSync(join(tmpdir(), "lethe-cli-"));
  streams = written();
});
afterEach(async () => {
  await api.stop();
  rmSync(home, { recursive: true });
});

const embedded = () =>
  contextOver(world, deploymentOf(world, "embedded", { home, endpoint: api.endpoint }), streams);
const onAws = () => contextOver(world, deploymentOf(world, "aws"), streams);
const document = (): unknown => JSON.parse(streams.stdout());

describe("lethe outputs", () => {
  it("names each store with where it is and how a subject is found in it", async () => {
    expect(await outputs(embedded())).toBe(0);
    expect(document()).toMatchObject({
      endpoint: api.endpoint,
      region: "eu-central-1",
      policy: "dream-portraits",
      stateMachineArn: expect.stringContaining(":stateMachine:"),
      stores: [
        {
          id: "photos",
          kind: "s3",
          bucket: "place-of-photos",
          keyTemplate: "users/{subject}/…",
          versioned: false,
          categories: expect.any(Array),
        },
        { id: "portraits", kind: "s3", bucket: "place-of-portraits", versioned: true },
        {
          id: "landmarks",
          kind: "dynamodb",
          table: "place-of-landmarks",
          key: { owner: "SUBJECT#{subject}" },
          categories: expect.any(Array),
        },
        { id: "catalogue", kind: "dynamodb", table: "place-of-catalogue" },
        { id: "accounts", kind: "cognito", userPoolId: "place-of-accounts", username: "{subject}" },
        { id: "usage", kind: "log-group", retentionDays: 90 },
      ],
    });
  });
});

describe("lethe erase", () => {
  it("ends with 0 and a completed erasure whose certificate is a file", async () => {
    world.settle("1", 25);
    const exitCode = await erase(embedded(), { subject: "1", scope: "account", wait: true });

    expect(exitCode).toBe(0);
    const report = document();
    expect(report).toEqual({
      requestId: expect.stringMatching(/^req_/),
      state: "completed",
      subjectRef: expect.stringMatching(/^v1_/),
      stores: world.stores.map(({ storeId, kind, retention }) => {
        const found = kind === "cognito" ? 1 : 25;
        const gone = retention
          ? { deleted: 0, pseudonymised: found, outcome: "retained-until" }
          : { deleted: found, pseudonymised: 0, outcome: "deleted" };
        return { id: storeId, kind, found, ...gone, left: 0, retained: 0 };
      }),
      // The policy of this world names none.
      processors: [],
      certificate: expect.stringContaining(home),
      // Whoever could still write before the freeze is looked after.
      lookedAtAgainAt: expect.stringMatching(/Z$/),
    });
    const { certificate } = z.object({ certificate: z.string() }).parse(report);
    expect(verifyCertificate(readFileSync(certificate, "utf8"), [world.key]).valid).toBe(true);
  });

  it("ends completed for somebody nobody knows, with every store already absent", async () => {
    expect(await erase(embedded(), { subject: "nobody", scope: "account", wait: true })).toBe(0);
    expect(document()).toMatchObject({
      state: "completed",
      stores: world.stores.map(() => ({ found: 0, deleted: 0, outcome: "already-absent" })),
    });
  });

  it("ends with 3 and the first certificate while a lock stands", async () => {
    const person = world.settle("1", 0);
    world.store("portraits").put(person, ["a", "locked"]);
    world.store("portraits").lock(person, "locked", "2099-12-01T00:00:00.000Z");
    expect(await erase(embedded(), { subject: "1", scope: "account", wait: true })).toBe(3);
    expect(document()).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("1 in portraits are under a lock"),
      certificate: expect.stringContaining(home),
    });
  });

  it("ends with 3 for staff until another person approves the plan; their names are theirs to say only here", async () => {
    world.settle("1", 5);
    const asked = { subject: "1", scope: "account", asStaff: true, as: "ada" };
    expect(await erase(embedded(), asked)).toBe(3);
    expect(document()).toMatchObject({ state: "waiting", certificate: null });
  });

  it("on AWS takes no name, and does nothing that is not said to be by staff", async () => {
    const account = { subject: "1", scope: "account" };
    await expect(erase(onAws(), { ...account, asStaff: true, as: "ada" })).rejects.toThrow(UsageError);
    await expect(erase(onAws(), account)).rejects.toThrow(/--as-staff/);
    await expect(approve(onAws(), "req_1", { as: "grace" })).rejects.toThrow(UsageError);
    expect(await world.register.list(10)).toEqual([]);
  });

  it("wants the name of who asks as staff on this machine", async () => {
    await expect(erase(embedded(), { subject: "1", scope: "account", asStaff: true })).rejects.toThrow(
      /--as NAME/,
    );
    await expect(approve(embedded(), "req_1", {})).rejects.toThrow(/--as NAME/);
  });
});

describe("lethe status and requests", () => {
  it("print how requests stand, and name nobody", async () => {
    const person = world.settle("person-of-this-test", 3);
    const requestId = await world.open(person);
    expect(await showStatus(embedded(), requestId)).toBe(3);
    expect(document()).toMatchObject({ requestId, state: "waiting", certificate: null });

    streams = written();
    expect(await listRequests(embedded())).toBe(0);
    expect(document()).toMatchObject([{ requestId, progress: { state: "verified" } }]);
    expect(streams.stdout()).not.toContain("person-of-this-test");
  });

  it("say that there is no such request", async () => {
    await expect(showStatus(embedded(), "req_9")).rejects.toThrow(/lethe requests/);
  });
});

function bindings(): Bindings {
  const places = world.stores.map(({ storeId }) => [
    storeId,
    {
      id: `place-of-${storeId}`,
      arn: `arn:aws:example:::${storeId}`,
      region: "eu-central-1",
      account: "000000000000",
      owned: true,
    },
  ]);
  return {
    schema: "lethe.bindings/1",
    service: "dream-portraits",
    region: "eu-central-1",
    account: "000000000000",
    policyDigest: world.compiled.digest,
    stores: Object.fromEntries(places),
  };
}
