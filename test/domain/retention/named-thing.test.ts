import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import {
  assertEffect,
  FactWithoutEffect,
  InvalidThing,
  knownName,
  type NamedThing,
  UnknownStore,
} from "../../../shared/domain/retention/named-thing.ts";

const { policy } = compilePolicy(dreamPortraits);
const PHOTO = { store: "photos", key: "users/ann/photo.jpg" };
const LANDMARKS = { store: "landmarks", item: { owner: "SUBJECT#ann", photo: "photo.jpg" } };

describe("a thing that is named", () => {
  it("is an object by its key, with its owner", () => {
    expect(knownName(policy, PHOTO)).toMatchObject({ thing: PHOTO, owner: "ann" });
  });

  it("is an item by the values of its key attributes, in the order of the table", () => {
    const { thing, owner } = knownName(policy, {
      store: "landmarks",
      item: { photo: "photo.jpg", owner: "SUBJECT#ann" },
    });
    expect(thing).toEqual({ store: "landmarks", key: '["SUBJECT#ann","photo.jpg"]' });
    expect(owner).toBe("ann");
  });

  it("is an item by its key, with its owner by the attribute that an index is made of", () => {
    const { policy: indexed } = compilePolicy(imageGen);
    const item = { owner: "SUBJECT#ann", grievance: "GR-17" };
    const { thing, owner } = knownName(indexed, { store: "grievances", item });
    expect(thing).toEqual({ store: "grievances", key: '["GR-17"]' });
    expect(owner).toBe("ann");
    for (const wrong of [{ grievance: "GR-17" }, { ...item, owner: "ann" }, { ...item, grievance: "" }]) {
      expect(() => knownName(indexed, { store: "grievances", item: wrong })).toThrow(
        /grievance and owner and nothing else, owner as SUBJECT#\{subject\}/,
      );
    }
  });

  it.each<[string, NamedThing]>([
    ["a store that is not there", { store: "fotos", key: PHOTO.key }],
    ["a store without things of its own", { store: "accounts", key: PHOTO.key }],
    ["a log group", { store: "usage", key: PHOTO.key }],
  ])("is refused for %s, naming those that there are", (_, named) => {
    expect(() => knownName(policy, named)).toThrow(UnknownStore);
    expect(() => knownName(policy, named)).toThrow("photos, portraits, landmarks, catalogue");
  });

  it.each<[string, NamedThing]>([
    ["an empty key", { store: "photos", key: "" }],
    ["a key without an owner", { store: "photos", key: "users//photo.jpg" }],
    ["a key that ends with its owner", { store: "photos", key: "users/ann" }],
    ["a folder and nothing in it", { store: "photos", key: "users/ann/" }],
    ["a key of another place", { store: "photos", key: "admin/ann/photo.jpg" }],
    ["an owner that is an address", { store: "photos", key: "users/ann@example.com/photo.jpg" }],
    ["an item where objects are", { store: "photos", item: LANDMARKS.item }],
    ["a key where items are", { store: "landmarks", key: PHOTO.key }],
    ["an item without its sort key", { store: "landmarks", item: { owner: "SUBJECT#ann" } }],
    ["an item with an empty sort key", { store: "landmarks", item: { owner: "SUBJECT#ann", photo: "" } }],
    ["an item without an owner", { store: "landmarks", item: { owner: "SUBJECT#", photo: "1" } }],
    ["an item of nobody's", { store: "landmarks", item: { owner: "ann", photo: "1" } }],
    ["an item with more than its key", { store: "landmarks", item: { ...LANDMARKS.item, eyes: "2" } }],
  ])("is refused for %s, without what was given", (_, named) => {
    expect(() => knownName(policy, named)).toThrow(InvalidThing);
    expect(() => knownName(policy, named)).not.toThrow(/ann|admin/);
  });
});

describe("a fact about a thing", () => {
  const photo = knownName(policy, PHOTO);

  it.each(["created", "generation-completed"] as const)("is taken where it ends something: %s", (fact) => {
    expect(() => assertEffect(photo, fact)).not.toThrow();
  });

  it.each(["processing-finished", "saved", "un-saved", "need-ended"] as const)(
    "is refused where it ends nothing: %s of a photo",
    (fact) => {
      expect(() => assertEffect(photo, fact)).toThrow(FactWithoutEffect);
      expect(() => assertEffect(photo, fact)).toThrow("generation-completed");
    },
  );

  it("is refused of what ends with the account alone", () => {
    const portrait = knownName(policy, { store: "portraits", key: "users/ann/1.png" });
    expect(() => assertEffect(portrait, "created")).toThrow("Nothing in portraits ends by itself");
  });

  it("may be that it was saved, where that means something", () => {
    const saved = knownName(compilePolicy(imageDesigner).policy, { store: "saved", key: "users/ann/1.png" });
    expect(() => assertEffect(saved, "saved")).not.toThrow();
    expect(() => assertEffect(saved, "un-saved")).not.toThrow();
  });
});
