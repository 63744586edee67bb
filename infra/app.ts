import { App } from "aws-cdk-lib";
import { z } from "zod";
import { PolicyUnreadable } from "../shared/adapters/policy-file.ts";
import { PolicyRefused } from "../shared/domain/policy/compile-policy.ts";
import { addChecks } from "./checks/add-checks.ts";
import { LetheStage } from "./lethe-stage.ts";
import { loadPolicy, PolicyNotFound } from "./load-policy.ts";
import { PagesUrlSchema } from "./pages-url.ts";
import { TimeNotScalable } from "./scaled-time.ts";

/**
 * Context of the CDK: `-c policy=NAME|./FILE.ts -c local=true -c account=N -c strict=true -c today=YYYY-MM-DD
 * -c tellContact=true -c timeScale=N -c timeOrigin=ISO -c receiptRuleSet=NAME
 * -c pagesUrl=https://HOST -c localEndpoint=http://127.0.0.1:PORT`.
 */
const ContextSchema = z.object({
  policy: z.string().default("dream-portraits"),
  local: z.literal("true").optional(),
  account: z
    .string()
    .regex(/^\d{12}$/, "an account has 12 digits")
    .optional(),
  /** What people should know of a policy ends synthesis as well. */
  strict: z.enum(["true", "false"]).default("false"),
  /** The contact of the service is told by mail when an alarm rings, once they have confirmed that to AWS. */
  tellContact: z.enum(["true", "false"]).default("false"),
  /** On the embedded AWS only: how much faster its time runs, and since when. */
  timeScale: z.coerce.number().gt(1).optional(),
  timeOrigin: z.iso.datetime().optional(),
  /** A rule set of SES that is there, to which a rule for the contact of the service is added. */
  receiptRuleSet: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, "a receipt rule set has up to 64 letters, digits, - and _")
    .optional(),
  /** Where a domain of the service's own leads to the public pages; absent: the address that AWS gives them. */
  pagesUrl: PagesUrlSchema.optional(),
  /** On the embedded AWS only: its address, with which links to the pages begin. */
  localEndpoint: z.url({ protocol: /^http$/, hostname: /^(?:127\.0\.0\.1|localhost)$/ }).optional(),
  /** The day that dates of the policy are compared with. */
  today: z.iso.date().default(() => new Date().toISOString().slice(0, "YYYY-MM-DD".length)),
});

/** What the author of a policy can mend is said without a stack trace. */
const MENDABLE = [PolicyRefused, PolicyNotFound, PolicyUnreadable, TimeNotScalable];

try {
  const app = new App();
  const contextOf = (name: string): unknown => app.node.tryGetContext(name);
  const {
    policy,
    local,
    account,
    timeScale,
    timeOrigin = new Date().toISOString(),
    receiptRuleSet,
    pagesUrl,
    localEndpoint,
    ...context
  } = ContextSchema.parse(
    Object.fromEntries(Object.keys(ContextSchema.shape).map((name) => [name, contextOf(name)])),
  );
  const { declaration, file, ...compiled } = await loadPolicy(policy);
  for (const region of compiled.policy.service.regions) {
    new LetheStage(app, declaration, {
      region,
      local: local === "true",
      file,
      today: context.today,
      strict: context.strict === "true",
      tellsContact: context.tellContact === "true",
      receiptRuleSet,
      pagesUrl,
      localEndpoint,
      ...(timeScale === undefined ? {} : { time: { scale: timeScale, origin: timeOrigin } }),
      ...(account === undefined ? {} : { account }),
    });
  }
  addChecks(app);
  app.synth();
} catch (error) {
  if (!MENDABLE.some((mendable) => error instanceof mendable) || !(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
