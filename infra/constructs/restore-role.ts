import { Aws } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { QUARANTINE_NAME } from "../../shared/domain/restore/restore.ts";

/**
 * What AWS Backup restores with: it may write into quarantine and nowhere else, so a restore job that somebody starts
 * with it by hand comes no further either.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html for what restoring takes
 */
export class RestoreRole extends Role {
  constructor(scope: Construct, id: string, quarantine: IBucket) {
    super(scope, id, {
      assumedBy: new ServicePrincipal("backup.amazonaws.com"),
      description: "Restores copies into quarantine.",
    });
    const tables = `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${QUARANTINE_NAME}-*`;
    const key = quarantine.encryptionKey;
    for (const statement of [
      {
        actions: [
          "s3:ListBucket",
          "s3:ListBucketVersions",
          "s3:GetBucketVersioning",
          "s3:GetBucketLocation",
          "s3:GetBucketOwnershipControls",
        ],
        resources: [quarantine.bucketArn],
      },
      {
        actions: ["s3:PutObject", "s3:PutObjectTagging", "s3:DeleteObject", "s3:ListMultipartUploadParts"],
        resources: [quarantine.arnForObjects("*")],
      },
      {
        actions: [
          "dynamodb:RestoreTableFromAwsBackup",
          "dynamodb:RestoreTableFromBackup",
          "dynamodb:DescribeTable",
          "dynamodb:Scan",
          "dynamodb:Query",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:BatchWriteItem",
        ],
        resources: [tables],
      },
      ...(key ? [{ actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: [key.keyArn] }] : []),
    ]) {
      this.addToPolicy(new PolicyStatement(statement));
    }
  }
}
