import type { Entry, EntryBody } from "../domain/ledger/entry.ts";
import type { Bindings } from "../domain/policy/bindings.ts";
import type { CompiledPolicy } from "../domain/policy/compile-policy.ts";

/** Documents that are named by what they hold, or by the request they belong to. */
export interface Records {
  putPolicy(compiled: CompiledPolicy): Promise<void>;
  readPolicy(digest: string): Promise<CompiledPolicy | undefined>;
  /** Replaces where the stores of a service are. */
  putBindings(bindings: Bindings): Promise<void>;
  readBindings(service: string): Promise<Bindings | undefined>;
  /** @returns the key it is stored under. */
  putCertificate(requestId: string, attempt: number, certificate: string): Promise<string>;
  readCertificate(key: string): Promise<string | undefined>;
}

/** Append-only lanes of entries, one per request, attempt and target. */
export interface Ledger {
  /**
   * Appends to a lane, each entry naming the hash of the one before.
   *
   * @throws {LaneSealed} if the lane was closed by the verifier.
   */
  append(lane: string, subjectRef: string | undefined, body: EntryBody): Promise<Entry>;
  /**
   * Every entry of a lane in order.
   *
   * @throws {EntryDamaged} if something else is stored in the place of one.
   */
  readLane(lane: string): Promise<readonly Entry[]>;
  /** Every lane there is, for `lethe ledger check`. */
  lanes(): AsyncIterable<string>;
}

/** The one Merkle tree, as stored: leaves, the complete inner nodes, and its size. */
export interface TreeStore {
  /** Hashes of the complete subtrees on the right edge, largest first. */
  head(): Promise<{ readonly size: number; readonly peaks: readonly string[] }>;
  /**
   * Stores new leaves and the inner nodes they complete, if the tree still has the size they were computed for.
   *
   * @returns false if another writer came first; nothing was changed.
   */
  extend(extension: {
    readonly fromSize: number;
    readonly leaves: readonly string[];
    readonly nodes: readonly { readonly level: number; readonly index: number; readonly hash: string }[];
    readonly size: number;
    readonly peaks: readonly string[];
  }): Promise<boolean>;
  /** Hash of the complete subtree of 2^level leaves that starts at leaf index × 2^level; level 0 is a leaf's hash. */
  node(level: number, index: number): Promise<string | undefined>;
  /** The data of a leaf, as it was hashed. */
  leaf(index: number): Promise<string | undefined>;
}

/** Signs with a key that never leaves its home. */
export interface Signer {
  readonly algorithm: "ECDSA_P256_SHA256";
  /** SPKI, PEM. */
  publicKey(): Promise<string>;
  /**
   * @param message what is hashed and signed, as UTF-8.
   * @returns r and s, 128 hexadecimal digits, s in the lower half of the order.
   */
  sign(message: string): Promise<string>;
}

/** Checkpoints and public keys under Object Lock; nothing about a person is ever put here. */
export interface Anchors {
  putCheckpoint(treeSize: number, checkpoint: string): Promise<void>;
  /** Every checkpoint, smallest tree first. */
  checkpoints(): AsyncIterable<string>;
  putKey(keyId: string, archivedKey: string): Promise<void>;
  keys(): AsyncIterable<string>;
}
