import { Annotations, Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import {
  CfnReceiptRule,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { MAIL_PREFIX } from "../../shared/domain/mail/stored-mail.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { EventQueue } from "./event-queue.ts";
import { receivingSes } from "./mail-bucket.ts";
import { takenFromQueue } from "./taken-from-queue.ts";

/** Each mail by itself: one that a function dies of takes no other with it. */
const MAILS_PER_BATCH = 1;
/** Reading one may take much memory; a flood must leave room for other functions. */
const MAILS_AT_ONCE = 5;

export interface MailIntakeProps {
  readonly policy: Policy;
  readonly bucket: IBucket;
  /** A rule set of the account, which others use too; absent: no mail is received. */
  readonly receiptRuleSet: string | undefined;
  /** What the function that takes mail may take. */
  readonly timeoutSeconds: number;
}

/**
 * How mail to the service's contact comes to the function that takes it, and what is told of letters that do not arrive:
 * a rule in a rule set of the account, a bucket, a topic and a queue.
 */
export class MailIntake extends Construct {
  readonly topic: Topic;
  readonly queue: EventQueue;
  /** Every letter is sent under it. */
  readonly letters: ConfigurationSet;

  constructor(scope: Construct, id: string, props: MailIntakeProps) {
    super(scope, id);
    const { policy, bucket } = props;
    const service = policy.service.id;
    this.topic = new Topic(this, "topic", {
      topicName: `lethe-${service}-mail`,
      enforceSSL: true,
      ...(bucket.encryptionKey ? { masterKey: bucket.encryptionKey } : {}),
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        ...receivingSes(this),
        sid: "WhatSesTells",
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
      }),
    );
    this.queue = new EventQueue(this, "mail", {
      timeoutSeconds: props.timeoutSeconds,
      holds: "what SES tells of mail, with addresses",
      deadLettersHold: "what SES told of mail and could not be taken",
    });
    this.topic.addSubscription(
      new SqsSubscription(this.queue.queue, { deadLetterQueue: this.queue.deadLetters }),
    );
    this.letters = this.lettersSet(`lethe-${service}`);
    this.receive(props);
  }

  /** Makes a function take what comes. */
  takenBy(target: LambdaFunction): void {
    takenFromQueue(this, "taken", this.queue, target, {
      batchSize: MAILS_PER_BATCH,
      maxBatchingWindow: Duration.seconds(0),
      maxConcurrency: MAILS_AT_ONCE,
    });
  }

  private lettersSet(configurationSetName: string): ConfigurationSet {
    const letters = new ConfigurationSet(this, "letters", {
      configurationSetName,
      // Letters carry links that prove who somebody is.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // AWS would keep addresses there without end; what may not be written to is in our own records, by reference.
      disableSuppressionList: true,
    });
    letters.addEventDestination("failures", {
      destination: EventDestination.snsTopic(this.topic),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    return letters;
  }

  /** Adds one rule to the rule set that is named; the set and every other rule of it belong to somebody else. */
  private receive({ policy, bucket, receiptRuleSet }: MailIntakeProps): void {
    const { id, contact } = policy.service;
    if (receiptRuleSet === undefined) {
      Annotations.of(this).addWarningV2("lethe:mail-not-received", mailNotReceived(contact));
      return;
    }
    const rule = new CfnReceiptRule(this, "rule", {
      ruleSetName: receiptRuleSet,
      rule: {
        name: `lethe-${id}`,
        enabled: true,
        recipients: [contact],
        // Without a scan there is no verdict, and no mail is believed.
        scanEnabled: true,
        tlsPolicy: "Require",
        actions: [
          {
            s3Action: {
              bucketName: bucket.bucketName,
              objectKeyPrefix: MAIL_PREFIX,
              topicArn: this.topic.topicArn,
            },
          },
        ],
      },
    });
    // SES tries out whether it may publish before it makes the rule.
    rule.node.addDependency(this.topic);
  }
}

/** Returns what to do where no rule set was named. */
export function mailNotReceived(contact: string): string {
  return [
    `Mail to ${contact} is not received: no receipt rule set was named, and every right that is promised by mail needs it.`,
    "Name the one that is active in this account and region with -c receiptRuleSet=NAME (npm run deploy -- --receipt-rule-set NAME);",
    "aws ses describe-active-receipt-rule-set says which that is. If there is none:",
    "aws ses create-receipt-rule-set --rule-set-name NAME, and aws ses set-active-receipt-rule-set --rule-set-name NAME.",
  ].join(" ");
}
