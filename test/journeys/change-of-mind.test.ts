import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AdminGetUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type ErasureRequests, erasureRequests } from "../../client/erasure-requests.ts";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { gracefulPolicy } from "../world/graceful-world.ts";
import { type Service, startService, storesOf } from "./service.ts";
import { refreshed, type Session, signIn } from "./sign-in.ts";

const PERSON = "1";
const PlaceSchema = z.object({ buckets: z.array(z.string()).min(1), pool: z.string() });
const StatusSchema = z.looseObject({
  state: z.string(),
  reason: z.string().optional(),
});
const PlanSchema = z.object({ plan: z.object({ entries: z.number() }) });

/** A service in which people have three days to change their mind; its pictures have versions. */
const policy = {
  ...gracefulPolicy,
  stores: gracefulPolicy.stores.map((store) => (store.kind === "s3" ? { ...store, versioned: true } : store)),
};

describe("a change of mind", () => {
  const folder = mkdtempSync(join(tmpdir(), "lethe-policy-"));
  let service: Service;
  let where: string;
  let asThePerson: ErasureRequests;
  let session: Session;

  beforeAll(async () => {
    const file = join(folder, "graceful.ts");
    writeFileSync(file, `export const policy = ${JSON.stringify(policy)};\n`);
    service = await startService(file);
    where = await storesOf(service);
    const settings = { apiUrl: service.output("ApiUrl"), region: service.output("Region") };
    asThePerson = erasureRequests(settings, {
      credentials: LOCAL_CREDENTIALS,
      endpoint: service.aws.endpoint,
    });
    await service.boto3("put", where, PERSON);
    session = await signIn(service.demo.cognito, PlaceSchema.parse(JSON.parse(where)).pool, PERSON);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await service.stop();
  });

  it("in grace leaves every version, attribute and session as before, paused and resumed in between", async () => {
    const before = await everything();
    const { requestId, joined } = await asThePerson.requestErasure(PERSON, "account");
    expect(joined).toBe(false);
    await inGrace(requestId);

    const { plan } = PlanSchema.parse(JSON.parse((await lethe(0, "plan", requestId, "--json")).stdout));
    expect(plan.entries).toBe(before.versions.length + 2);
    await lethe(0, "pause", requestId, "--as", "ada");
    expect((await status(requestId)).reason).toContain("ada paused it");
    await lethe(0, "resume", requestId, "--as", "grace");
    await inGrace(requestId);

    const another = asThePerson.withdrawErasure("2", requestId);
    await expect(another).rejects.toMatchObject({ because: "not-theirs" });
    expect(await asThePerson.withdrawErasure(PERSON, requestId)).toEqual({ requestId, state: "withdrawn" });
    // As when the first answer was lost.
    expect(await asThePerson.withdrawErasure(PERSON, requestId)).toEqual({ requestId, state: "withdrawn" });

    expect((await lethe(1, "status", requestId, "--json")).stdout).toContain("the person took it back");
    expect(await everything()).toEqual(before);
    await expectSession();
  });

  it("of staff is a refusal on a ground of the law, and nothing is touched by it", async () => {
    const before = await everything();
    const { requestId } = await asThePerson.requestErasure(PERSON, "account", "asked in the app");
    await inGrace(requestId);
    await lethe(0, "refuse", requestId, "--ground", "legal-claims", "--reason", "case 12", "--as", "ada");
    expect((await lethe(1, "status", requestId)).stdout).toContain("Art. 17(3)(e)");
    expect(await everything()).toEqual(before);
  });

  it("comes too late once two people have ended the grace: there is no undo", async () => {
    const { requestId } = await asThePerson.requestErasure(PERSON, "account");
    await inGrace(requestId);
    await lethe(0, "pause", "--all", "--as", "ada");
    await lethe(3, "expedite", requestId, "--as", "ada");
    expect((await lethe(1, "expedite", requestId, "--as", " Ada")).stderr).toContain("Two people");
    await lethe(0, "expedite", requestId, "--as", "grace");
    expect((await status(requestId)).state).toBe("waiting");
    expect((await everything()).versions).not.toEqual([]);

    await lethe(0, "resume", "--all", "--as", "grace");
    await vi.waitFor(async () => {
      await service.drain();
      expect((await status(requestId)).state).toBe("completed");
    }, PATIENTLY);
    expect((await lethe(1, "cancel", requestId, "--as", "ada")).stderr).toContain("ended already");
    expect((await everything()).versions).toEqual([]);
  });

  async function everything() {
    const { buckets, pool } = PlaceSchema.parse(JSON.parse(where));
    const [Bucket] = buckets;
    const { Versions = [], DeleteMarkers = [] } = await service.demo.s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: `users/${PERSON}/` }),
    );
    const user = await service.demo.cognito
      .send(new AdminGetUserCommand({ UserPoolId: pool, Username: PERSON }))
      .catch((error: unknown) => {
        if (error instanceof Error && error.name === "UserNotFoundException") return undefined;
        throw error;
      });
    return {
      versions: [...Versions, ...DeleteMarkers],
      account: user && [user.Enabled, user.UserStatus, user.UserAttributes, user.UserLastModifiedDate],
    };
  }

  /** A session that was begun before still goes on. */
  async function expectSession(): Promise<void> {
    const { pool } = PlaceSchema.parse(JSON.parse(where));
    expect(await refreshed(service.demo.cognito, pool, session)).toBeTruthy();
  }

  async function inGrace(requestId: string): Promise<void> {
    await vi.waitFor(async () => {
      await service.drain();
      expect((await status(requestId)).reason).toContain("time to change one's mind");
    }, PATIENTLY);
  }

  async function status(requestId: string) {
    const { stdout } = await service.lethe("status", requestId, "--json");
    return StatusSchema.parse(JSON.parse(stdout));
  }

  async function lethe(exitCode: number, ...args: readonly string[]) {
    const ended = await service.lethe(...args);
    expect([ended.exitCode, ended.stderr], args.join(" ")).toEqual([exitCode, expect.any(String)]);
    return ended;
  }
});

const PATIENTLY = { timeout: 90_000, interval: 500 };
