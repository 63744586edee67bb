import { Effect, ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { RequestsApi } from "./requests-api.ts";

/** Below it the service's own code acts for the person who is signed in to it. */
const FOR_THE_PERSON = "/service/*";

/** Who may call the API: staff what is theirs, roles of the service what the person does, and neither the other's. */
export function callerPolicies(scope: Construct, api: RequestsApi) {
  const may = (effect: Effect, ...paths: readonly string[]) =>
    new PolicyStatement({
      effect,
      actions: ["execute-api:Invoke"],
      resources: paths.map((path) => api.arnForExecuteApi("POST", path, api.deploymentStage.stageName)),
    });
  const staff = [
    "/requests",
    "/requests/*",
    "/pause",
    "/resume",
    "/tasks/*",
    "/rights/*",
    "/mail/*",
    "/holds",
    "/holds/*",
  ];
  return {
    staff: new ManagedPolicy(scope, "staff-calls", {
      description:
        "For roles of support staff: to open, approve, refuse, pause, expedite and answer requests.",
      statements: [may(Effect.ALLOW, ...staff), may(Effect.DENY, FOR_THE_PERSON)],
    }),
    service: new ManagedPolicy(scope, "service-calls", {
      description:
        "For roles of the service: to ask for an erasure, and take it back, for whoever is signed in.",
      // A role that could do both would open a request as the person and do as staff what two people have to.
      statements: [
        may(Effect.ALLOW, "/service/requests", "/service/requests/*/withdrawal"),
        may(Effect.DENY, ...staff),
      ],
    }),
  };
}
