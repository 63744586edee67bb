import { mayHaveAgedOut } from "../domain/ledger/aged-out.ts";
import { isSignedBy, type SignedCheckpoint, SignedCheckpointSchema } from "../domain/ledger/checkpoint.ts";
import { type Entry, entryHash } from "../domain/ledger/entry.ts";
import { EntryDamaged, isSealed, laneFault } from "../domain/ledger/lane.ts";
import { LeafSchema, type SealedLane } from "../domain/ledger/leaf.ts";
import { EMPTY_TREE, leafHash, rootOf, type TreeEdge, withLeaf } from "../domain/ledger/merkle-tree.ts";
import { type ArchivedKey, wasValidAt } from "../domain/ledger/signing-key.ts";
import { archivedKeys } from "./archive-signing-key.ts";
import type { Anchors, Clock, Ledger, TreeStore } from "./ports.ts";

/** Something in the evidence that is not as it was written. */
export interface LedgerFinding {
  /** A lane, `tree`, or `checkpoint`. */
  readonly where: string;
  /** Entry of a lane, leaf of the tree, or size of a checkpoint's tree. */
  readonly index: number;
  readonly what: string;
}

/** How much was looked at, and what was found wrong with it. */
export interface LedgerCheck {
  readonly lanes: number;
  /** Lanes of runs that came to no certificate yet: their ends are in no signed tree. */
  readonly lanesOpen: number;
  /** Lanes whose entries may be gone by the end that the policy gives them; what is gone of these is no fault. */
  readonly lanesAgedOut: number;
  readonly entries: number;
  readonly leaves: number;
  readonly checkpoints: number;
  readonly findings: readonly LedgerFinding[];
}

export interface CheckLedgerPorts {
  /** For how many days the policy keeps entries. */
  readonly ledgerDays: number;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly tree: TreeStore;
  readonly anchors: Anchors;
}

/**
 * Recomputes everything from the entries up: chains, lanes against the leaves that sealed them, the tree against each
 * checkpoint that was anchored, and signatures against the archived keys.
 */
export async function checkLedger(ports: CheckLedgerPorts): Promise<LedgerCheck> {
  const keys = await archivedKeys(ports.anchors);
  const anchored = await readCheckpoints(ports.anchors, keys);
  const tree = await checkTree(ports.tree, anchored.checkpoints);
  const lanes = await checkLanes(ports, tree.sealed);
  return {
    lanes: lanes.lanes,
    lanesOpen: lanes.open,
    lanesAgedOut: lanes.agedOut,
    entries: lanes.entries,
    leaves: tree.leaves,
    checkpoints: anchored.checkpoints.size,
    findings: [...anchored.findings, ...tree.findings, ...lanes.findings],
  };
}

async function readCheckpoints(anchors: Anchors, keys: readonly ArchivedKey[]) {
  const checkpoints = new Map<number, SignedCheckpoint>();
  const findings: LedgerFinding[] = [];
  for await (const text of anchors.checkpoints()) {
    const parsed = SignedCheckpointSchema.safeParse(parsedJson(text));
    if (!parsed.success) {
      findings.push({ where: "checkpoint", index: 0, what: "an anchored document is no checkpoint" });
      continue;
    }
    const { document } = parsed.data;
    const key = keys.find(({ keyId }) => keyId === document.keyId);
    const isSigned = key && wasValidAt(key, document.at) && isSignedBy(key.publicKeyPem, parsed.data);
    if (!isSigned) {
      const what = key ? "its signature is not one of its key" : `key ${document.keyId} was never archived`;
      findings.push({ where: "checkpoint", index: document.treeSize, what });
    }
    checkpoints.set(document.treeSize, parsed.data);
  }
  return { checkpoints, findings };
}

async function checkTree(tree: TreeStore, checkpoints: ReadonlyMap<number, SignedCheckpoint>) {
  const findings: LedgerFinding[] = [];
  const sealed = new Map<string, SealedLane & { readonly leafIndex: number }>();
  const head = await tree.head();
  let edge: TreeEdge = EMPTY_TREE;
  for (let index = 0; index < head.size; index += 1) {
    const data = await tree.leaf(index);
    if (data === undefined) {
      findings.push({ where: "tree", index, what: "this leaf is missing, and with it every later root" });
      break;
    }
    if ((await tree.node(0, index)) !== leafHash(data)) {
      findings.push({ where: "tree", index, what: "this leaf does not have the hash it was added with" });
    }
    const leaf = LeafSchema.safeParse(parsedJson(data));
    if (!leaf.success) findings.push({ where: "tree", index, what: "this leaf says nothing that is known" });
    if (leaf.data?.kind === "lane-head") sealed.set(leaf.data.lane, { ...leaf.data, leafIndex: index });
    edge = withLeaf(edge, data).edge;
    findings.push(...rootFindings(edge, checkpoints.get(edge.size)));
  }
  if (edge.size === head.size && rootOf(edge) !== rootOf(head)) {
    findings.push({ where: "tree", index: head.size, what: "its edge is not that of its leaves" });
  }
  for (const size of checkpoints.keys()) {
    if (size <= head.size) continue;
    findings.push({
      where: "tree",
      index: head.size,
      what: `it ends here, but was signed with ${size} leaves`,
    });
  }
  return { leaves: head.size, sealed, findings };
}

function rootFindings(edge: TreeEdge, checkpoint: SignedCheckpoint | undefined): readonly LedgerFinding[] {
  if (!checkpoint || checkpoint.document.rootHash === rootOf(edge)) return [];
  const what = `the first ${edge.size} leaves are not those that were signed`;
  return [{ where: "tree", index: edge.size - 1, what }];
}

async function checkLanes(
  { ledger, ledgerDays, clock }: CheckLedgerPorts,
  sealed: ReadonlyMap<string, SealedLane & { readonly leafIndex: number }>,
) {
  const findings: LedgerFinding[] = [];
  const seen = new Set<string>();
  const now = clock.now();
  let [entries, open, agedOut] = [0, 0, 0];
  for await (const lane of ledger.lanes()) {
    seen.add(lane);
    if (mayHaveAgedOut(lane, ledgerDays, now)) {
      agedOut += 1;
      continue;
    }
    const found = await readLane(ledger, lane);
    if (found instanceof EntryDamaged) {
      findings.push({ where: lane, index: found.index, what: "what is stored here is no entry" });
      continue;
    }
    entries += found.length;
    const fault = laneFault(lane, found);
    if (fault) findings.push({ where: lane, ...fault });
    const signed = sealed.get(lane);
    if (!signed) {
      open += 1;
      continue;
    }
    const last = found[signed.entries - 1];
    if (!last) {
      findings.push({
        where: lane,
        index: found.length,
        what: `it ends here, but was closed with ${signed.entries}`,
      });
    } else if (!isSealed(found) || found.length !== signed.entries || entryHash(last) !== signed.head) {
      const what = `it does not come to what leaf ${signed.leafIndex} says it came to`;
      findings.push({ where: lane, index: signed.entries - 1, what });
    }
  }
  for (const { lane, entries: closedWith } of sealed.values()) {
    if (seen.has(lane)) continue;
    if (mayHaveAgedOut(lane, ledgerDays, now)) agedOut += 1;
    else findings.push({ where: lane, index: 0, what: `it is gone, but was closed with ${closedWith}` });
  }
  return { lanes: seen.size, open, agedOut, entries, findings };
}

async function readLane(ledger: Ledger, lane: string): Promise<readonly Entry[] | EntryDamaged> {
  try {
    return await ledger.readLane(lane);
  } catch (error) {
    if (error instanceof EntryDamaged) return error;
    throw error;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
