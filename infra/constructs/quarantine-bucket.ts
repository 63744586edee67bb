import { Duration } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { markOwn } from "../checks/marks.ts";
import type { Permanence } from "../permanence.ts";
import { PrivateBucket } from "./private-bucket.ts";
import { carriesNoneOf, EXPIRY_PURPOSE } from "./purpose-tag.ts";

/** Longer than any restore takes; what is forgotten there goes by itself. */
const LONGEST_DAYS = 7;

/**
 * Where copies of buckets come back to. Only what restores reads it, nothing that serves does, and what is left there
 * goes by itself. Versioned, as AWS Backup wants a bucket that it restores into.
 */
export class QuarantineBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, policy: Policy, permanence: Permanence) {
    const isSensitive = policy.stores.some(({ key }) => key === "customer-managed");
    const encryptionKey = isSensitive
      ? new Key(scope, `${id}-key`, {
          description: `Encrypts copies of ${policy.service.name} while they are restored.`,
          enableKeyRotation: true,
          removalPolicy: permanence.removalPolicy,
        })
      : undefined;
    super(scope, id, permanence, {
      versioned: true,
      lifecycleRules: [
        {
          id: "forgotten",
          expiration: Duration.days(LONGEST_DAYS),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      ...(encryptionKey ? { encryptionKey } : {}),
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: "ReadersOfQuarantine",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTorrent", "s3:GetObjectVersionTorrent"],
        resources: [this.arnForObjects("*")],
        conditions: carriesNoneOf([EXPIRY_PURPOSE]),
      }),
    );
    markOwn(this, "copies while they are restored");
  }
}
