import { createServer } from "node:http";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { Context } from "../../cli/context.ts";
import type { Deployment } from "../../cli/deployment.ts";
import type { DeploymentPorts } from "../../cli/ports.ts";
import { type Streams, terminalOf } from "../../cli/terminal.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { Actor } from "../../shared/domain/requests/erasure-request.ts";
import { inMemoryDueRows } from "../world/clock/due-rows.ts";
import { inMemoryDuties } from "../world/clock/duties.ts";
import { inMemoryMeasurements } from "../world/clock/measurements.ts";
import { inMemoryThingRecords } from "../world/clock/thing-records.ts";
import type { ErasureWorld } from "../world/erasure-world.ts";
import { inMemoryMailRecords, inMemoryStoredMail } from "../world/mail.ts";
import { inMemoryRightsRegister } from "../world/rights.ts";

const AskedSchema = z.object({ subject: z.string() });

/** What a command wrote. */
export interface Written extends Streams {
  readonly out: (text: string) => void;
  /** Standard output so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** Returns streams that keep what is written. */
export function written(): Written {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stdout: () => out.join(""),
    stderr: () => err.join(""),
  };
}

/** Returns the context of a command over a service in memory. */
export function contextOver(
  world: ErasureWorld,
  deployment: Deployment,
  streams: Streams,
  mail: Pick<DeploymentPorts, "rights" | "mailRecords" | "storedMail"> = noMail(),
): Context & { readonly ports: () => Promise<DeploymentPorts> } {
  const {
    register,
    records,
    holds,
    ledger,
    tree,
    anchors,
    tasks,
    executions,
    deadLetters,
    ledgerDays,
    clock,
  } = world;
  const hasSubjectKey = async () => true;
  const measurements = inMemoryMeasurements(world.clock);
  const ports = {
    register,
    records,
    holds,
    ledger,
    ledgerDays,
    clock,
    tree,
    anchors,
    tasks,
    ...mail,
    executions,
    deadLetters,
    hasSubjectKey,
    measurements,
    things: inMemoryThingRecords(),
    dueRows: inMemoryDueRows(measurements),
    duties: inMemoryDuties(),
  };
  // Clients of an address where nobody answers: no command under test may reach a store.
  const nowhere = { region: deployment.region, endpoint: "http://127.0.0.1:1" };
  const clients = {
    s3: new S3Client(nowhere),
    documents: DynamoDBDocumentClient.from(new DynamoDBClient(nowhere)),
    cognito: new CognitoIdentityProviderClient(nowhere),
  };
  return {
    terminal: terminalOf(streams, { json: true }),
    environment: {},
    deployment: async () => deployment,
    ports: async () => ({ ...ports, clients, sqs: new SQSClient(nowhere) }),
  };
}

function noMail(): Pick<DeploymentPorts, "rights" | "mailRecords" | "storedMail"> {
  const placeOf = (key: string) => `s3://mail/${key}`;
  return {
    rights: inMemoryRightsRegister(),
    mailRecords: inMemoryMailRecords(),
    storedMail: { ...inMemoryStoredMail(), placeOf },
  };
}

/** Returns a deployment whose outputs fit the service in memory. */
export function deploymentOf(
  world: ErasureWorld,
  where: Deployment["where"],
  { home = "/nowhere", endpoint = "http://127.0.0.1:1" } = {},
): Deployment {
  const outputs: Readonly<Record<string, string>> = {
    PolicyDigest: world.compiled.digest,
    Service: world.compiled.policy.service.id,
    StateMachineArn: "arn:aws:states:eu-central-1:000000000000:stateMachine:erasure",
    ApiUrl: "https://api1.execute-api.eu-central-1.amazonaws.com/prod/",
  };
  return {
    where,
    region: "eu-central-1",
    endpoint,
    home,
    clientConfig: {
      region: "eu-central-1",
      endpoint,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    },
    output: (name) => outputs[name] ?? "",
  };
}

/** Serves the API that opens requests, as the embedded AWS does, over a service in memory; each is run at once. */
export async function startApi(world: ErasureWorld) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { subject } = AskedSchema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    const name = request.headers["x-lethe-actor"];
    const actor: Actor = typeof name === "string" ? { kind: "staff", name } : { kind: "subject" };
    const requestId = await world.open(subjectIdOf(subject), actor);
    const { subjectRef, progress } = await world.drainAndRun(requestId);
    response.writeHead(202, { "content-type": "application/json" });
    response.end(JSON.stringify({ requestId, state: progress.state, subjectRef, joined: false }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
