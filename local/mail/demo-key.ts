import { generateKeyPairSync } from "node:crypto";

/** The name under which the zone has the public key of every demo sender. */
export const DEMO_SELECTOR = "demo";

/** A key by which demo senders sign, made anew at each start. */
export interface DemoKey {
  readonly privateKeyPem: string;
  /** As it stands in a DKIM record. */
  readonly publicKey: string;
}

/** Makes such a key. */
export function makeDemoKey(): DemoKey {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  };
}
