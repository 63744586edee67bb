import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { DeclaredOnly } from "./declared-only.ts";

/** Makes synthesis fail on what these rules find, and on what could hold data that no policy declares. */
export function addChecks(app: App): void {
  Validations.of(app).addPlugins(new DeclaredOnly(), new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
