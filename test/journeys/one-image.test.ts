import { GetUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type ErasureRequests, erasureRequests } from "../../client/erasure-requests.ts";
import { holdingsOf } from "../../local/demo/neighbours.ts";
import { storePerson } from "../../local/demo/store-person.ts";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { type Service, startService } from "./service.ts";
import { refreshed, type Session, signIn } from "./sign-in.ts";

const OBJECTS = 2;
const PATIENTLY = { timeout: 90_000, interval: 500 };
const StatusSchema = z.looseObject({ state: z.string() });

describe("deleting one image in the app", () => {
  const [person, neighbour] = [subjectIdOf("1"), subjectIdOf("10")];
  let service: Service;
  let app: ErasureRequests;
  let session: Session;

  beforeAll(async () => {
    service = await startService();
    for (const one of [person, neighbour]) await storePerson(service.demo, one, OBJECTS);
    session = await signIn(service.demo.cognito, pool(), person);
    const settings = { apiUrl: service.output("ApiUrl"), region: service.output("Region") };
    const { endpoint } = service.aws;
    app = erasureRequests(settings, { endpoint, credentials: LOCAL_CREDENTIALS });
  });
  afterAll(() => service.stop());

  it("erases it, asked for twice in one moment, and nothing else of theirs or of anybody's", async () => {
    const [before, theirs] = [await keysOf(person), await holdingsOf(service.demo.adapters, [neighbour])];
    const gone = before.filter((key) => isOf("image-1", key));
    expect(gone).toHaveLength(2);

    const asked = await Promise.all(
      [1, 2].map(async () => app.requestErasure(await whoIs(), "image:image-1")),
    );
    const [one, other] = asked;
    expect(one?.requestId).toBe(other?.requestId);
    expect(asked.map(({ joined }) => joined).sort()).toEqual([false, true]);
    await completed(one?.requestId ?? "");

    expect(await keysOf(person)).toEqual(before.filter((key) => !isOf("image-1", key)));
    expect(await keysOf(person)).toEqual(expect.arrayContaining([expect.stringContaining("image-10")]));
    expect(await holdingsOf(service.demo.adapters, [neighbour])).toEqual(theirs);
    expect(await refreshed(service.demo.cognito, pool(), session)).toBeTruthy();
  });

  it("opens another request once the first has ended, which finds nothing", async () => {
    const before = await keysOf(person);
    const { requestId, joined } = await app.requestErasure(await whoIs(), "image:image-1");
    expect(joined).toBe(false);
    await completed(requestId);
    expect(await keysOf(person)).toEqual(before);
  });

  // That a role without the managed policy is not let through at all shows on the template only: callers.synth.test.ts.
  it("is refused what the policy does not have, and another's request", async () => {
    const before = [await keysOf(person), await holdingsOf(service.demo.adapters, [neighbour])];
    await expect(app.requestErasure(await whoIs(), "page:page-1")).rejects.toMatchObject({
      name: "ErasureRefused",
      because: "ScopeRefused",
    });
    await expect(app.requestErasure(await whoIs(), "image:../image-2")).rejects.toThrow("This is no scope");
    expect([await keysOf(person), await holdingsOf(service.demo.adapters, [neighbour])]).toEqual(before);
  });

  /** As the service's own code knows it: from the token that the app sent. */
  async function whoIs(): Promise<string> {
    const { accessToken } = session;
    const user = await service.demo.cognito.send(new GetUserCommand({ AccessToken: accessToken }));
    return user.Username ?? "";
  }

  async function completed(requestId: string): Promise<void> {
    const state = async () => {
      const { stdout } = await service.lethe("status", requestId, "--json");
      return StatusSchema.parse(JSON.parse(stdout)).state;
    };
    await vi.waitFor(async () => {
      await service.drain();
      expect(await state()).toBe("completed");
    }, PATIENTLY);
  }

  /** Every version of every portrait. */
  async function keysOf(subject: string): Promise<readonly string[]> {
    const Bucket = service.demo.bindings.stores.portraits?.id;
    const { Versions = [], DeleteMarkers = [] } = await service.demo.s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: `users/${subject}/` }),
    );
    return [...Versions, ...DeleteMarkers].map(({ Key = "", VersionId = "" }) => `${Key} ${VersionId}`);
  }

  function pool(): string {
    return service.demo.bindings.stores.accounts?.id ?? "";
  }
});

/** `image-1` is the beginning of `image-10`. */
function isOf(image: string, key: string): boolean {
  return key.includes(`/${image} `) || key.includes(`/${image}.`);
}
