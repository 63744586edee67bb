import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { scopeOf } from "../../../shared/domain/erasure/scope.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { scopeRefusal } from "../../../shared/domain/policy/scope-refusal.ts";
import { storesSealed } from "../../../shared/domain/policy/sealed-stores.ts";

const refusal = (policy: PolicyDeclaration, scope: string) =>
  scopeRefusal(compilePolicy(policy).policy, scopeOf(scope));

describe("a scope that deletes nothing", () => {
  it.each<[string, PolicyDeclaration, readonly string[]]>([
    ["dream-portraits", dreamPortraits, ["portraits", "catalogue", "accounts"]],
    ["gpt-image", gptImage, ["session-images", "prompts", "profiles"]],
    ["image-designer", imageDesigner, ["saved", "accounts"]],
    ["image-gen", imageGen, ["accounts", "free-work", "paid-work"]],
  ])("is carried out by %s, which seals what it says may be evidence", (_, policy, stores) => {
    expect(refusal(policy, "preserve-and-report")).toBeUndefined();
    expect(storesSealed(compilePolicy(policy).policy).map(({ id }) => id)).toEqual(stores);
  });

  it("is refused where the policy does not declare it, with what there is", () => {
    expect(refusal(coloringBook, "preserve-and-report")).toMatch(/it has account, project, page/);
    expect(refusal(dreamPortraits, "processors")).toMatch(/declares no erasure of scope processors/);
  });

  it("is refused where it would seal nothing", () => {
    const erasure = gptImage.erasure.map((scope) =>
      scope.scope === "preserve-and-report" ? { ...scope, categories: {} } : scope,
    );
    expect(refusal({ ...gptImage, erasure }, "preserve-and-report")).toMatch(/nothing to seal/);
  });

  it("asks third parties that the policy names and nobody else, least of all whoever hosts our stores", () => {
    expect(refusal(gptImage, "processors")).toBeUndefined();
    expect(refusal(gptImage, "processors:openai")).toBeUndefined();
    for (const nobody of ["processors:groq", "processors:aws"]) {
      expect(refusal(gptImage, nobody)).toMatch(/there are openai, stripe, google-oauth\.$/);
    }
    const { policy } = compilePolicy(gptImage);
    const alone = { ...policy, processors: policy.processors.filter(({ role }) => role === "hosting") };
    expect(scopeRefusal(alone, scopeOf("processors"))).toMatch(/there is none/);
  });
});
