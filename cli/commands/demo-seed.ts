import { KMSClient } from "@aws-sdk/client-kms";
import { SQSClient } from "@aws-sdk/client-sqs";
import { demoSending } from "../../local/demo/demo-sending.ts";
import { seedDemo } from "../../local/demo/seed.ts";
import type { Context } from "../context.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { deployedPolicy } from "../ports.ts";
import { grouped } from "../terminal.ts";

/** Stores invented people on the embedded AWS; never on AWS itself. */
export async function demoSeed(
  context: Context,
  wanted: { readonly subjects: number; readonly objects: number },
): Promise<ExitCode> {
  const deployment = await context.deployment();
  if (deployment.where !== "embedded") {
    throw new UsageError("Invented people belong on the embedded AWS only: leave --deployment out.");
  }
  const ports = await context.ports();
  const { compiled, bindings } = await deployedPolicy(deployment, ports);
  const sqs = new SQSClient(deployment.clientConfig);
  const { stores, accountAddresses } = compiled.policy;
  const sending = demoSending(compiled.policy, {
    documents: ports.clients.documents,
    kms: new KMSClient(deployment.clientConfig),
    output: deployment.output,
    time: deployment.time,
  });
  const demo = { stores, accountAddresses, bindings, home: deployment.home, sqs, sending, ...ports.clients };
  const people = await seedDemo(demo, wanted, (done) =>
    context.terminal.progress(`  ${grouped(done)} of ${grouped(wanted.subjects)} people stored`),
  );
  context.terminal.document({ subjects: people });
  context.terminal.result(
    `Stored ${people[0]} to ${people.at(-1)}, with ${grouped(wanted.objects)} of each thing.`,
  );
  return EXIT.done;
}
