import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { Permanence } from "../permanence.ts";

/** A bucket that nobody outside the account reads, over TLS only, encrypted; by S3's own key unless one is given. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, { removalPolicy }: Permanence, props: BucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: props.encryptionKey ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      ...(props.encryptionKey ? { bucketKeyEnabled: true } : {}),
      removalPolicy,
      ...props,
    });
  }
}
