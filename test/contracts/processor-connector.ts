import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StandIn, StandInFault, StandInRoute } from "../../local/stand-ins/stand-in.ts";
import type { ApiPlace } from "../../shared/adapters/processor-calls/call-api.ts";
import type { Disclosure } from "../../shared/domain/processors/disclosure.ts";
import type { ProcessorAnswer, ProcessorConnector, ProcessorTrouble } from "../../shared/operations/ports.ts";
import { startChecked } from "../stand-ins/start-checked.ts";

/** What a connector is tried on: a third party that has one thing of somebody, and another's beside it. */
export interface TriedConnector {
  readonly routes: readonly StandInRoute[];
  connector(place: ApiPlace): ProcessorConnector;
  readonly disclosure: Disclosure;
  /** Says whether the third party still has the thing, as seen from inside. */
  isThere(): boolean;
  /** The same of what belongs to somebody else. */
  isNeighbourThere(): boolean;
  /**
   * True if its API has a call by which one can look, or "while-there" if that shows only what is there and never that it
   * is gone; where nobody sees it gone nothing is ever called deleted.
   */
  readonly canLook: boolean | "while-there";
  /** True if it answers that it took the request and names a job, which is then asked about until it ends. */
  readonly hasJobs?: boolean;
  /** What it says of a thing that it does not have. */
  readonly ofUnknown?: "already-absent" | "accepted-unverified";
  /** Such a thing, where not any word is a name of one. */
  readonly unknownReference?: string;
  /** False if its answer does not say of what it is: then only a look shows that it was about something else. */
  readonly namesTheThing?: boolean;
}

const RETRY_AFTERS: readonly (readonly [string | undefined, number])[] = [
  [undefined, 60],
  ["7", 7],
  ["Mon, 24 Nov 2031 10:00:30 GMT", 30],
  ["-5", 1],
  ["99999999999", 3600],
  ["soon", 60],
];

const NOW = new Date("2031-11-24T10:00:00.000Z");
const KEY = "idempotent-1";
/** Below the time for which a slow stand-in waits. */
const TIMEOUT_MS = 500;
/** More looks than any job has states. */
const LOOKS = 8;

/**
 * What every third party's connector does, whatever the third party does; each call and answer meanwhile is held against
 * what the third party publishes.
 */
export function describeConnector(name: string, tried: () => TriedConnector): void {
  describe(`the connector of ${name}`, () => {
    let party: TriedConnector;
    let standIn: StandIn;
    let connector: ProcessorConnector;

    beforeEach(async () => {
      party = tried();
      standIn = await startChecked(party.disclosure.processor, party.routes);
      connector = party.connector({
        baseUrl: standIn.url,
        authorization: async () => ({ authorization: "Bearer test" }),
        timeoutMs: TIMEOUT_MS,
        now: () => NOW,
      });
    });
    afterEach(() => standIn.stop());

    const ask = (disclosure = party.disclosure) => connector.requestDeletion(disclosure, KEY);
    const failing = (fault: StandInFault, retryAfter?: string) => {
      standIn.fail(fault, retryAfter === undefined ? {} : { retryAfter });
      return ask();
    };

    /** Returns what a job ended with, or what it said last. */
    const endOf = async (job: string | undefined) => {
      let last: ProcessorAnswer | ProcessorTrouble = { outcome: "accepted-unverified" };
      for (let looks = 0; looks < LOOKS && job !== undefined; looks += 1) {
        last = await connector.readStatus(party.disclosure, job);
        job = jobIn(last);
      }
      return last;
    };

    it("has what was sent deleted, and nothing else, by calls that are documented", async () => {
      const answer = await ask();
      expect(answer).toMatchObject({ outcome: expect.stringMatching(/^(deleted|accepted-unverified)$/) });
      expect([party.isThere(), party.isNeighbourThere()]).toEqual([party.hasJobs === true, true]);
      expect(standIn.undocumented).toEqual([]);
    });

    it("calls nothing deleted of which nobody has looked whether it is there", async () => {
      const before = await connector.verify(party.disclosure);
      await ask();
      if (party.hasJobs) return;
      const after = await connector.verify(party.disclosure);
      expect([before, after]).toEqual([
        party.canLook ? "still-there" : "cannot-look",
        party.canLook === true ? "absent" : "cannot-look",
      ]);
      expect(standIn.undocumented).toEqual([]);
    });

    it("sees through a third party that says it has deleted and has not, or says that it cannot look", async () => {
      await failing("lies");
      expect(party.isThere()).toBe(true);
      expect(await connector.verify(party.disclosure)).toBe(party.canLook ? "still-there" : "cannot-look");
    });

    it("may ask twice, and finds it gone", async () => {
      await ask();
      const again = await ask();
      expect(again).toMatchObject({
        outcome: expect.stringMatching(/^(already-absent|accepted-unverified)$/),
      });
    });

    it("takes what the third party does not know for absent, where that is an answer", async () => {
      const unknown = { ...party.disclosure, reference: party.unknownReference ?? "never-sent" };
      expect(await ask(unknown)).toMatchObject({ outcome: party.ofUnknown ?? "already-absent" });
      expect(party.isThere()).toBe(true);
    });

    it("follows a job until what was sent is gone, or says that it names none", async () => {
      const job = jobIn(await ask());
      expect(job !== undefined).toBe(party.hasJobs === true);
      if (job === undefined) {
        expect(await connector.readStatus(party.disclosure, "job-1")).toMatchObject({ trouble: "mismatch" });
        return;
      }
      const deleted = party.canLook === true ? "deleted" : "accepted-unverified";
      expect(await endOf(job)).toEqual({ outcome: deleted });
      expect([party.isThere(), party.isNeighbourThere()]).toEqual([false, true]);
      if (party.canLook === true) expect(await connector.verify(party.disclosure)).toBe("absent");
      expect(standIn.undocumented).toEqual([]);
    });

    it("goes on asking about a job that never ends", async () => {
      const job = jobIn(await failing("never"));
      if (party.hasJobs !== true) return expect(job).toBeUndefined();
      expect(await endOf(job)).toEqual({ outcome: "accepted-unverified", job });
      expect(party.isThere()).toBe(true);
    });

    it("does not believe a job that ends with nothing done", async () => {
      const job = jobIn(await failing("lies"));
      standIn.fail("none");
      expect(await endOf(job)).not.toMatchObject({ outcome: "deleted" });
      expect(party.isThere()).toBe(true);
    });

    it("stops where a job is about somebody else, or is none", async () => {
      const job = jobIn(await ask());
      expect(await connector.readStatus(party.disclosure, "of-nobody")).toMatchObject({
        trouble: "mismatch",
      });
      standIn.fail("other-subject");
      if (job === undefined) return;
      expect(await connector.readStatus(party.disclosure, job)).toMatchObject({ trouble: "mismatch" });
    });

    it.each(["401", "403"] as const)(
      "says that it is our key, on %s, and deletes nothing",
      async (status) => {
        expect(await failing(status)).toMatchObject({ trouble: "credentials" });
        expect(party.isThere()).toBe(true);
      },
    );

    it.each(["409", "423"] as const)("waits where something stands against it, on %s", async (status) => {
      expect(await failing(status)).toMatchObject({ trouble: "locked" });
    });

    it.each(RETRY_AFTERS)(
      "obeys a limit with Retry-After %s, within reason: %d s",
      async (field, seconds) => {
        expect(await failing("429", field)).toEqual({ trouble: "busy", againAfterSeconds: seconds });
      },
    );

    it.each(["500", "html", "gzip-bomb", "redirect"] as const)(
      "knows nothing after an answer that is none: %s",
      async (fault) => {
        expect(await failing(fault)).toMatchObject({ trouble: "unclear" });
      },
    );

    it("asks again after an answer that came too late, and harms nothing", async () => {
      expect(await failing("slow")).toMatchObject({ trouble: "unclear" });
      standIn.fail("none");
      expect(await ask()).toMatchObject({
        outcome: expect.stringMatching(/^(already-absent|accepted-unverified)$/),
      });
      expect(party.isNeighbourThere()).toBe(true);
    });

    it("stops where the answer is about somebody else", async () => {
      const answer = await failing("other-subject");
      expect(answer).not.toMatchObject({ outcome: "deleted" });
      if ("outcome" in answer) expect(party.canLook === true && party.namesTheThing !== false).toBe(false);
      else expect(answer).toMatchObject({ trouble: "mismatch" });
    });

    it("sends nothing to an address that an id leads to", async () => {
      const reference = "../../v1/others?all=true#";
      await ask({ ...party.disclosure, reference });
      expect(standIn.calls.join()).not.toContain("/v1/others");
      expect(party.isNeighbourThere()).toBe(true);
    });
  });
}

function jobIn(answer: ProcessorAnswer | ProcessorTrouble): string | undefined {
  return "outcome" in answer && answer.outcome === "accepted-unverified" ? answer.job : undefined;
}
