import { ListMultipartUploadsCommand, ListObjectVersionsCommand, type S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import type { Scope } from "../../shared/domain/erasure/scope.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { S3Layout } from "../../shared/domain/policy/store.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { openGate } from "../world/stores/gates.ts";
import { beginUpload, putMarkers, putObjects } from "./s3-objects.ts";

/** A bucket in which projects, pages and images can be told apart. */
export const LAYOUT: S3Layout = {
  keyTemplate: "users/{subject}/…",
  items: {
    project: "users/{subject}/projects/{project}/…",
    page: "users/{subject}/projects/{project}/pages/{page}/…",
    image: "users/{subject}/{image}",
  },
};

export const person = subjectIdOf("1");
const neighbour = subjectIdOf("10");

/** Keys of one person, behind `users/1/`; alike on purpose. */
const KEYS = [
  ...["projects/p1/pages/3/a.png", "projects/p1/pages/3/b c+d%2F.png", "projects/p1/pages/30/a.png"],
  ...["projects/p1/pages/3", "projects/p1/cover.png", "projects/p1/x/pages/3/a.png", "projects/p1"],
  ...["projects/p10/pages/4/a.png", "projects/p2/pages/p1/a.png", "projects/p2/pages/4/pages/3/a.png"],
  ...["a", "a.png", "a.png.bak", "A", "a/", "a/a", "pages/3/a.png", "p1/a.png", "other"],
];

/** Of each scope: which keys it means. */
export const THINGS: readonly { readonly scope: Scope; readonly keys: readonly string[] }[] = [
  {
    scope: { kind: "page", id: "3" },
    keys: ["projects/p1/pages/3/a.png", "projects/p1/pages/3/b c+d%2F.png"],
  },
  { scope: { kind: "project", id: "p1" }, keys: KEYS.filter((key) => key.startsWith("projects/p1/")) },
  { scope: { kind: "image", id: "a" }, keys: ["a"] },
  { scope: { kind: "image", id: "a.png" }, keys: ["a.png"] },
  { scope: { kind: "image", id: "projects" }, keys: [] },
];

/** Holds for every S3: of one thing every version, marker and unfinished upload goes, and of all others none. */
export function oneThingContract(
  make: () => Promise<{ readonly s3: S3Client; readonly bucket: string }>,
  adapterOf: (s3: S3Client, bucket: string, scope: Scope) => StoreAdapter,
): void {
  it.each(THINGS)(
    "of $scope every version, marker and upload goes, and nothing else",
    async ({ scope, keys }) => {
      const { s3, bucket } = await make();
      await fill(s3, bucket);
      const before = await everythingIn(s3, bucket);
      const meant = new Set(keys.map((key) => `users/${person}/${key}`));
      const rest = before.filter(({ key }) => !meant.has(key));
      const { finder, eraser, verifier } = adapterOf(s3, bucket, scope);

      const entries = keys.length * 4;
      expect(before.length - rest.length).toBe(entries);
      expect((await finder.find(person)).found).toBe(entries);
      expect(await verifier.countRemaining(person)).toBe(entries);
      expect(await eraser.erase(person, openGate, async () => undefined)).toMatchObject({
        ...{ deleted: entries, left: 0, finished: true },
      });

      expect(await everythingIn(s3, bucket)).toEqual(rest);
      expect((await finder.find(person)).found).toBe(0);
      expect(await verifier.countRemaining(person)).toBe(0);
    },
  );

  describe.each([{ kind: "account" }, { kind: "page", id: "3" }] as const)("the verifier of %o", (scope) => {
    it.each([
      ["one key", ["Versions", "DeleteMarkers", "Uploads"], 4],
      ["one version", ["Versions"], 1],
      ["one marker", ["DeleteMarkers"], 1],
      ["one upload", ["Uploads"], 1],
    ])("sees %s that finder and eraser miss", async (what, lists, left) => {
      const { s3, bucket } = await make();
      await fill(s3, bucket);
      const key = `users/${person}/projects/p1/pages/3/a.png`;
      const { finder, eraser } = adapterOf(blind(s3, key, lists, what === "one version"), bucket, scope);
      const { finder: whole, verifier } = adapterOf(s3, bucket, scope);

      expect((await whole.find(person)).found - (await finder.find(person)).found).toBe(left);
      const pass = await eraser.erase(person, openGate, async () => undefined);

      expect(pass).toMatchObject({ left: 0, finished: true });
      expect(await verifier.countRemaining(person)).toBe(left);
    });
  });
}

/** Each key has two versions, a marker on top and an unfinished upload; so has each of the neighbour. */
async function fill(s3: S3Client, bucket: string): Promise<void> {
  const all = [person, neighbour].flatMap((subject) => KEYS.map((key) => `users/${subject}/${key}`));
  await putObjects(s3, bucket, all);
  await putObjects(s3, bucket, all);
  await putMarkers(s3, bucket, all);
  for (const key of all) await beginUpload(s3, bucket, key);
}

/** Every entry of a bucket of less than a page, versions with what tells their bytes. */
async function everythingIn(s3: S3Client, Bucket: string) {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  const { Uploads = [] } = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
  const versions = Versions.map(({ Key = "", VersionId, ETag, Size, LastModified }) => {
    return { key: Key, id: VersionId, is: `${ETag} ${Size} ${LastModified?.toISOString()}` };
  });
  const markers = DeleteMarkers.map(({ Key = "", VersionId }) => ({ key: Key, id: VersionId, is: "marker" }));
  const uploads = Uploads.map(({ Key = "", UploadId }) => ({ key: Key, id: UploadId, is: "upload" }));
  return [...versions, ...markers, ...uploads].sort((one, other) =>
    `${one.key} ${one.id}`.localeCompare(`${other.key} ${other.id}`),
  );
}

/** Returns a client in whose listings a key is missing, or one version of it, as a fault in finder and eraser would. */
function blind(s3: S3Client, key: string, lists: readonly string[], oneOnly: boolean): S3Client {
  let missed: unknown;
  const sees = (entry: object): boolean => {
    if (Reflect.get(entry, "Key") !== key) return true;
    const version: unknown = Reflect.get(entry, "VersionId");
    missed ??= version;
    return oneOnly && missed !== version;
  };
  const send = async (...args: Parameters<S3Client["send"]>): Promise<unknown> => {
    const answer: unknown = await s3.send(...args);
    if (typeof answer !== "object" || answer === null) return answer;
    for (const list of lists) {
      const entries: unknown = Reflect.get(answer, list);
      if (Array.isArray(entries)) Reflect.set(answer, list, entries.filter(sees));
    }
    return answer;
  };
  return new Proxy(s3, { get: (of, name) => (name === "send" ? send : Reflect.get(of, name)) });
}
