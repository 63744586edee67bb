import { Stack } from "aws-cdk-lib";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { FORM_PREFIX, MAIL_PREFIX } from "../../shared/domain/mail/stored-mail.ts";
import type { Evidence } from "../stacks/evidence-stack.ts";
import type { MailIntake } from "./mail-intake.ts";
import type { PortGrant } from "./port-grant.ts";
import { table } from "./table-statement.ts";

type MailPort =
  | "mail:read"
  | "mail:list"
  | "mail:again"
  | "mail-records:read"
  | "forms:keep"
  | "rights"
  | "links:make"
  | "decisions"
  | "letters";

/** Returns what mail needs: to be read, to be found when it was missed, and to be answered. */
export function mailGrants(
  { mail, rights, decisions }: Pick<Evidence, "mail" | "rights" | "decisions">,
  { queue, letters }: MailIntake,
  from: string,
): Record<MailPort, PortGrant> {
  const bucketAt = { mailBucket: mail.bucketName };
  const rightsAt = { rightsTable: rights.tableName };
  const lists = {
    actions: ["s3:ListBucket"],
    resources: [mail.bucketArn],
    conditions: { StringLike: { "s3:prefix": [`${MAIL_PREFIX}*`] } },
  };
  return {
    "mail:read": {
      settings: bucketAt,
      statements: [
        { actions: ["s3:GetObject"], resources: [mail.arnForObjects(`${MAIL_PREFIX}*`)] },
        // Without it S3 says "denied" of a mail that is not there.
        lists,
        ...through(mail, "kms:Decrypt"),
      ],
    },
    /** Whoever looks for what was missed sees that it is there, and opens none. */
    "mail:list": { settings: bucketAt, statements: [lists] },
    "mail:again": {
      settings: { mailQueueUrl: queue.queue.queueUrl },
      statements: [{ actions: ["sqs:SendMessage"], resources: [queue.queue.queueArn] }],
    },
    "mail-records:read": {
      settings: rightsAt,
      statements: [
        {
          ...table(rights, "GetItem"),
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["mail#*"] } },
        },
      ],
    },
    /** Forms are kept beside mail; whoever keeps one opens none. */
    "forms:keep": {
      settings: bucketAt,
      statements: [
        { actions: ["s3:PutObject"], resources: [mail.arnForObjects(`${FORM_PREFIX}*`)] },
        ...through(mail, "kms:GenerateDataKey"),
      ],
    },
    rights: {
      settings: rightsAt,
      statements: [table(rights, "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query")],
    },
    /** Whoever makes one for a letter finds none, and reads no request. */
    "links:make": {
      settings: rightsAt,
      statements: [
        {
          ...table(rights, "PutItem"),
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["token#*"] } },
        },
      ],
    },
    decisions: {
      settings: { decisionsTable: decisions.tableName },
      statements: [table(decisions, "GetItem", "PutItem")],
    },
    letters: lettersGrant(letters.configurationSetName, Stack.of(letters), from),
  };
}

function through({ encryptionKey }: IBucket, action: "kms:Decrypt" | "kms:GenerateDataKey") {
  if (!encryptionKey) return [];
  const { region } = Stack.of(encryptionKey);
  return [
    {
      actions: [action],
      resources: [encryptionKey.keyArn],
      conditions: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
    },
  ];
}

/** SES asks about whichever identity was verified, the address or its domain, and about the configuration set. */
function lettersGrant(lettersSet: string, stack: Stack, from: string): PortGrant {
  const named = (resource: string, resourceName: string) =>
    stack.formatArn({ service: "ses", resource, resourceName });
  return {
    settings: { lettersFrom: from, lettersSet },
    statements: [
      {
        actions: ["ses:SendRawEmail"],
        resources: [
          named("identity", from),
          named("identity", from.slice(from.indexOf("@") + 1)),
          named("configuration-set", lettersSet),
        ],
        conditions: { StringEquals: { "ses:FromAddress": from } },
      },
    ],
  };
}
