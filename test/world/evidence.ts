import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { AnchorConflict } from "../../shared/adapters/aws/s3-anchors.ts";
import { withLowS } from "../../shared/domain/ledger/checkpoint.ts";
import {
  type Entry,
  EntrySchema,
  entryHash,
  isClosing,
  NO_ENTRY_BEFORE,
} from "../../shared/domain/ledger/entry.ts";
import { EntryDamaged, LaneSealed } from "../../shared/domain/ledger/lane.ts";
import { EMPTY_TREE, type TreeEdge } from "../../shared/domain/ledger/merkle-tree.ts";
import type { Anchors, Clock, Ledger, Signer, TreeStore } from "../../shared/operations/ports.ts";

/** A ledger in memory whose lanes a test may tamper with. */
export interface InMemoryLedger extends Ledger {
  readonly stored: Map<string, Entry[]>;
}

/** Returns an empty ledger. */
export function inMemoryLedger(clock: Clock): InMemoryLedger {
  const stored = new Map<string, Entry[]>();
  return {
    stored,
    async append(lane, subjectRef, body) {
      const entries = stored.get(lane) ?? [];
      const last = entries.at(-1);
      if (last && isClosing(last.body)) throw new LaneSealed(`Lane ${lane} was closed.`);
      const entry: Entry = {
        schema: "lethe.entry/1",
        service: "dream-portraits",
        region: "eu-central-1",
        lane,
        index: entries.length,
        previous: last ? entryHash(last) : NO_ENTRY_BEFORE,
        at: clock.now().toISOString(),
        ...(subjectRef === undefined ? {} : { subjectRef }),
        body,
      };
      stored.set(lane, [...entries, entry]);
      return entry;
    },
    async readLane(lane) {
      const entries = structuredClone(stored.get(lane) ?? []);
      for (const [index, entry] of entries.entries()) {
        const parsed = EntrySchema.safeParse(entry);
        if (!parsed.success) throw new EntryDamaged(lane, index, parsed.error);
      }
      return entries;
    },
    async *lanes() {
      yield* [...stored.keys()];
    },
  };
}

/** A tree in memory whose leaves and nodes a test may tamper with. */
export interface InMemoryTree extends TreeStore {
  readonly leaves: string[];
  readonly nodes: Map<string, string>;
  edge: TreeEdge;
}

/** Returns a tree without leaves. */
export function inMemoryTree(): InMemoryTree {
  const tree: InMemoryTree = {
    leaves: [],
    nodes: new Map(),
    edge: EMPTY_TREE,
    async head() {
      return tree.edge;
    },
    async extend({ fromSize, leaves, nodes, size, peaks }) {
      if (tree.edge.size !== fromSize) return false;
      tree.leaves.push(...leaves);
      for (const { level, index, hash } of nodes) tree.nodes.set(`${level}/${index}`, hash);
      tree.edge = { size, peaks };
      return true;
    },
    async node(level, index) {
      return tree.nodes.get(`${level}/${index}`);
    },
    async leaf(index) {
      return tree.leaves[index];
    },
  };
  return tree;
}

/** Returns a signer with a key of its own; KMS may answer with either s, so it does not choose. */
export function keyPairSigner(): Signer & { readonly privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    privateKey,
    algorithm: "ECDSA_P256_SHA256",
    publicKey: async () => publicKey.export({ type: "spki", format: "pem" }).toString(),
    sign: async (message) =>
      withLowS(
        sign("sha256", Buffer.from(message), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("hex"),
      ),
  };
}

/** Anchors in memory, each written once. */
export function inMemoryAnchors(): Anchors & { readonly checkpointTexts: Map<number, string> } {
  const checkpointTexts = new Map<number, string>();
  const keyTexts = new Map<string, string>();
  const putOnce = <Key>(texts: Map<Key, string>, key: Key, text: string): void => {
    if ((texts.get(key) ?? text) !== text) throw new AnchorConflict("Another document stands here.");
    texts.set(key, text);
  };
  return {
    checkpointTexts,
    putCheckpoint: async (treeSize, checkpoint) => putOnce(checkpointTexts, treeSize, checkpoint),
    async *checkpoints() {
      const bySize = [...checkpointTexts].sort(([one], [other]) => one - other);
      yield* bySize.map(([, text]) => text);
    },
    putKey: async (keyId, archivedKey) => putOnce(keyTexts, keyId, archivedKey),
    async *keys() {
      yield* [...keyTexts.values()];
    },
  };
}
