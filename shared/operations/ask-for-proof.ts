import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { letterAskOf } from "../domain/letters/letter-values.ts";
import { addressesIn } from "../domain/mail/addresses-in.ts";
import { addressReference } from "../domain/rights/address-reference.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import { type HandToAPersonPorts, handToAPerson } from "./hand-to-a-person.ts";
import { type MakeLinkPorts, makeLink } from "./make-link.ts";
import type { AccountDirectory, AccountOnFile, Duties, SubjectKeys } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";
import { inEveryLetter, type WriteToPorts, writeTo } from "./write-to.ts";

const DAY_MS = 86_400_000;
/** A week: ours, holidays are longer than a weekend, and the whole answer is owed within a month. */
const PROOF_DAYS = 7;
/** A mail may name the address of the account it is about; more than these make a list, and a person reads it. */
const NAMED_MAX = 3;
/** The duty that ends the wait for proof. */
export const END_WAIT_FOR_PROOF = "end-wait-for-proof";

export interface AskForProofPorts extends WriteToPorts, MakeLinkPorts, HandToAPersonPorts {
  readonly directory: AccountDirectory;
  readonly subjectKeys: SubjectKeys;
  readonly duties: Pick<Duties, "put" | "putOnce">;
}

/**
 * Sends a link to the address on file of the one account that a request may be about, for whoever reads mail there to
 * confirm it; where there is none, nobody gets a letter, and from outside both look alike.
 *
 * @param text of the message, which may name the address of the account: the link goes there, never to whoever wrote.
 */
export async function askForProof(
  ports: AskForProofPorts,
  service: RightsService,
  request: RightsRequest,
  text: string,
): Promise<string> {
  const accounts = await accountsMeant(ports, request, text);
  if (accounts === "too-many") {
    return handToAPerson(ports, service, request, "find out which of several accounts is meant");
  }
  const now = ports.clock.now();
  const until = new Date(now.getTime() + PROOF_DAYS * DAY_MS).toISOString();
  const { rightsRequestId } = request;
  await ports.duties.putOnce({
    dutyId: `${END_WAIT_FOR_PROOF} ${rightsRequestId}`,
    kind: END_WAIT_FOR_PROOF,
    about: { rightsRequestId },
    dueAt: until,
  });
  const [account] = accounts;
  if (account) await sendLink(ports, service, request, account, until);
  await changeRightsRequest(ports.rights, rightsRequestId, (current) =>
    current.standing.state === "received"
      ? { ...current, standing: { state: "waiting-for-proof", until } }
      : undefined,
  );
  return "waiting-for-proof";
}

/** Whoever writes means their own account, or one whose address they name; one person's two accounts are for a person. */
async function accountsMeant(
  { directory }: Pick<AskForProofPorts, "directory">,
  { address }: RightsRequest,
  text: string,
): Promise<readonly AccountOnFile[] | "too-many"> {
  const named = addressesIn(text).filter((other) => other !== address);
  if (named.length > NAMED_MAX) return "too-many";
  const found = new Map<SubjectId, AccountOnFile>();
  for (const each of [...(address === undefined ? [] : [address]), ...named]) {
    for (const account of await directory.findByAddress(each, 2)) found.set(account.subjectId, account);
  }
  return found.size > 1 ? "too-many" : [...found.values()];
}

async function sendLink(
  ports: AskForProofPorts,
  service: RightsService,
  request: RightsRequest,
  { subjectId, address }: AccountOnFile,
  expiresAt: string,
): Promise<void> {
  const asked = letterAskOf(request);
  if (asked === undefined) return;
  const { rightsRequestId } = request;
  const link = await makeLink(ports, service, {
    purpose: "confirm",
    rightsRequestId,
    subjectId,
    address,
    expiresAt,
  });
  const addressRef = addressReference(await ports.subjectKeys.current(), service.service, address);
  const values = { ...inEveryLetter(service, request), asked, link, validUntil: expiresAt };
  // Only whoever wrote sees their own thread: somebody else's mail is not shown to the owner of the account.
  const inThread = address === request.address;
  await writeTo(ports, { letter: "confirm-link", to: address, addressRef, request, values, inThread });
}
