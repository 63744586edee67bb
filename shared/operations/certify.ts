import { canonicalJson, sha256Hex } from "../domain/canonical-json.ts";
import type { CertificateBody, CertificateFile, InclusionProof } from "../domain/ledger/certificate.ts";
import { sealedLane } from "../domain/ledger/lane.ts";
import { certificateLeaf, laneLeaf } from "../domain/ledger/leaf.ts";
import { inclusionPath } from "../domain/ledger/merkle-tree.ts";
import { anchorCheckpoint } from "./anchor-checkpoint.ts";
import { appendLeaves } from "./append-leaves.ts";
import type { Anchors, Clock, Ledger, Signer, TreeStore } from "./ports.ts";

export interface CertifyPorts {
  readonly ledger: Ledger;
  readonly tree: TreeStore;
  readonly signer: Signer;
  readonly anchors: Anchors;
  readonly clock: Clock;
}

/** A node that the tree must have is not there: the tree was damaged. */
export class TreeDamaged extends Error {
  override readonly name = "TreeDamaged";
}

/**
 * Puts the ends of closed lanes and the certificate itself into the tree, signs a checkpoint that covers them, and
 * returns the certificate file's text. Without a signature there is no certificate.
 *
 * Run twice it makes a second, equally valid one.
 *
 * @throws {LaneBroken} if a lane is open, or its entries do not form one chain.
 */
export async function certify(
  ports: CertifyPorts,
  statement: Omit<CertificateBody, "lanes">,
  laneNames: readonly string[],
): Promise<string> {
  const lanes = await Promise.all(
    laneNames.map(async (lane) => sealedLane(lane, await ports.ledger.readLane(lane))),
  );
  const body: CertificateBody = { ...statement, lanes };
  const leaves = [...lanes.map(laneLeaf), certificateLeaf(sha256Hex(canonicalJson(body)))];
  const { indexes, edge } = await appendLeaves(ports.tree, leaves);
  const checkpoint = await anchorCheckpoint(ports, body, edge);

  const proofs = await Promise.all(indexes.map((index) => proofOf(ports.tree, index, edge.size)));
  const certificate = proofs.pop();
  if (!certificate) throw new TreeDamaged("No leaf was added for the certificate.");
  const file: CertificateFile = {
    schema: "lethe.certificate-file/1",
    body,
    proofs: { certificate, lanes: proofs },
    checkpoint,
  };
  return canonicalJson(file);
}

async function proofOf(tree: TreeStore, leafIndex: number, size: number): Promise<InclusionProof> {
  const path = await inclusionPath(leafIndex, size, async (level, index) => {
    const hash = await tree.node(level, index);
    if (hash === undefined)
      throw new TreeDamaged(`The tree has no node ${index} at level ${level}: run lethe ledger check.`);
    return hash;
  });
  return { leafIndex, path: [...path] };
}
