import { canonicalJson } from "../domain/canonical-json.ts";
import type { SignedCheckpoint } from "../domain/ledger/checkpoint.ts";
import { rootOf, type TreeEdge } from "../domain/ledger/merkle-tree.ts";
import { keyIdOf } from "../domain/ledger/signing-key.ts";
import type { Anchors, Clock, Signer } from "./ports.ts";

export interface AnchorCheckpointPorts {
  readonly signer: Signer;
  readonly anchors: Anchors;
  readonly clock: Clock;
}

/** Signs what the tree is at this size, and keeps that where nobody can change it. */
export async function anchorCheckpoint(
  { signer, anchors, clock }: AnchorCheckpointPorts,
  { service, region }: { readonly service: string; readonly region: string },
  edge: TreeEdge,
): Promise<SignedCheckpoint> {
  const document = {
    schema: "lethe.checkpoint/1",
    service,
    region,
    treeSize: edge.size,
    rootHash: rootOf(edge),
    at: clock.now().toISOString(),
    keyId: keyIdOf(await signer.publicKey()),
    algorithm: signer.algorithm,
  } as const;
  const checkpoint = { document, signature: await signer.sign(canonicalJson(document)) };
  await anchors.putCheckpoint(edge.size, canonicalJson(checkpoint));
  return checkpoint;
}
