import { createHash } from "node:crypto";

/** A complete subtree of 2^level leaves, the `index`th of its level; level 0 is a leaf. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: string;
}

/** The right edge of a tree: how many leaves, and the hashes of its complete subtrees, largest first. */
export interface TreeEdge {
  readonly size: number;
  readonly peaks: readonly string[];
}

/** The tree without leaves. */
export const EMPTY_TREE: TreeEdge = { size: 0, peaks: [] };

/** Returns the hash of a leaf: SHA-256 of a zero byte and its data. See RFC 9162, 2.1.1. */
export function leafHash(data: string): string {
  return createHash("sha256").update(Uint8Array.of(0)).update(data).digest("hex");
}

/** Returns the hash of an inner node: SHA-256 of a one byte and both children. See RFC 9162, 2.1.1. */
export function nodeHash(left: string, right: string): string {
  const children = Buffer.from(left + right, "hex");
  return createHash("sha256").update(Uint8Array.of(1)).update(children).digest("hex");
}

/** Returns the hash of a whole tree; that of the empty one is SHA-256 of nothing. */
export function rootOf({ peaks }: TreeEdge): string {
  if (peaks.length === 0) return createHash("sha256").digest("hex");
  return peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** Returns the edge after one more leaf, and the nodes that this leaf completes, itself first. */
export function withLeaf(
  edge: TreeEdge,
  data: string,
): { readonly edge: TreeEdge; readonly nodes: readonly TreeNode[] } {
  const peaks = [...edge.peaks];
  const nodes: TreeNode[] = [{ level: 0, index: edge.size, hash: leafHash(data) }];
  let hash = leafHash(data);
  // Each bit that is set in the old size is a complete subtree that now has a sister.
  for (let level = 0; (edge.size >> level) & 1; level += 1) {
    hash = nodeHash(peaks.pop() ?? "", hash);
    nodes.push({ level: level + 1, index: edge.size >> (level + 1), hash });
  }
  return { edge: { size: edge.size + 1, peaks: [...peaks, hash] }, nodes };
}

/**
 * Returns the inclusion proof of a leaf in the tree of the first `size` leaves, nearest sister first.
 *
 * @param nodeAt looks up complete subtrees; about 2·log2(size) of them are asked for.
 * @see RFC 9162, 2.1.3.1
 */
export async function inclusionPath(
  index: number,
  size: number,
  nodeAt: (level: number, index: number) => Promise<string>,
): Promise<readonly string[]> {
  const path: string[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerOfTwoBelow(end - start);
    if (index < middle) {
      path.unshift(await rangeHash(middle, end, nodeAt));
      end = middle;
    } else {
      path.unshift(await rangeHash(start, middle, nodeAt));
      start = middle;
    }
  }
  return path;
}

/**
 * Says whether a path proves that a leaf is in the tree with this root.
 *
 * @see RFC 9162, 2.1.3.2
 */
export function isIncluded(proof: {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly root: string;
}): boolean {
  if (proof.index >= proof.size) return false;
  let [node, last, hash] = [proof.index, proof.size - 1, proof.leaf];
  for (const sister of proof.path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sister, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1];
    } else {
      hash = nodeHash(hash, sister);
    }
    [node, last] = [node >> 1, last >> 1];
  }
  return last === 0 && hash === proof.root;
}

async function rangeHash(
  start: number,
  end: number,
  nodeAt: (level: number, index: number) => Promise<string>,
): Promise<string> {
  const width = end - start;
  const level = Math.log2(width);
  if (Number.isInteger(level)) return nodeAt(level, start / width);
  const middle = start + largestPowerOfTwoBelow(width);
  return nodeHash(await rangeHash(start, middle, nodeAt), await rangeHash(middle, end, nodeAt));
}

function largestPowerOfTwoBelow(width: number): number {
  return 2 ** Math.ceil(Math.log2(width) - 1);
}
