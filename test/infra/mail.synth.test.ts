import { App, Stack } from "aws-cdk-lib";
import { Annotations, Match, Template } from "aws-cdk-lib/assertions";
import { CfnReceiptRuleSet } from "aws-cdk-lib/aws-ses";
import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const receiving = synthesised({ receiptRuleSet: "of-the-account" });
const { erasure, evidence, policy } = receiving;
const text = (value: unknown) => JSON.stringify(value);
const [rule, ...otherRules] = resourcesOf(erasure, "AWS::SES::ReceiptRule");
const mailBucket = resourcesOf(evidence, "AWS::S3::Bucket").find(({ logicalId }) =>
  logicalId.startsWith("mail"),
);

describe("mail to the contact of a service", () => {
  it("is received over TLS alone, scanned, for that address and no other, and stored before anybody is told", () => {
    expect(otherRules).toEqual([]);
    expect(rule?.Properties).toMatchObject({
      RuleSetName: "of-the-account",
      Rule: {
        Enabled: true,
        Recipients: [policy.service.contact],
        ScanEnabled: true,
        TlsPolicy: "Require",
        Actions: [{ S3Action: { ObjectKeyPrefix: "mail/", TopicArn: { Ref: expect.any(String) } } }],
      },
    });
    // What is set there is encryption that no Lambda function can undo.
    expect(text(rule?.Properties)).not.toContain("KmsKeyArn");
  });

  it("takes no rule set for its own: none is made, replaced or made the active one", () => {
    for (const template of [receiving.storage, evidence, erasure]) {
      expect(resourcesOf(template, "AWS::SES::ReceiptRuleSet")).toEqual([]);
      expect(text(template.toJSON())).not.toContain("etActiveReceiptRuleSet");
    }
    // The look would see one.
    const stack = new Stack(new App(), "stack");
    new CfnReceiptRuleSet(stack, "set");
    expect(resourcesOf(Template.fromStack(stack), "AWS::SES::ReceiptRuleSet")).toHaveLength(1);
  });

  it("is not received where no rule set was named, which is said with the remedy", () => {
    const { stage, erasure: without } = synthesised();
    expect(resourcesOf(without, "AWS::SES::ReceiptRule")).toEqual([]);
    Annotations.fromStack(stage.erasure).hasWarning(
      "*",
      Match.stringLikeRegexp(`Mail to ${policy.service.contact} is not received.*-c receiptRuleSet=NAME`),
    );
    Annotations.fromStack(receiving.stage.erasure).hasNoWarning("*", Match.stringLikeRegexp("not received"));
  });

  it("lies in a bucket that only SES of this account may put it into, for the days of the policy", () => {
    expect(mailBucket?.Properties).toMatchObject({
      LifecycleConfiguration: { Rules: [{ Status: "Enabled", ExpirationInDays: 30 }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
    expect(mailBucket?.Properties.VersioningConfiguration).toBeUndefined();
    const guards = resourcesOf(evidence, "AWS::S3::BucketPolicy")
      .map(({ Properties }) => text(Properties))
      .find((one) => one.includes("MailThatSesReceives"));
    expect(guards).toContain(mailBucket?.logicalId);
    expect(guards).toContain('"aws:SecureTransport":"false"');
    expect(guards).toMatch(
      /"Condition":\{"StringEquals":\{"aws:SourceAccount":[^}]+\}.*"Principal":\{"Service":"ses\.amazonaws\.com"\}/,
    );
  });

  it("is encrypted by a key of its own where the policy has one for what is sensitive, and by S3's elsewhere", () => {
    const algorithmOf = (declared: unknown) => {
      const [bucket] = resourcesOf(synthesised({ policy: declared }).evidence, "AWS::S3::Bucket").filter(
        ({ logicalId }) => logicalId.startsWith("mail"),
      );
      return /"SSEAlgorithm":"([^"]+)"/.exec(text(bucket?.Properties))?.[1];
    };
    for (const declared of [dreamPortraits, imageGen, coloringBook]) {
      const isSensitive = text(declared.stores).includes('"customer-managed"');
      expect(algorithmOf(declared), declared.service.id).toBe(isSensitive ? "aws:kms" : "AES256");
    }
  });

  it("goes from topic to queue, one mail to a call, and what cannot be taken three times to the dead letters", () => {
    const [subscription] = resourcesOf(erasure, "AWS::SNS::Subscription");
    expect(subscription?.Properties).toMatchObject({ Protocol: "sqs" });
    const queues = resourcesOf(erasure, "AWS::SQS::Queue").filter(({ logicalId }) =>
      logicalId.startsWith("mailintake"),
    );
    expect(queues).toHaveLength(2);
    const [taken] = queues.filter(({ Properties }) => Properties.RedrivePolicy !== undefined);
    expect(text(taken?.Properties.RedrivePolicy)).toContain('"maxReceiveCount":3');
    const mapping = resourcesOf(erasure, "AWS::Lambda::EventSourceMapping").find(({ logicalId }) =>
      logicalId.startsWith("mailintake"),
    );
    expect(mapping?.Properties).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
  });

  it("may be told of by SES of this account and by nobody else outside", () => {
    const policies = resourcesOf(erasure, "AWS::SNS::TopicPolicy").map(({ Properties }) => text(Properties));
    const ours = policies.find((one) => one.includes("WhatSesTells")) ?? "";
    const allowing = ours.split('"Action":').filter((statement) => statement.includes('"Effect":"Allow"'));
    expect(allowing.length).toBeGreaterThan(0);
    for (const statement of allowing) {
      expect(statement).toMatch(/"aws:SourceAccount"/i);
      expect(statement).toContain('"Principal":{"Service":"ses.amazonaws.com"}');
    }
  });
});

describe("letters", () => {
  it("are sent over TLS under a set that tells of bounces and complaints, and makes AWS keep no addresses", () => {
    const [set] = resourcesOf(erasure, "AWS::SES::ConfigurationSet");
    expect(set?.Properties).toMatchObject({
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
      SuppressionOptions: { SuppressedReasons: [] },
    });
    const [told] = resourcesOf(erasure, "AWS::SES::ConfigurationSetEventDestination");
    expect(told?.Properties.EventDestination).toMatchObject({
      Enabled: true,
      MatchingEventTypes: ["bounce", "complaint"],
    });
  });

  it("may be sent by what has the port alone, from the contact alone", () => {
    const sending = resourcesOf(erasure, "AWS::IAM::Policy").filter(({ Properties }) =>
      text(Properties).includes("ses:"),
    );
    expect(sending.map(({ logicalId }) => logicalId.split("role")[0]).sort()).toEqual([
      "askagain",
      "asksender",
      "concluderequest",
      "doduties",
      "replytorequest",
      "takemail",
    ]);
    for (const { Properties } of sending) {
      expect(text(Properties)).toContain(`"ses:FromAddress":"${policy.service.contact}"`);
    }
  });
});

describe("what looks for mail that was missed", () => {
  it("can list it and put it back, and open none", () => {
    const duties = resourcesOf(erasure, "AWS::IAM::Policy").find(({ logicalId }) =>
      logicalId.startsWith("dodutiesrole"),
    );
    const document = text(duties?.Properties);
    expect(document).toContain('"s3:prefix":["mail/*"]');
    expect(document).toContain('"sqs:SendMessage"');
    expect(document).not.toMatch(/"s3:GetObject"[^}]*mail/);
  });
});
