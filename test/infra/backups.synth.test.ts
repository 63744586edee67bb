import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const TYPES = [
  "AWS::Backup::BackupVault",
  "AWS::Backup::BackupPlan",
  "AWS::Backup::BackupSelection",
] as const;

describe("the backups of a service", () => {
  const { storage, evidence, erasure } = synthesised({ policy: coloringBook });
  const propertiesOf = (type: string) => resourcesOf(storage, type).map(({ Properties }) => Properties);

  it("are a vault with a plan that makes one copy a night and keeps each for what the policy says (CB5)", () => {
    storage.hasResourceProperties("AWS::Backup::BackupPlan", {
      BackupPlan: {
        BackupPlanRule: [
          {
            RuleName: "nightly",
            ScheduleExpression: "cron(0 2 * * ? *)",
            Lifecycle: { DeleteAfterDays: 34, MoveToColdStorageAfterDays: Match.absent() },
            RecoveryPointTags: { "lethe:backup-of": "coloring-book" },
            CopyActions: Match.absent(),
          },
        ],
      },
    });
    storage.hasResource("AWS::Backup::BackupVault", {
      Properties: { BackupVaultName: "lethe-coloring-book-nightly", LockConfiguration: Match.absent() },
      DeletionPolicy: "Retain",
    });
  });

  it("are of the buckets and tables that the vault names, and of nothing of Lethe's own: tombstones, holds and keys", () => {
    const [{ BackupSelection } = {}] = propertiesOf("AWS::Backup::BackupSelection");
    const text = JSON.stringify(BackupSelection);
    expect(text).toContain("pages");
    expect(text).toContain("projects");
    for (const left of ["moderation", "usage", "ListOfTags", '"*"']) expect(text).not.toContain(left);
    for (const template of [evidence, erasure])
      for (const type of TYPES) expect(resourcesOf(template, type)).toEqual([]);
    // By their ARNs alone: whatever a tag or a wildcard would bring in is not there.
    expect(BackupSelection).toMatchObject({ Resources: [expect.anything(), expect.anything()] });
  });

  it("are made by a role that AWS Backup alone takes, which restores nothing", () => {
    const role = resourcesOf(storage, "AWS::IAM::Role").find(({ logicalId }) =>
      logicalId.startsWith("backupnightly"),
    );
    expect(JSON.stringify(role?.Properties.AssumeRolePolicyDocument)).toContain("backup.amazonaws.com");
    expect(JSON.stringify(role?.Properties.ManagedPolicyArns)).not.toContain("Restore");
    expect(role?.Properties.Tags).toContainEqual({ Key: "lethe:purpose", Value: "backup" });
  });

  it("can read a bucket that is copied, which no reader without a purpose can, and no other bucket", () => {
    const readers = (id: string) =>
      JSON.stringify(
        resourcesOf(synthesised({ policy: coloringBook }).storage, "AWS::S3::BucketPolicy").find(
          ({ logicalId }) => logicalId.startsWith(id),
        )?.Properties,
      );
    expect(readers("pages")).toContain('"backup"');
    const others = resourcesOf(synthesised().storage, "AWS::S3::BucketPolicy");
    expect(JSON.stringify(others)).not.toContain('"backup"');
  });

  it("may be listed by what bounds, watches and restores them, and ended by the watch alone, if a plan of ours made them", () => {
    const statements = statementsOf(erasure);
    const listing = statements.filter(({ text }) => text.includes("backup:ListRecoveryPointsByResource"));
    expect(listing.map(({ role }) => role).toSorted()).toEqual(["boundbackups", "doduties", "restore"]);
    const ending = statements.filter(({ text }) => text.includes("backup:DeleteRecoveryPoint"));
    expect(ending.map(({ role }) => role)).toEqual(["doduties"]);
    expect(ending[0]?.text).toContain('"aws:ResourceTag/lethe:backup-of":"coloring-book"');
    for (const { role, text } of statements) {
      const changes = text.match(/backup:(?:Start|Put|Update|Create)\w*/gu) ?? [];
      expect([...new Set(changes)], role).toEqual(role === "restore" ? ["backup:StartRestoreJob"] : []);
    }
  });

  it("are left out on the embedded AWS, which makes none and has no selections", () => {
    const local = synthesised({ policy: coloringBook, local: true });
    for (const type of TYPES) expect(resourcesOf(local.storage, type)).toEqual([]);
  });

  it("are under a lock in governance where the policy asks for one, for no longer than is published", () => {
    const [vault] = imageGen.backups.vaults;
    const vaults = [{ ...vault, lock: { shortestDays: 7 } }];
    const changed = synthesised({ policy: { ...imageGen, backups: { ...imageGen.backups, vaults } } });
    changed.storage.hasResourceProperties("AWS::Backup::BackupVault", {
      LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 35, ChangeableForDays: Match.absent() },
    });
  });

  it("are none where none is published", () => {
    for (const type of TYPES) expect(resourcesOf(synthesised().storage, type)).toEqual([]);
    expect(
      statementsOf(synthesised().erasure).filter(({ text }) => text.includes("DeleteRecoveryPoint")),
    ).toEqual([]);
  });
});

function statementsOf(template: ReturnType<typeof synthesised>["erasure"]) {
  return resourcesOf(template, "AWS::IAM::Policy").flatMap(({ logicalId, Properties }) => {
    const text = JSON.stringify(Properties.PolicyDocument);
    return [{ role: logicalId.replace(/roleDefaultPolicy.*$/, ""), text }];
  });
}
