import { type Leaf, leafData } from "../domain/ledger/leaf.ts";
import { type TreeEdge, type TreeNode, withLeaf } from "../domain/ledger/merkle-tree.ts";
import type { TreeStore } from "./ports.ts";

/** One transaction holds a hundred rows: a leaf, at most two nodes a leaf, and the edge. */
const LEAVES_AT_ONCE_MAX = 30;
/** Each conflict is another writer that got on; so many in a row are a fault and not a coincidence. */
const TRIES_MAX = 20;

/** The tree kept changing while leaves were to be added; some of them may have been. */
export class TreeBusy extends Error {
  override readonly name = "TreeBusy";
}

/** Adds leaves to the tree, whoever else does so at the same time. */
export async function appendLeaves(
  tree: TreeStore,
  leaves: readonly Leaf[],
): Promise<{ readonly indexes: readonly number[]; readonly edge: TreeEdge }> {
  const indexes: number[] = [];
  let edge = await tree.head();
  for (let at = 0; at < leaves.length; at += LEAVES_AT_ONCE_MAX) {
    const data = leaves.slice(at, at + LEAVES_AT_ONCE_MAX).map(leafData);
    edge = await extend(tree, data);
    indexes.push(...data.map((_, offset) => edge.size - data.length + offset));
  }
  return { indexes, edge };
}

async function extend(tree: TreeStore, leaves: readonly string[]): Promise<TreeEdge> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const before = await tree.head();
    const nodes: TreeNode[] = [];
    let edge: TreeEdge = before;
    for (const data of leaves) {
      const added = withLeaf(edge, data);
      nodes.push(...added.nodes);
      edge = added.edge;
    }
    const { size, peaks } = edge;
    if (await tree.extend({ fromSize: before.size, leaves, nodes, size, peaks })) return edge;
  }
  throw new TreeBusy(
    `The tree changed ${TRIES_MAX} times while ${leaves.length} leaves were to be added: try again.`,
  );
}
