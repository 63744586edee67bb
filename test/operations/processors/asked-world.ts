import { onTestFinished, vi } from "vitest";
import type { RunningParty } from "../../../local/stand-ins/running.ts";
import { startParties } from "../../../local/stand-ins/running.ts";
import { processorConnectors } from "../../../shared/adapters/processor-connectors.ts";
import { type Scope, scopeOf } from "../../../shared/domain/erasure/scope.ts";
import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import type { CopyKind, Disclosure } from "../../../shared/domain/processors/disclosure.ts";
import { askingDuties } from "../../../shared/operations/ask-again.ts";
import { doDuties } from "../../../shared/operations/do-duties.ts";
import type { Connectors } from "../../../shared/operations/ports.ts";
import { recordDisclosure, type Sent } from "../../../shared/operations/send-to-processor.ts";
import { writingDuties } from "../../../shared/operations/write-to-processor.ts";
import { erasureWorld } from "../../world/erasure-world.ts";

export type AskedWorld = Awaited<ReturnType<typeof askedWorld>>;

const ENTRIES = 2;
/** More looks than any story takes. */
const LOOKS_MAX = 400;

/** Returns a world whose third parties stand in, each on a port, and are asked by their connectors over HTTP. */
export async function askedWorld(policy: PolicyDeclaration, changes: Partial<PolicyDeclaration> = {}) {
  let connectors: Connectors = () => undefined;
  const world = await erasureWorld({ isolatedProcessing: undefined, ...changes }, policy, (processor) =>
    connectors(processor),
  );
  const { compiled, clock } = world;
  const running = await startParties(
    compiled.policy.processors.map(({ id }) => id),
    () => clock.now(),
  );
  onTestFinished(running.stop);
  // CloudFront is asked with the permission of the role.
  for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "test");
  onTestFinished(() => void vi.unstubAllEnvs());
  const tokens = new Map<string, string>();
  connectors = processorConnectors({
    secrets: {
      read: async (processor) => running.parties.get(processor)?.secret,
      forget: () => undefined,
    },
    grantToken: async (reference) => tokens.get(reference),
    asksStandIns: true,
    now: () => clock.now(),
  });

  const party = (id: string): RunningParty => {
    const found = running.parties.get(id);
    if (!found) throw new Error(`Nobody stands in for ${id}.`);
    return found;
  };

  return {
    ...world,
    party,

    /** Sends something of a person, as the service would, and records it. */
    async sent(
      person: SubjectId,
      processor: string,
      category: string,
      more: Partial<Sent> = {},
    ): Promise<Disclosure> {
      const { reference, token } = party(processor).take(`${person}-${clock.now().getTime()}`);
      if (token !== undefined) tokens.set(reference, token);
      const kind: CopyKind = party(processor).kind;
      return recordDisclosure(world, compiled.policy, person, {
        processor,
        category,
        kind,
        reference,
        ...more,
      });
    },

    /** Opens a request of this scope and runs it to its first certificate. */
    async erase(person: SubjectId, scope: string | Scope = "account"): Promise<string> {
      const asked = typeof scope === "string" ? scopeOf(scope) : scope;
      const requestId = await world.open(person, { kind: "subject" }, world, asked);
      await world.drainAndRun(requestId);
      return requestId;
    },

    settled: (name: string) => world.settle(name, ENTRIES),

    /** Lets so much time pass, a quarter of an hour at a time, in which all that is due is done. */
    async pass(requestId: string, hours: number): Promise<void> {
      const until = clock.now().getTime() + hours * 3_600_000;
      for (let looks = 0; looks < LOOKS_MAX && clock.now().getTime() < until; looks += 1) {
        clock.advance(
          Math.min(Math.max(900_000, (hours * 3_600_000) / LOOKS_MAX), until - clock.now().getTime()),
        );
        await doDuties(
          { duties: world.askingDuties, clock },
          { ...askingDuties(world), ...writingDuties(world) },
        );
        await world.drain();
        const { progress, attempt } = await world.read(requestId);
        const isRun =
          progress.state === "running" || world.executions.started.includes(`${requestId}-${attempt}`);
        if (isRun && (await world.executions.statusOf(await world.read(requestId))) === "running")
          await world.run(requestId);
      }
    },
  };
}
