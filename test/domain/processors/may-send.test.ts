import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import type { Category } from "../../../shared/domain/policy/category.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import type { Policy } from "../../../shared/domain/policy/policy.ts";
import type { Processor } from "../../../shared/domain/policy/processor.ts";
import { maySend, type Sending, type SendingRefusal } from "../../../shared/domain/processors/may-send.ts";

const { policy: published } = compilePolicy(imageDesigner);

const CONTRACT = { document: "DPA-7", owner: "legal", date: "2026-01-01", reviewOn: "2027-01-01" } as const;
const MODEL: Processor = {
  ...{ id: "model", name: "Model", role: "model", receives: ["prompt"], deletion: ["by-api"] },
  places: ["DE"],
  training: { trains: "no", statement: "It does not train." },
  contract: CONTRACT,
  readOn: "2026-11-22",
};
const category = (id: string, more: Partial<Category> = {}): Category => ({
  ...{ id, what: id, sensitive: false, facial: false, ownKey: false, purposes: ["generation"] },
  ...more,
});

/** A service that promises that prompts train nobody's model. */
function withModel(model: Partial<Processor> = {}): Policy {
  return {
    ...published,
    service: { ...published.service, places: ["DE"] },
    processors: [{ ...MODEL, ...model }],
    categories: [
      category("prompt"),
      category("nickname"),
      category("landmarks", { facial: true }),
      category("template", { derivedFrom: "landmarks" }),
    ],
    promises: [
      {
        id: "XX1",
        kind: "guard",
        says: "Prompts train no model",
        covers: ["prompt"],
        forbids: ["model-training"],
        kept: { status: "not-yet", missing: "a contract" },
      },
    ],
  };
}

const sending: Sending = { processor: "model", category: "prompt" };
const TRAINS = { trains: "yes", statement: "It does." } as const;

describe("sending to a third party", () => {
  it("is allowed where the policy declares it and every promise holds there", () => {
    expect(maySend(withModel(), sending)).toEqual({ allowed: true });
  });

  const refusals: readonly (readonly [
    string,
    Partial<Processor>,
    Partial<typeof sending>,
    SendingRefusal,
  ])[] = [
    ["nobody has declared it", {}, { processor: "other" }, "processor-not-declared"],
    ["nobody has declared what it is", {}, { category: "shoe-size" }, "category-not-declared"],
    ["it is taken from a face", { receives: ["landmarks"] }, { category: "landmarks" }, "facial-data"],
    ["it comes from what is", { receives: ["template"] }, { category: "template" }, "facial-data"],
    ["the policy does not say that it gets it", {}, { category: "nickname" }, "not-declared-to-receive"],
    ["it trains, which a promise rules out", { training: TRAINS }, {}, "may-train"],
    ["nobody knows whether it trains", { training: { ...TRAINS, trains: "unknown" } }, {}, "may-train"],
    ["it is elsewhere without a safeguard", { places: ["DE", "US"] }, {}, "outside-allowed-places"],
  ];

  it.each(refusals)("is refused if %s", (_, model, change, because) => {
    expect(maySend(withModel(model), { ...sending, ...change })).toMatchObject({
      allowed: false,
      because,
      says: expect.stringMatching(/\w+/),
    });
  });

  it("is refused without a contract on record, where a promise binds the third party too", () => {
    const { contract: _gone, ...without } = MODEL;
    const policy = { ...withModel(), processors: [without] };
    expect(maySend(policy, sending)).toMatchObject({
      because: "no-contract",
      says: expect.stringContaining("XX1"),
    });
    expect(maySend({ ...policy, promises: [] }, sending)).toEqual({ allowed: true });
  });

  it("is allowed elsewhere with a safeguard", () => {
    const model = { places: ["US"], transferSafeguard: "Standard contractual clauses" };
    expect(maySend(withModel(model), sending)).toEqual({ allowed: true });
  });
});
