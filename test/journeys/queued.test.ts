import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseQueued } from "../bench/queued-erasures.ts";
import { type Service, startService } from "./service.ts";

/** Twice as many as run at once here; the thousand are `npm run bench:queued`. */
const ERASURES = 12;

describe("erasures that are all asked for at once", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it("are all carried out, and leave every neighbour whole", async () => {
    const said: string[] = [];
    const queued = await eraseQueued(service, {
      erasures: ERASURES,
      objects: 1,
      onProgress: (line) => said.push(line),
    });
    expect(queued).toMatchObject({
      completed: ERASURES,
      // More would mean that runs get in each other's way: there is room for as many as the machine carries.
      triedAgain: 0,
      left: 0,
      areNeighboursWhole: true,
    });
    expect(said).toContain(`completed ${ERASURES} of ${ERASURES}`);
  });
});
