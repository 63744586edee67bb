import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { checkPolicy } from "../../../shared/domain/policy/check-policy.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { StoreSchema } from "../../../shared/domain/policy/store.ts";
import { cachedAddresses, cachedStore } from "../../../shared/domain/processors/cached-addresses.ts";

const cache = {
  processor: "edge",
  addresses: ["https://images.example/{key}", "https://images.example/small/{key}?w=64"],
};

describe("the addresses under which an object is cached", () => {
  it.each([
    ["users/1/a.png", "users/1/a.png"],
    ["users/1/a b+c&d.png", "users/1/a%20b%2Bc%26d.png"],
    ["users/1/ä/\u{1f600}", "users/1/%C3%A4/%F0%9F%98%80"],
    ["users/1/$&?x=1#y", "users/1/%24%26%3Fx%3D1%23y"],
    ["users/1//a", "users/1//a"],
  ])("have the key in them as a path writes it: %s", (key, path) => {
    const addresses = cachedAddresses(cache, key);
    expect(addresses).toEqual([
      `https://images.example/${path}`,
      `https://images.example/small/${path}?w=64`,
    ]);
    // As an edge keeps it: another form would be another copy.
    for (const address of addresses) expect(new URL(address).href).toBe(address);
  });

  it.each(["users/1/../2/a", "users/./a", ".."])("are none that no client asks for: %s", (key) => {
    expect(cachedAddresses(cache, key)).toEqual([]);
  });

  it("are made of a key that no Unicode text has", () => {
    expect(cachedAddresses(cache, "users/1/\ud800")).toHaveLength(2);
  });

  it("are those of a store that says so", () => {
    const { policy } = compilePolicy(imageDesigner);
    expect(cachedStore(policy, "work")?.processor).toBe("cloudflare");
    expect(cachedStore(policy, "prompts")).toBeUndefined();
    expect(cachedStore(policy, "nowhere")).toBeUndefined();
  });
});

describe("addresses of a cache in a policy", () => {
  const store = (addresses: readonly string[]) =>
    StoreSchema.safeParse({
      ...{ id: "pictures", kind: "s3", keyTemplate: "users/{subject}/…", versioned: false },
      categories: ["picture"],
      cachedBy: { processor: "edge", longestHours: 1, addresses },
    });

  it.each([
    [["https://images.example/{key}"], true],
    [["https://images.example:8443/small/{key}?w=64"], true],
    [["http://images.example/{key}"], false],
    [["https://images.example/"], false],
    [["https://images.example/{key}/{key}"], false],
    [["https://images.example{key}"], false],
    [["https://{key}/"], false],
    [["https://images.example/{key}#a"], false],
    [[], false],
  ])("are of a host and have the key once: %j, %s", (addresses, isRight) => {
    expect(store(addresses).success).toBe(isRight);
  });

  it("have to be there where a promise is bound to their being dropped", () => {
    const found = checkPolicy({
      ...imageDesigner,
      stores: imageDesigner.stores.map((one) =>
        one.id === "work" ? { ...one, cachedBy: { processor: "cloudflare", longestHours: 1 } } : one,
      ),
    });
    expect(JSON.stringify(found)).toContain(
      "this policy has no store work of the kind s3 with cachedBy.addresses",
    );
  });
});
