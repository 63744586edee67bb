import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Eraser } from "../../shared/adapters/stores/s3/erase.ts";
import { s3Finder } from "../../shared/adapters/stores/s3/find.ts";
import { s3Verifier } from "../../shared/adapters/stores/s3/verify.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { type S3Server, startS3Server } from "../bench/s3-server/server.ts";
import { openGate } from "../world/stores/gates.ts";
import { inMemoryStore } from "../world/stores/in-memory-store.ts";
import { quickTime } from "../world/stores/quick-time.ts";
import { beginUpload, keysIn, putMarkers, putObjects } from "./s3-objects.ts";
import { NAMES_NOT_IN_XML, ODD_NAMES, s3StoreContract } from "./s3-store.ts";
import { storeContract } from "./store.ts";

describe("in memory", () => {
  storeContract(
    async () => {
      const adapter = inMemoryStore("photos", "s3");
      return { adapter, put: async (subject, entries) => adapter.put(subject, entries) };
    },
    { entries: 25, isSeveralBatches: true },
  );
});

describe("on an S3 that lists and encodes as S3 does", () => {
  let server: S3Server;
  let s3: S3Client;
  let made = 0;

  beforeAll(async () => {
    server = await startS3Server();
    s3 = new S3Client(server.clientConfig);
  });
  afterAll(() => server.stop());

  const newBucket = (settings: { readonly isVersioned: boolean; readonly keyTemplate?: string }) => {
    made += 1;
    const name = `bucket-${made}`;
    const store = {
      id: "portraits",
      kind: "s3" as const,
      keyTemplate: settings.keyTemplate ?? "users/{subject}/…",
      versioned: settings.isVersioned,
      categories: ["portrait"],
    };
    const adapter: StoreAdapter = {
      storeId: store.id,
      kind: store.kind,
      finder: s3Finder(s3, name, store),
      eraser: s3Eraser(s3, name, store, { time: quickTime() }),
      verifier: s3Verifier(s3, name, store),
    };
    return { name, bucket: server.newBucket(name, settings), adapter };
  };

  for (const isVersioned of [true, false]) {
    describe(isVersioned ? "with versions" : "without versions", () => {
      storeContract(
        async () => {
          const { bucket, adapter } = newBucket({ isVersioned });
          let put = 0;
          return {
            adapter,
            put: async (subject, entries) => {
              for (let at = 0; at < entries; at += 1) bucket.put(`users/${subject}/${put + at}`, 1);
              put += entries;
            },
          };
        },
        { entries: 1001, isSeveralBatches: true },
      );
    });
  }

  it("is emptied and looked into as far as the subject goes, whatever its keys go on with", async () => {
    const keyTemplate = "users/{subject}/projects/{project}/pages/{page}/…";
    const { bucket, adapter } = newBucket({ isVersioned: true, keyTemplate });
    const [person, neighbour] = [subjectIdOf("1"), subjectIdOf("10")];
    for (const subject of [person, neighbour]) {
      for (const rest of ["projects/a/pages/1/x.png", "projects/b/note", "stray"]) {
        bucket.put(`users/${subject}/${rest}`, 1);
      }
    }
    expect((await adapter.finder.find(person)).found).toBe(3);
    expect(await adapter.verifier.countRemaining(person)).toBe(3);
    expect((await adapter.eraser.erase(person, openGate, async () => undefined)).deleted).toBe(3);
    expect(await adapter.verifier.countRemaining(person)).toBe(0);
    expect(await adapter.verifier.countRemaining(neighbour)).toBe(3);
  });

  s3StoreContract(
    async (settings) => {
      const { name, adapter } = newBucket(settings);
      return {
        adapter,
        put: (keys) => putObjects(s3, name, keys),
        mark: (keys) => putMarkers(s3, name, keys),
        beginUpload: (key) => beginUpload(s3, name, key),
        keys: () => keysIn(s3, name),
      };
    },
    [...ODD_NAMES, ...NAMES_NOT_IN_XML],
  );
});
