import { CfnTable } from "aws-cdk-lib/aws-dynamodb";
import { CfnInternetGateway, CfnRoute } from "aws-cdk-lib/aws-ec2";
import { PermissionsBoundary } from "aws-cdk-lib/aws-iam";
import { describe, expect, it } from "vitest";
import type { LetheStage } from "../../infra/lethe-stage.ts";
import { loadPolicy, policyNames } from "../../infra/load-policy.ts";
import type { PolicyPromise } from "../../shared/domain/policy/promise.ts";
import { allowedBy, resourcesNamedIn } from "./access.ts";
import { GUARD_HOLES, type GuardName } from "./guard-holes.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const GUARDS = Object.keys(GUARD_HOLES).filter(isGuard);

/** Promises that a guard keeps, or a part of. */
const KEPT: readonly (readonly [promise: string, policy: string, guard: GuardName])[] = [
  ["CB7", "coloring-book", "purpose-tags"],
  ["DP3", "dream-portraits", "purpose-tags"],
  ["DP3", "dream-portraits", "isolated-processing"],
  ["DP10", "dream-portraits", "region-boundary"],
  ["DP13", "dream-portraits", "isolated-processing"],
  ["DP13", "dream-portraits", "declared-places-only"],
  ["DP15", "dream-portraits", "purpose-tags"],
  ["GI9", "gpt-image", "declared-places-only"],
  ["IG10", "image-gen", "region-boundary"],
  ["IG14", "image-gen", "encryption-required"],
];

describe.each(KEPT)("%s of %s", (id, name, guard) => {
  it(`is kept by ${guard}, which leaves nothing open (${id})`, async () => {
    const { policy, declaration } = await loaded(name);
    expect(mechanismsOf(policy.promises.find((promise) => promise.id === id))).toContain(guard);
    expect(GUARD_HOLES[guard](synthesised({ policy: declaration }), policy)).toEqual([]);
  });

  it(`is broken, and seen to be, without ${guard} (${id})`, async () => {
    const { policy, declaration } = await loaded(name);
    const made = synthesised({ policy: declaration, change: TAKEN_OUT[guard] });
    expect(GUARD_HOLES[guard](made, policy)).not.toEqual([]);
  });
});

describe.each(policyNames())("the guards of %s", (name) => {
  it.each(GUARDS)("leave nothing open: %s", async (guard) => {
    const { policy, declaration } = await loaded(name);
    if (guard === "isolated-processing" && !policy.isolatedProcessing) return;
    expect(GUARD_HOLES[guard](synthesised({ policy: declaration }), policy)).toEqual([]);
  });

  it("name every guard that a promise is bound to", async () => {
    const { policy } = await loaded(name);
    const bound = policy.promises.flatMap(mechanismsOf).filter((mechanism) => mechanism !== undefined);
    expect(bound.filter(isGuard).every((guard) => GUARDS.includes(guard))).toBe(true);
  });
});

describe("the purpose that a role carries", () => {
  it("is erasure or expiry for the roles that open stores, and none for the others", () => {
    const roles = resourcesOf(synthesised().erasure, "AWS::IAM::Role");
    const carrying = roles.filter(({ Properties }) =>
      JSON.stringify(Properties.Tags ?? []).includes("lethe:purpose"),
    );
    const purposes = carrying.map(({ logicalId, Properties }) => [
      logicalId.replace(/role[0-9A-F]{8}$/, ""),
      Properties.Tags,
    ]);
    const tags = (Value: string) => [{ Key: "lethe:purpose", Value }];
    expect(Object.fromEntries(purposes)).toEqual({
      drainrequests: tags("erasure"),
      erasestores: tags("erasure"),
      lookforreturned: tags("expiry"),
      planerasure: tags("erasure"),
      purgecached: tags("expiry"),
      reconcile: tags("expiry"),
      restore: tags("expiry"),
      savething: tags("expiry"),
      sweep: tags("expiry"),
      takeserviceevents: tags("expiry"),
      verifyabsence: tags("erasure"),
    });
  });

  it("is what is declared for the role of isolated processing", () => {
    const roles = resourcesOf(synthesised().storage, "AWS::IAM::Role");
    expect(roles.map(({ Properties }) => Properties.Tags)).toEqual([
      [{ Key: "lethe:purpose", Value: "facial-alignment" }],
    ]);
  });
});

describe("the endpoints of the isolated network", () => {
  const { storage } = synthesised();
  const endpoints = resourcesOf(storage, "AWS::EC2::VPCEndpoint");
  const places = endpoints.flatMap(({ Properties }) => resourcesNamedIn(Properties.PolicyDocument));
  const placesOf = (id: string) => places.filter((place) => place.startsWith(`(${id}`));

  it("lead to S3 and DynamoDB only, and to the stores of the isolated categories only", () => {
    expect(endpoints.map(({ Properties }) => Properties.VpcEndpointType)).toEqual(["Gateway", "Gateway"]);
    expect(placesOf("photos")).toEqual([expect.stringMatching(/^\(photos.*\)\/users\/\*$/)]);
    expect(placesOf("landmarks")).toHaveLength(1);
    expect([...placesOf("portraits"), ...placesOf("catalogue")]).toEqual([]);
  });

  it("let nobody through without a purpose of those categories", () => {
    const resource = (placesOf("photos")[0] ?? "").replace("*", "7/x.png");
    const allowed = (purpose?: string) =>
      endpoints.flatMap(({ Properties }) =>
        allowedBy(Properties.PolicyDocument, {
          action: "s3:GetObject",
          resource,
          context: { "aws:PrincipalTag/lethe:purpose": purpose },
        }),
      );
    expect(allowed("facial-alignment")).toHaveLength(1);
    expect([...allowed(), ...allowed("marketing"), ...allowed("erasure")]).toEqual([]);
  });
});

/** How each guard is taken out of a stage that was built with it. */
const TAKEN_OUT: Readonly<Record<GuardName, (stage: LetheStage) => void>> = {
  "purpose-tags": withoutPolicies,
  "declared-places-only": withoutPolicies,
  "encryption-required": (stage) => {
    withoutPolicies(stage);
    for (const table of tablesOf(stage)) table.sseSpecification = undefined;
  },
  "region-boundary": (stage) => PermissionsBoundary.of(stage).clear(),
  "isolated-processing": (stage) => {
    const { ref } = new CfnInternetGateway(stage.storage, "way-out");
    const everywhere = { destinationCidrBlock: "0.0.0.0/0", gatewayId: ref };
    new CfnRoute(stage.storage, "route-out", { routeTableId: "rtb-1", ...everywhere });
  },
};

function withoutPolicies(stage: LetheStage): void {
  for (const child of stage.storage.node.children) child.node.tryRemoveChild("Policy");
  for (const table of tablesOf(stage)) table.resourcePolicy = undefined;
}

function tablesOf({ storage }: LetheStage): readonly CfnTable[] {
  return storage.node.findAll().filter((construct) => construct instanceof CfnTable);
}

const policies = new Map<string, ReturnType<typeof loadPolicy>>();

function loaded(name: string) {
  const found = policies.get(name) ?? loadPolicy(name);
  policies.set(name, found);
  return found;
}

function mechanismsOf(promise: PolicyPromise | undefined): readonly string[] {
  const { kept } = promise ?? {};
  return kept && "keptBy" in kept ? (kept.keptBy ?? []).map(({ mechanism }) => mechanism) : [];
}

function isGuard(name: string): name is GuardName {
  return name in GUARD_HOLES;
}
