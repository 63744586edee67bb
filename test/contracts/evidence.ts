import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { isSignedBy } from "../../shared/domain/ledger/checkpoint.ts";
import { EntryDamaged, LaneSealed, laneFault } from "../../shared/domain/ledger/lane.ts";
import { EMPTY_TREE, leafHash, nodeHash, rootOf, withLeaf } from "../../shared/domain/ledger/merkle-tree.ts";
import { keyIdOf } from "../../shared/domain/ledger/signing-key.ts";
import type { Anchors, Ledger, Signer, TreeStore } from "../../shared/operations/ports.ts";

const REF = "v1_person";
const PLANNED = { kind: "planned", planDigest: "a".repeat(64), entries: 3 } as const;

/** Holds for every ledger; `make` returns an empty one. */
export function ledgerContract(make: () => Promise<Ledger>): void {
  describe("a ledger", () => {
    it("chains what is appended to a lane, and keeps lanes apart", async () => {
      const ledger = await make();
      await ledger.append("req_1/1/photos", REF, PLANNED);
      await ledger.append("req_1/1/photos", REF, { kind: "sealed", remaining: 0 });
      await ledger.append("req_2/1/photos", REF, PLANNED);

      const entries = await ledger.readLane("req_1/1/photos");
      expect(entries.map(({ index, body }) => [index, body.kind])).toEqual([
        [0, "planned"],
        [1, "sealed"],
      ]);
      expect(laneFault("req_1/1/photos", entries)).toBeUndefined();
      expect(await ledger.readLane("req_3/1/photos")).toEqual([]);
      expect((await allOf(ledger.lanes())).sort()).toEqual(["req_1/1/photos", "req_2/1/photos"]);
    });

    it("keeps entries about no one person in the clock's lanes, and there alone", async () => {
      const ledger = await make();
      const lane = "expiry/photos/0/2026-11-24";
      await ledger.append(lane, undefined, { kind: "expire-intended", store: "photos", things: 2 });
      const [entry] = await ledger.readLane(lane);
      expect(entry).not.toHaveProperty("subjectRef");
      expect(entry?.body).toEqual({ kind: "expire-intended", store: "photos", things: 2 });

      await ledger.append("req_1/1/photos", undefined, PLANNED);
      await expect(ledger.readLane("req_1/1/photos")).rejects.toThrow(EntryDamaged);
    });

    it("adds nothing to a lane that was closed", async () => {
      const ledger = await make();
      await ledger.append("req_1/1/photos", REF, { kind: "sealed", remaining: 0 });
      await expect(ledger.append("req_1/1/photos", REF, PLANNED)).rejects.toThrow(LaneSealed);
      expect(await ledger.readLane("req_1/1/photos")).toHaveLength(1);
    });

    it("keeps one chain when several write to a lane at once", async () => {
      const ledger = await make();
      await Promise.all([1, 2, 3, 4].map((entries) => ledger.append("lane", REF, { ...PLANNED, entries })));

      const entries = await ledger.readLane("lane");
      expect(entries).toHaveLength(4);
      expect(laneFault("lane", entries)).toBeUndefined();
    });
  });
}

/** Holds for every tree store; `make` returns an empty one. */
export function treeContract(make: () => Promise<TreeStore>): void {
  describe("a tree store", () => {
    it("grows from the size it has, and keeps leaves and complete nodes", async () => {
      const tree = await make();
      expect(await tree.head()).toEqual(EMPTY_TREE);

      expect(await tree.extend(extension(["a", "b"]))).toBe(true);

      const both = nodeHash(leafHash("a"), leafHash("b"));
      expect(await tree.head()).toEqual({ size: 2, peaks: [both] });
      expect(await tree.leaf(1)).toBe("b");
      expect(await tree.leaf(2)).toBeUndefined();
      expect(await tree.node(0, 1)).toBe(leafHash("b"));
      expect(await tree.node(1, 0)).toBe(both);
      expect(await tree.node(1, 1)).toBeUndefined();
    });

    it("refuses an extension of a size it no longer has, and changes nothing", async () => {
      const tree = await make();
      await tree.extend(extension(["a", "b"]));

      expect(await tree.extend(extension(["x"]))).toBe(false);
      expect(await tree.leaf(0)).toBe("a");
      expect((await tree.head()).size).toBe(2);
    });

    it("takes one of two extensions that come at once", async () => {
      const tree = await make();
      const taken = await Promise.all([tree.extend(extension(["x"])), tree.extend(extension(["y"]))]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(rootOf(await tree.head())).toBe(leafHash((await tree.leaf(0)) ?? ""));
    });
  });
}

/** Holds for every signer. */
export function signerContract(make: () => Promise<Signer>): void {
  describe("a signer", () => {
    it("signs a checkpoint so that its public key, and no other, confirms it", async () => {
      const [signer, other] = [await make(), await make()];
      const publicKey = await signer.publicKey();
      const document = {
        schema: "lethe.checkpoint/1",
        service: "dream-portraits",
        region: "eu-central-1",
        treeSize: 1,
        rootHash: "a".repeat(64),
        at: "2026-11-23T10:00:00.000Z",
        keyId: keyIdOf(publicKey),
        algorithm: signer.algorithm,
      } as const;

      // Half of all signatures have the larger s when nobody sees to it.
      for (let tries = 0; tries < 8; tries += 1) {
        const signature = await signer.sign(canonicalJson(document));
        expect(isSignedBy(publicKey, { document, signature })).toBe(true);
        expect(isSignedBy(await other.publicKey(), { document, signature })).toBe(false);
        expect(isSignedBy(publicKey, { document: { ...document, treeSize: 2 }, signature })).toBe(false);
      }
    });
  });
}

/** Holds for every place of anchors; `make` returns an empty one. */
export function anchorsContract(make: () => Promise<Anchors>): void {
  describe("anchors", () => {
    it("keep checkpoints by size and keys by id", async () => {
      const anchors = await make();
      await anchors.putCheckpoint(10, '{"size":10}');
      await anchors.putCheckpoint(9, '{"size":9}');
      await anchors.putKey("k1", '{"key":1}');

      expect(await allOf(anchors.checkpoints())).toEqual(['{"size":9}', '{"size":10}']);
      expect(await allOf(anchors.keys())).toEqual(['{"key":1}']);
    });

    it("take the same document twice, and never another in its place", async () => {
      const anchors = await make();
      await anchors.putCheckpoint(1, '{"size":1}');
      await anchors.putCheckpoint(1, '{"size":1}');
      await expect(anchors.putCheckpoint(1, '{"size":2}')).rejects.toThrow();
      expect(await allOf(anchors.checkpoints())).toEqual(['{"size":1}']);
    });
  });
}

function extension(leaves: readonly string[]) {
  const nodes = [];
  let edge = EMPTY_TREE;
  for (const data of leaves) {
    const added = withLeaf(edge, data);
    nodes.push(...added.nodes);
    edge = added.edge;
  }
  return { fromSize: 0, leaves, nodes, ...edge };
}

async function allOf(texts: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const text of texts) all.push(text);
  return all;
}
