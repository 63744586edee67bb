import { readFileSync } from "node:fs";
import {
  CfnResource,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  type PolicyViolation,
  Stack,
  Stage,
} from "aws-cdk-lib";
import { z } from "zod";
import { DATA_HOLDERS } from "./data-holders.ts";
import { markOf } from "./marks.ts";

const UNDECLARED = "Lethe-Undeclared";
const PLACED_TWICE = "Lethe-PlacedTwice";
const LOGS_ANYWHERE = "Lethe-LogsAnywhere";

const TemplateSchema = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string() })).default({}),
});

/**
 * Makes synthesis fail on whatever could hold personal data and is in no policy: what nobody declared, nobody erases.
 * It looks at the whole app, whoever added the resource, and at the templates, in case a resource is no construct.
 */
export class DeclaredOnly implements IPolicyValidationPlugin {
  readonly name = "Lethe";
  readonly ruleIds = [UNDECLARED, PLACED_TWICE, LOGS_ANYWHERE];

  validate({ appConstruct, stackTemplates }: IPolicyValidationContext): PolicyValidationPluginReport {
    const resources = appConstruct.node.findAll().filter(CfnResource.isCfnResource);
    const violations = [
      ...resources
        .filter(isUndeclared)
        .map(({ node, cfnResourceType }) => undeclared(node.path, cfnResourceType)),
      ...resources.filter(logsAnywhere).map(({ node }) => loggingAnywhere(node.path)),
      ...placedTwice(resources),
      ...stackTemplates.flatMap(({ stackConstructPath, templatePath }) =>
        withoutConstruct(stackConstructPath, templatePath, resources),
      ),
    ];
    return { success: violations.length === 0, violations };
  }
}

function isUndeclared(resource: CfnResource): boolean {
  return resource.cfnResourceType in DATA_HOLDERS && markOf(resource) === undefined;
}

/** Lambda makes a log group that keeps its lines for ever, unless it is told where to write. */
function logsAnywhere(resource: CfnResource): boolean {
  if (resource.cfnResourceType !== "AWS::Lambda::Function") return false;
  return !("loggingConfig" in resource) || resource.loggingConfig === undefined;
}

function placedTwice(resources: readonly CfnResource[]): readonly PolicyViolation[] {
  const places = new Map<string, string[]>();
  for (const resource of resources) {
    const mark = markOf(resource);
    if (mark?.holds !== "stores") continue;
    for (const id of mark.ids) {
      const store = `${Stage.of(resource)?.node.path ?? ""} ${id}`;
      places.set(store, [...(places.get(store) ?? []), resource.node.path]);
    }
  }
  return [...places].flatMap(([store, paths]) =>
    paths.length < 2
      ? []
      : [violation(PLACED_TWICE, paths, `The store ${store.trim()} has more than one place.`, ONE)],
  );
}

/** What a template holds that no construct made, as a fragment that was included as it is. */
function withoutConstruct(
  stackPath: string,
  templatePath: string,
  resources: readonly CfnResource[],
): readonly PolicyViolation[] {
  const known = new Set(
    resources.filter((resource) => Stack.of(resource).node.path === stackPath).map(logicalIdOf),
  );
  const { Resources } = TemplateSchema.parse(JSON.parse(readFileSync(templatePath, "utf8")));
  return Object.entries(Resources)
    .filter(([logicalId, { Type }]) => Type in DATA_HOLDERS && !known.has(logicalId))
    .map(([logicalId, { Type }]) => undeclared(`${stackPath}/${logicalId}`, Type));
}

function logicalIdOf(resource: CfnResource): string {
  return String(Stack.of(resource).resolve(resource.logicalId));
}

const DECLARE =
  "Declare it as a store in policies/NAME.ts, with its categories and how a subject is found in it; the storage stack then makes it. Or take it out.";
const ONE = "Give each store one place: the storage stack makes one for each store of the policy.";
const LOG_GROUP = "Give the function a log group: a store of kind log-group in policies/NAME.ts.";

function undeclared(path: string, type: string): PolicyViolation {
  const what = `${path} (${type}) can hold ${DATA_HOLDERS[type]}, and no policy declares it.`;
  return violation(UNDECLARED, [path], what, DECLARE);
}

function loggingAnywhere(path: string): PolicyViolation {
  const what = `${path} (AWS::Lambda::Function) names no log group, so Lambda makes one that nothing empties.`;
  return violation(LOGS_ANYWHERE, [path], what, LOG_GROUP);
}

function violation(
  ruleName: string,
  paths: readonly string[],
  description: string,
  fix: string,
): PolicyViolation {
  return {
    ruleName,
    description,
    fix,
    // What is fatal cannot be acknowledged away, as an error of a plug-in can.
    severity: "fatal",
    violatingResources: paths.map((constructPath) => ({ constructPath, locations: [] })),
  };
}
