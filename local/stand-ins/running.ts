import type { ProcessorSecret } from "../../shared/adapters/processor-calls/processor-secret.ts";
import { PARTIES, type Party } from "./parties.ts";
import { type StandIn, type StandInOptions, startStandIn } from "./stand-in.ts";

/** A third party that stands in, on a port of this machine. */
export interface RunningParty extends Party {
  readonly standIn: StandIn;
  /** What it takes to ask it. */
  readonly secret: ProcessorSecret;
}

/** Third parties that stand in, by their ids in a policy. */
export interface RunningParties {
  readonly parties: ReadonlyMap<string, RunningParty>;
  stop(): Promise<void>;
}

type PartiesOptions = Pick<StandInOptions, "slowMs"> & { readonly host?: string | undefined };

/**
 * Starts those of some third parties that can stand in, each empty.
 *
 * @param now their clock, which says when a job ends.
 * @param options `host` is under which a CDN serves what is the service's.
 */
export async function startParties(
  processors: readonly string[],
  now: () => Date = () => new Date(),
  { host, ...options }: PartiesOptions = {},
): Promise<RunningParties> {
  const started = await Promise.all(
    processors.flatMap((id) => {
      const party = PARTIES[id]?.(now, host);
      return party ? [running(id, party, options)] : [];
    }),
  );
  return {
    parties: new Map(started),
    async stop() {
      await Promise.all(started.map(([, { standIn }]) => standIn.stop()));
    },
  };
}

async function running(
  id: string,
  party: Party,
  options: StandInOptions,
): Promise<readonly [string, RunningParty]> {
  const standIn = await startStandIn(party.routes, options);
  return [id, { ...party, standIn, secret: { ...party.secret, standInUrl: standIn.url } }];
}
