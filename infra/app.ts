import { App } from "aws-cdk-lib";
import { z } from "zod";
import { PolicyRefused } from "../shared/domain/policy/compile-policy.ts";
import { addChecks } from "./checks/add-checks.ts";
import { LetheStage } from "./lethe-stage.ts";
import { loadPolicy, PolicyNotFound } from "./load-policy.ts";
import { StoreExpiryMixed } from "./store-expiry.ts";

/** Context of the CDK: `-c policy=NAME -c local=true -c account=N`. */
const ContextSchema = z.object({
  policy: z.string().default("dream-portraits"),
  local: z.literal("true").optional(),
  account: z
    .string()
    .regex(/^\d{12}$/, "an account has 12 digits")
    .optional(),
});

try {
  const app = new App();
  const { policy, local, account } = ContextSchema.parse({
    policy: app.node.tryGetContext("policy"),
    local: app.node.tryGetContext("local"),
    account: app.node.tryGetContext("account"),
  });
  const compiled = await loadPolicy(policy);
  for (const region of compiled.policy.service.regions) {
    new LetheStage(app, compiled, {
      region,
      local: local === "true",
      ...(account === undefined ? {} : { account }),
    });
  }
  addChecks(app);
  app.synth();
} catch (error) {
  // What the author of a policy can mend is said without a stack trace.
  const mendable =
    error instanceof PolicyRefused || error instanceof PolicyNotFound || error instanceof StoreExpiryMixed;
  if (!mendable) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
