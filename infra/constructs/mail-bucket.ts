import { Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement, type PolicyStatementProps, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { MAIL_PREFIX } from "../../shared/domain/mail/stored-mail.ts";
import { ownRecordDays } from "../../shared/domain/policy/own-record-days.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { markOwn } from "../checks/marks.ts";
import type { Permanence } from "../permanence.ts";
import { PrivateBucket } from "./private-bucket.ts";

/**
 * Mail as it arrived, for as long as the policy says. Whoever writes may attach what they want, so where the policy has a
 * key of its own for what is sensitive, mail has one too.
 */
export class MailBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, policy: Policy, permanence: Permanence) {
    const isSensitive = policy.stores.some(({ key }) => key === "customer-managed");
    const encryptionKey = isSensitive ? mailKey(scope, `${id}-key`, policy, permanence) : undefined;
    super(scope, id, permanence, {
      lifecycleRules: [
        {
          id: "mail",
          expiration: Duration.days(ownRecordDays(policy, "raw-mail")),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      ...(encryptionKey ? { encryptionKey } : {}),
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        ...receivingSes(this),
        sid: "MailThatSesReceives",
        actions: ["s3:PutObject"],
        resources: [this.arnForObjects(`${MAIL_PREFIX}*`)],
      }),
    );
    markOwn(this, "mail as it arrived");
  }
}

function mailKey(scope: Construct, id: string, { service }: Policy, { removalPolicy }: Permanence): Key {
  const key = new Key(scope, id, {
    description: `Encrypts the mail that ${service.name} receives.`,
    enableKeyRotation: true,
    removalPolicy,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      ...receivingSes(scope),
      sid: "MailThatSesReceives",
      actions: ["kms:GenerateDataKey*", "kms:Decrypt"],
      resources: ["*"],
    }),
  );
  return key;
}

/**
 * SES itself, on behalf of this account and no other: without the condition anybody's rule could write here.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html
 */
export function receivingSes(scope: Construct): Pick<PolicyStatementProps, "principals" | "conditions"> {
  const { account, partition } = Stack.of(scope);
  return {
    principals: [new ServicePrincipal("ses.amazonaws.com")],
    conditions: {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": `arn:${partition}:ses:*:${account}:*` },
    },
  };
}
