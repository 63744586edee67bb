import { expect } from "vitest";
import { type CertificateFile, CertificateFileSchema } from "../../shared/domain/ledger/certificate.ts";
import { verifyCertificate } from "../../shared/domain/ledger/verify-certificate.ts";
import type { ErasureWorld } from "./erasure-world.ts";

/** Returns the newest certificate of a request, after it was checked as anybody would. */
export async function certificateOf(world: ErasureWorld, requestId: string): Promise<CertificateFile> {
  const { progress } = await world.read(requestId);
  const key = "certificateKey" in progress ? progress.certificateKey : undefined;
  const text = key && (await world.records.readCertificate(key));
  if (!text) throw new Error("The request has no certificate.");
  expect(verifyCertificate(text, [world.key])).toMatchObject({ valid: true });
  return CertificateFileSchema.parse(JSON.parse(text));
}
