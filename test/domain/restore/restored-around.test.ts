import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import {
  isRestoredAround,
  looksLikeCopy,
  type Surrounding,
} from "../../../shared/domain/restore/restored-around.ts";

const { policy } = compilePolicy(dreamPortraits);
const place = (id: string) => ({ id, arn: `arn:${id}`, region: "eu-central-1", account: "0", owned: true });
const known = {
  policy,
  bindings: {
    stores: {
      photos: place("photos-bucket"),
      catalogue: place("catalogue-table"),
      landmarks: place("landmarks-table"),
    },
  },
  quarantineBucket: "quarantine-bucket",
  openRestores: ["rst_00000000000000000001"],
};
const OPEN = "lethe-quarantine-dream-portraits-rst_00000000000000000001";
const CLOSED = "lethe-quarantine-dream-portraits-rst_00000000000000000002";

describe("a recorded call that brings a copy back", () => {
  it.each([
    ["a table of ours by name", { from: ["catalogue-table"], to: "by-hand" }],
    [
      "one of its backups",
      { from: ["arn:aws:dynamodb:eu-central-1:1:table/catalogue-table/backup/01"], to: "by-hand" },
    ],
    [
      "a recovery point that does not say of what",
      { from: ["arn:aws:backup:eu-central-1:1:recovery-point:1"], to: "new-bucket" },
    ],
    ["files that do not say of what", { from: [], to: "imported" }],
    ["into quarantine of a restore that is over", { from: ["catalogue-table"], to: CLOSED }],
  ])("is around if it is of %s", (_, recorded) => {
    expect(isRestoredAround({ call: "x", ...recorded }, known)).toBe(true);
  });

  it.each([
    ["the table of a restore that is under way", { from: ["catalogue-table"], to: OPEN }],
    [
      "the bucket of quarantine",
      { from: ["arn:aws:backup:eu-central-1:1:recovery-point:1"], to: "quarantine-bucket" },
    ],
    ["a table of somebody else's from a table of theirs", { from: ["catalogue-table-2"], to: "theirs" }],
  ])("is not, if it is into %s", (_, recorded) => {
    expect(isRestoredAround({ call: "x", ...recorded }, known)).toBe(false);
  });
});

describe("something beside the stores", () => {
  const bucket = (keys: readonly string[], name = "another"): Surrounding => ({
    kind: "bucket",
    name,
    keys,
    isEmpty: keys.length === 0,
  });
  const table = (keyAttributes: readonly string[], more: Partial<Surrounding> = {}): Surrounding => ({
    kind: "table",
    name: "another",
    keyAttributes,
    isEmpty: false,
    ...more,
  });

  it("looks like a copy by its keys, its key attributes, or what DynamoDB says it was restored from", () => {
    expect(looksLikeCopy(bucket(["users/1/a.jpg"]), known)).toBe(true);
    expect(looksLikeCopy(table(["owner", "item"]), known)).toBe(true);
    expect(looksLikeCopy(table(["id"], { restoredFrom: "catalogue-table" }), known)).toBe(true);
    expect(looksLikeCopy(table(["id"], { name: CLOSED }), known)).toBe(true);
  });

  it("does not if it is a store, quarantine, empty, of our own stacks, or something else", () => {
    expect(looksLikeCopy(bucket(["users/1/a.jpg"], "photos-bucket"), known)).toBe(false);
    expect(looksLikeCopy(bucket(["users/1/a.jpg"], "quarantine-bucket"), known)).toBe(false);
    expect(looksLikeCopy(bucket([]), known)).toBe(false);
    expect(looksLikeCopy(bucket(["users/", "logs/1"]), known)).toBe(false);
    expect(looksLikeCopy(table(["owner", "item"], { name: OPEN }), known)).toBe(false);
    expect(looksLikeCopy(table(["owner"]), known)).toBe(false);
    expect(looksLikeCopy(table(["pk", "sk"], { name: "lethe-dream-portraits-evidence-tasks" }), known)).toBe(
      false,
    );
  });

  it("made to look like ours by its name is seen all the same, if DynamoDB restored it", () => {
    const disguised = table(["owner", "item"], {
      name: "lethe-dream-portraits-storage-x",
      restoredFrom: "catalogue-table",
    });
    expect(looksLikeCopy(disguised, known)).toBe(true);
  });
});
