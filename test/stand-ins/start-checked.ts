import { type StandIn, type StandInRoute, startStandIn } from "../../local/stand-ins/stand-in.ts";
import { departuresOf } from "./departures.ts";

/** A stand-in, or whoever called it, did not keep to what the third party publishes. */
class DepartsFromSpecification extends Error {
  override readonly name = "DepartsFromSpecification";
}

/**
 * Starts a stand-in each of whose calls and answers is held against what the third party publishes.
 *
 * @throws {DepartsFromSpecification} when it is stopped, with all that departed.
 */
export async function startChecked(standInId: string, routes: readonly StandInRoute[]): Promise<StandIn> {
  const departures: string[] = [];
  const standIn = await startStandIn(
    routes.map((route) => ({
      ...route,
      answer: (call) => {
        const answer = route.answer(call);
        departures.push(...departuresOf({ standIn: standInId, route, call, answer }));
        return answer;
      },
    })),
  );
  return {
    ...{ url: standIn.url, calls: standIn.calls, undocumented: standIn.undocumented },
    get fault() {
      return standIn.fault;
    },
    fail: standIn.fail,
    async stop() {
      await standIn.stop();
      if (departures.length > 0) throw new DepartsFromSpecification([...new Set(departures)].join("\n"));
    },
  };
}
