import { durationText } from "../../shared/domain/policy/duration.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { type Answers, isFacial } from "./answers.ts";
import { itemOf } from "./catalogue.ts";
import { lengthOf } from "./kept-for.ts";

type Promised = PolicyDeclaration["promises"][number];

/** What a new policy promises, and which of it announces a change. */
export interface DraftPromises {
  readonly promises: Promised[];
  readonly noticePromise: string;
}

/**
 * Returns the promises that follow from the answers. Each that nobody has bound to what keeps it is said to be not
 * kept yet: the erasure of an account and the clock are there from the start.
 */
export function draftPromises({ service, keeps, sentTo, noticeDays }: Answers): DraftPromises {
  const facial = keeps.filter(isFacial).map(({ what }) => what);
  const erased = keeps.filter(({ what }) => !isLog(what)).map(({ what }) => what);
  const drafts: Omit<Promised, "id">[] = [
    ...(erased.length === 0 ? [] : [erasurePromise(erased)]),
    ...keeps.flatMap(expiryPromise),
    ...(facial.length === 0 ? [] : [facialPromise(facial)]),
    {
      kind: "deadline",
      says: "A request about rights is answered within one month",
      kept: { status: "not-yet", missing: "reading requests by mail, and answering them in time" },
    },
    ...(sentTo.length === 0 ? [] : [contractPromise(sentTo)]),
    {
      kind: "notice",
      says: noticeDays === 0 ? "Changes are announced" : `Changes are announced ${noticeDays} days ahead`,
      kept: { status: "not-yet", missing: "announcing a change to people" },
    },
  ];
  const letters = initials(service.name);
  const promises = drafts.map((draft, at) => ({ id: `${letters}${at + 1}`, ...draft }));
  return { promises, noticePromise: `${letters}${promises.length}` };
}

function isLog(what: Answers["keeps"][number]["what"]): boolean {
  return itemOf(what).places[0] === "log-group";
}

function erasurePromise(covers: string[]): Omit<Promised, "id"> {
  return {
    kind: "erasure",
    says: "Deleting the account removes the data of it",
    covers,
    kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "account" }] },
  };
}

function expiryPromise({ what, where, keptFor }: Answers["keeps"][number]): Omit<Promised, "id">[] {
  const within = lengthOf(keptFor);
  if (within === undefined) return [];
  return [
    {
      kind: "expiry",
      says: `${itemOf(what).what}: gone within ${durationText(within)}`,
      covers: [what],
      within,
      kept: isClocked(where ?? itemOf(what).places[0])
        ? { status: "bound", keptBy: [{ mechanism: "clock", category: what }] }
        : { status: "not-yet", missing: "something that acts in time: our clock empties buckets and tables" },
    },
  ];
}

function isClocked(place: Answers["keeps"][number]["where"]): boolean {
  return place === "s3" || place === "dynamodb";
}

function facialPromise(covers: string[]): Omit<Promised, "id"> {
  return {
    kind: "guard",
    says: "Facial data is shared with no third party and recognises nobody",
    covers,
    forbids: ["identification", "profiling", "advertising"],
    kept: { status: "not-yet", missing: "readers that carry purpose tags, and work without a way out" },
  };
}

function contractPromise(sentTo: Answers["sentTo"]): Omit<Promised, "id"> {
  const covers = [...new Set(sentTo.flatMap(({ receives }) => receives))];
  return {
    kind: "guard",
    says: "Each third party is bound by contract to provide the service only",
    covers,
    kept: { status: "not-yet", missing: "the contracts' references, owners and review dates" },
  };
}

/** Two letters that ids begin with: of the first two words, or of the only one. */
function initials(name: string): string {
  const words = name
    .normalize("NFD")
    .toUpperCase()
    .replace(/\p{M}/gu, "")
    .split(/[^A-Z]+/)
    .filter((word) => word !== "");
  const [first = "", second = ""] = words;
  const letters = second === "" ? first.slice(0, 2) : `${first.slice(0, 1)}${second.slice(0, 1)}`;
  return letters.length === 2 ? letters : "PR";
}
