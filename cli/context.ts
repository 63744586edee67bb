import { type Deployment, findDeployment } from "./deployment.ts";
import { type DeploymentPorts, portsOf } from "./ports.ts";
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

/** Returns the context of a command; the deployment is looked for when it is first needed. */
export function contextOf(
  options: CommonOptions,
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Context {
  let found: Promise<Deployment> | undefined;
  const deployment = () => {
    found ??= findDeployment(options, environment);
    return found;
  };
  return {
    terminal: terminalOf(streams, { json: options.json ?? false }),
    environment,
    deployment,
    ports: async () => portsOf(await deployment()),
  };
}
