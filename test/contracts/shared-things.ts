import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { sharedEraser } from "../../shared/adapters/stores/dynamodb-shared/erase.ts";
import { sharedFinder } from "../../shared/adapters/stores/dynamodb-shared/find.ts";
import { sharedVerifier } from "../../shared/adapters/stores/dynamodb-shared/verify.ts";
import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { SharedLayout, SharingRule } from "../../shared/domain/policy/table-stores.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { gateHolding, openGate } from "../world/stores/gates.ts";
import { quickTime } from "../world/stores/quick-time.ts";
import { beginUpload, keysIn, newBucket, putMarkers, putObjects } from "./s3-objects.ts";
import { storeContract } from "./store.ts";
import { interposed, newTable } from "./tables.ts";

/** What it takes to make a table and a bucket of things that several people share. */
export interface SharedWorld {
  readonly dynamodb: DynamoDBClient;
  readonly documents: DynamoDBDocumentClient;
  readonly s3: S3Client;
  /** For the next table and bucket. */
  readonly name: string;
}

const [ann, bob] = [subjectIdOf("1"), subjectIdOf("10")];
const STAYS = "stays-while-others-remain";
const GOES = "goes-with-owner";
const noBody = async () => undefined;

function layoutOf(rule: SharingRule): SharedLayout {
  return {
    partitionKey: { attribute: "project" },
    members: { attribute: "members", template: "SUBJECT#{subject}" },
    owner: { attribute: "owner" },
    rule,
    objects: { bucketOf: "pages", keyTemplate: "projects/{project}/…" },
  };
}

/** Holds for every DynamoDB and S3: what happens to a thing that several people have when one of them goes. */
export function sharedThingsContract(world: () => Promise<SharedWorld>): void {
  const made = async (rule: SharingRule) => {
    const { dynamodb, documents, s3, name } = await world();
    const table = await newTable(dynamodb, name, "project");
    const bucket = await newBucket(s3, `files-${name}`, { isVersioned: true });
    const store = layoutOf(rule);
    const adapter = (client = documents, files = s3): StoreAdapter => {
      const where = { documents: client, table: name, s3: files, bucket, store };
      return {
        storeId: "projects",
        kind: "dynamodb-shared",
        finder: sharedFinder(where),
        eraser: sharedEraser(where, { time: quickTime() }),
        verifier: sharedVerifier({ ...where, documents, s3 }),
      };
    };
    /** Stores a project with three files; its first member made it. */
    const share = async (project: string, ...members: readonly SubjectId[]) => {
      const names = members.map((member) => `SUBJECT#${member}`);
      await table.put({
        project: { S: project },
        owner: { S: names[0] ?? "" },
        members: { SS: names },
        title: { S: "A title" },
      });
      await putObjects(
        s3,
        bucket,
        [1, 2, 3].map((file) => `projects/${project}/${file}.png`),
      );
    };
    const rows = async () =>
      (await table.items()).map(({ project, owner, members }) => ({
        project: project?.S,
        owner: owner?.S,
        members: members?.SS,
      }));
    return { documents, s3, bucket, table, adapter, share, rows, files: () => keysIn(s3, bucket) };
  };
  const erase = ({ eraser }: StoreAdapter, who: SubjectId) => eraser.erase(who, openGate, noBody);

  describe.each([STAYS, GOES] as const)("things of one person under %s", (rule) => {
    storeContract(
      async () => {
        const { adapter, table } = await made(rule);
        let put = 0;
        return {
          adapter: adapter(),
          put: async (subject, entries) => {
            const name = `SUBJECT#${subject}`;
            for (let at = 0; at < entries; at += 1) {
              put += 1;
              await table.put({ project: { S: `p${put}` }, owner: { S: name }, members: { SS: [name] } });
            }
          },
        };
      },
      { entries: 12, isSeveralBatches: true },
    );
  });

  describe("a thing that two people have", () => {
    it.each([
      ["who made it", ann, undefined],
      ["who did not", bob, "SUBJECT#1"],
    ])(
      "stays whole for the other when the one goes %s, if the rule is that it stays",
      async (_, goes, owner) => {
        const { adapter, share, rows, files } = await made(STAYS);
        await share("p1", ann, bob);
        const before = await files();
        const stays = goes === ann ? bob : ann;

        expect(await adapter().finder.find(goes)).toMatchObject({ found: 1, bytes: 0 });
        expect(await erase(adapter(), goes)).toMatchObject({ deleted: 1, left: 0, finished: true });

        expect(await files()).toEqual(before);
        expect(await rows()).toEqual([{ project: "p1", owner, members: [`SUBJECT#${stays}`] }]);
        expect(await adapter().verifier.countRemaining(goes)).toBe(0);
        expect((await adapter().finder.find(stays)).found).toBe(1 + 3);
      },
    );

    it("goes with its files when the last of them goes, and nothing of another thing does", async () => {
      const { adapter, share, rows, files, s3, bucket } = await made(STAYS);
      await share("p1", ann, bob);
      await share("p10", bob);
      await putObjects(s3, bucket, ["projects/p1/1.png"]);
      await putMarkers(s3, bucket, ["projects/p1/2.png"]);
      await beginUpload(s3, bucket, "projects/p1/4.png");
      await erase(adapter(), ann);
      const found = await adapter().finder.find(bob);

      const pass = await erase(adapter(), bob);

      // Two items, three files each, and of one a version, a marker and an upload more.
      expect(found.found).toBe(2 + 6 + 3);
      expect(pass).toMatchObject({ deleted: 11, left: 0, finished: true });
      expect(await rows()).toEqual([]);
      expect(await files()).toEqual([]);
      expect(await adapter().verifier.countRemaining(bob)).toBe(0);
    });

    it("goes for both with who made it, if that is the rule, and stays when the other goes", async () => {
      const { adapter, share, rows, files } = await made(GOES);
      await share("p1", ann, bob);
      await share("p2", bob, ann);

      expect(await erase(adapter(), ann)).toMatchObject({ deleted: 1 + 3 + 1, left: 0, finished: true });

      expect(await rows()).toEqual([{ project: "p2", owner: "SUBJECT#10", members: ["SUBJECT#10"] }]);
      expect(await files()).toEqual([1, 2, 3].map((file) => `projects/p2/${file}.png`));
      expect(await adapter().verifier.countRemaining(ann)).toBe(0);
    });

    it("is not touched where somebody joins between the look and the write", async () => {
      const { adapter, share, rows, files, table, documents } = await made(STAYS);
      await share("p1", ann);
      const before = await files();
      let hasJoined = false;
      const slow = interposed(documents, {
        before: async (call) => {
          if (call !== "UpdateItemCommand" || hasJoined) return;
          hasJoined = true;
          const members = { SS: ["SUBJECT#1", "SUBJECT#10"] };
          await table.put({ project: { S: "p1" }, owner: { S: "SUBJECT#1" }, members });
        },
      });

      expect(await erase(adapter(slow), ann)).toMatchObject({ deleted: 0, left: 0 });
      expect(await files()).toEqual(before);
      // The next run sees the other, and takes only the person out.
      expect(await adapter().verifier.countRemaining(ann)).toBe(1);
      expect(await erase(adapter(), ann)).toMatchObject({ deleted: 1 });
      expect(await files()).toEqual(before);
      expect(await rows()).toEqual([{ project: "p1", owner: undefined, members: ["SUBJECT#10"] }]);
    });

    it("is gone in the end whichever call the process dies at", async () => {
      for (const dies of ["DeleteObjectsCommand", "DeleteItemCommand"]) {
        const { adapter, share, rows, files, documents, s3 } = await made(STAYS);
        await share("p1", ann);
        const killed = async (call: string) => {
          if (call === dies) throw new Error("killed");
        };
        const dying = adapter(interposed(documents, { before: killed }), interposed(s3, { before: killed }));

        await expect(erase(dying, ann)).rejects.toThrow("killed");
        expect(await adapter().verifier.countRemaining(ann)).toBeGreaterThan(0);
        expect(await erase(adapter(), ann)).toMatchObject({ left: 0, finished: true });

        expect(await rows()).toEqual([]);
        expect(await files()).toEqual([]);
      }
    });

    it("keeps item and files under a hold, with all who have it", async () => {
      const { adapter, share, rows, files } = await made(GOES);
      await share("p1", ann, bob);
      const before = await files();
      const gate = gateHolding(() => true);

      expect(await adapter().eraser.erase(ann, gate, noBody)).toMatchObject({ deleted: 0, left: 1 });

      expect(await files()).toEqual(before);
      expect((await rows())[0]?.members?.toSorted()).toEqual(["SUBJECT#1", "SUBJECT#10"]);
    });

    it("whose file, marker or upload finder and eraser miss is seen by the verifier", async () => {
      const { adapter, share, rows, s3, bucket } = await made(STAYS);
      await share("p1", ann);
      await putMarkers(s3, bucket, ["projects/p1/9.png"]);
      await beginUpload(s3, bucket, "projects/p1/4.png");
      const missed = ["projects/p1/3.png", "projects/p1/4.png", "projects/p1/9.png"];
      const blind = interposed(s3, {
        answer: (_, given) => {
          for (const list of ["Versions", "DeleteMarkers", "Uploads"]) {
            const listed: unknown = Reflect.get(Object(given), list);
            if (!Array.isArray(listed)) continue;
            Reflect.set(
              Object(given),
              list,
              listed.filter((entry) => !missed.includes(Object(entry).Key)),
            );
          }
          return given;
        },
      });

      expect(await erase(adapter(undefined, blind), ann)).toMatchObject({ left: 0, finished: true });
      expect(await rows()).toEqual([]);
      expect(await adapter().verifier.countRemaining(ann)).toBe(3);
    });

    it("whose item finder and eraser miss is seen by the verifier", async () => {
      const { adapter, share, documents } = await made(STAYS);
      await share("p1", ann, bob);
      const blind = interposed(documents, {
        answer: (call, given) => (call === "ScanCommand" ? { ...Object(given), Items: [] } : given),
      });

      expect(await erase(adapter(blind), ann)).toMatchObject({ deleted: 0, finished: true });
      expect(await adapter().verifier.countRemaining(ann)).toBe(1);
    });
  });
}
