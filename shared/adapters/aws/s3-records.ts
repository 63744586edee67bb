import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { canonicalJson, sha256Hex } from "../../domain/canonical-json.ts";
import { type Bindings, BindingsSchema } from "../../domain/policy/bindings.ts";
import type { CompiledPolicy } from "../../domain/policy/compile-policy.ts";
import { PolicySchema } from "../../domain/policy/policy.ts";
import type { Records } from "../../operations/ports.ts";

/** A stored document is not what its name says it is; it was not used. */
export class RecordAltered extends Error {
  override readonly name = "RecordAltered";
}

/** A service has few policies in force at once: the one of now, and those of requests that are still open. */
const POLICIES_KNOWN_MAX = 10;

/** Returns the documents in a bucket: `policies/DIGEST.json`, `bindings/SERVICE.json`, `certificates/REQUEST/ATTEMPT.json`. */
export function s3Records(s3: S3Client, bucket: string): Records {
  const put = async (key: string, text: string): Promise<void> => {
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType: "application/json" }),
    );
  };
  const get = async (key: string): Promise<string | undefined> => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return await Body?.transformToString("utf-8");
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  // What is named by its digest never changes, so a function that stays warm reads and parses it once.
  const known = new Map<string, CompiledPolicy>();
  return {
    putPolicy: ({ digest, canonical }) => put(policyKey(digest), canonical),
    async readPolicy(digest): Promise<CompiledPolicy | undefined> {
      const before = known.get(digest);
      if (before) return before;
      const canonical = await get(policyKey(digest));
      if (canonical === undefined) return undefined;
      if (sha256Hex(canonical) !== digest) {
        throw new RecordAltered(
          `${policyKey(digest)} in ${bucket} does not have the digest it is named by: put it back from version control.`,
        );
      }
      if (known.size >= POLICIES_KNOWN_MAX) known.clear();
      const compiled = { policy: PolicySchema.parse(JSON.parse(canonical)), canonical, digest };
      known.set(digest, compiled);
      return compiled;
    },
    putBindings: (bindings) => put(bindingsKey(bindings.service), canonicalJson(bindings)),
    async readBindings(service): Promise<Bindings | undefined> {
      const text = await get(bindingsKey(service));
      return text === undefined ? undefined : BindingsSchema.parse(JSON.parse(text));
    },
    async putCertificate(requestId, attempt, certificate) {
      const key = `certificates/${requestId}/${attempt}.json`;
      await put(key, certificate);
      return key;
    },
    readCertificate: get,
  };
}

function policyKey(digest: string): string {
  return `policies/${digest}.json`;
}

function bindingsKey(service: string): string {
  return `bindings/${service}.json`;
}
