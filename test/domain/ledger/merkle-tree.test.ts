import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EMPTY_TREE,
  inclusionPath,
  isIncluded,
  leafHash,
  nodeHash,
  rootOf,
  type TreeEdge,
  withLeaf,
} from "../../../shared/domain/ledger/merkle-tree.ts";

/** Leaves and roots of the reference implementation of Certificate Transparency, for one to eight leaves. */
const REFERENCE_LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const REFERENCE_ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("the tree", () => {
  it("has the roots of the reference implementation where leaves are text", () => {
    // The other reference leaves are bytes that are no text, which no leaf here is.
    expect(leafHash("")).toBe(REFERENCE_ROOTS[0]);
    const hashes = REFERENCE_LEAVES.map((hex) =>
      createHash("sha256").update(Uint8Array.of(0)).update(Buffer.from(hex, "hex")).digest("hex"),
    );
    expect(REFERENCE_ROOTS.map((_, at) => naiveRoot(hashes.slice(0, at + 1)))).toEqual(REFERENCE_ROOTS);
  });

  it("has the hash of nothing while it is empty", () => {
    expect(rootOf(EMPTY_TREE)).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("grows by its right edge alone to the root that the definition gives", () => {
    let edge: TreeEdge = EMPTY_TREE;
    const hashes: string[] = [];
    for (let size = 1; size <= 200; size += 1) {
      edge = withLeaf(edge, `leaf ${size}`).edge;
      hashes.push(leafHash(`leaf ${size}`));
      expect(rootOf(edge)).toBe(naiveRoot(hashes));
    }
  });

  it("proves each leaf of each size", async () => {
    for (let size = 1; size <= 40; size += 1) {
      const tree = treeOf(size);
      for (let index = 0; index < size; index += 1) {
        const path = await inclusionPath(index, size, tree.nodeAt);
        const proof = { leaf: leafHash(`leaf ${index}`), index, size, path, root: tree.root };
        expect(isIncluded(proof)).toBe(true);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      }
    }
  });

  it("proves nothing else: another leaf, place, size, root or path", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 64 }), fc.nat(), fc.nat(), async (size, a, b) => {
        const [index, other] = [a % size, b % size];
        const tree = treeOf(size);
        const path = await inclusionPath(index, size, tree.nodeAt);
        const proof = { leaf: leafHash(`leaf ${index}`), index, size, path, root: tree.root };
        const flipped = path.map((hash, at) => (at === other % path.length ? leafHash(hash) : hash));
        expect(isIncluded({ ...proof, leaf: leafHash("another") })).toBe(false);
        expect(isIncluded({ ...proof, root: leafHash("another") })).toBe(false);
        expect(isIncluded({ ...proof, path: flipped })).toBe(false);
        expect(isIncluded({ ...proof, path: path.slice(1) })).toBe(false);
        expect(isIncluded({ ...proof, path: [...path, tree.root] })).toBe(false);
        expect(isIncluded({ ...proof, index: size })).toBe(false);
        if (other !== index) expect(isIncluded({ ...proof, index: other })).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

/** The definition of RFC 9162, 2.1.1, as it is written. */
function naiveRoot(hashes: readonly string[]): string {
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) return only;
  let half = 1;
  while (half * 2 < hashes.length) half *= 2;
  return nodeHash(naiveRoot(hashes.slice(0, half)), naiveRoot(hashes.slice(half)));
}

function treeOf(size: number) {
  const nodes = new Map<string, string>();
  let edge: TreeEdge = EMPTY_TREE;
  for (let index = 0; index < size; index += 1) {
    const added = withLeaf(edge, `leaf ${index}`);
    edge = added.edge;
    for (const node of added.nodes) nodes.set(`${node.level}/${node.index}`, node.hash);
  }
  const nodeAt = async (level: number, index: number): Promise<string> => {
    const hash = nodes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`There is no node ${level}/${index} in a tree of ${size}.`);
    return hash;
  };
  return { root: rootOf(edge), nodeAt };
}
