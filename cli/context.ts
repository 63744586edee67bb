import type { Deployment } from "./deployment.ts";
import type { DeploymentPorts } from "./ports.ts";
import { type Streams, type Terminal, terminalOf } from "./terminal.ts";

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly deployment?: string;
  readonly policy: string;
}

/** What a command works with. */
export interface Context {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  deployment(): Promise<Deployment>;
  ports(): Promise<DeploymentPorts>;
}

/**
 * Returns the context of a command; the deployment is looked for when it is first needed, and the AWS SDK, which takes
 * most of a second to load, is loaded no sooner.
 */
export function contextOf(
  options: CommonOptions,
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Context {
  let found: Promise<Deployment> | undefined;
  const deployment = () => {
    found ??= import("./deployment.ts").then(({ findDeployment }) => findDeployment(options, environment));
    return found;
  };
  return {
    terminal: terminalOf(streams, { json: options.json ?? false }),
    environment,
    deployment,
    ports: async () => (await import("./ports.ts")).portsOf(await deployment()),
  };
}
