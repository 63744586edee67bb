import { randomBytes } from "node:crypto";
import type { APIGatewayProxyResult } from "aws-lambda";
import { z } from "zod";
import {
  ANSWER_CHARACTERS_MAX,
  AnswerTextSchema,
  REASON_CHARACTERS_MAX,
  ReasonTextSchema,
} from "../shared/domain/letters/text-by-person.ts";
import type { Actor } from "../shared/domain/requests/erasure-request.ts";
import { REFUSAL_GROUNDS } from "../shared/domain/requests/refusal-ground.ts";
import { groundsFor } from "../shared/domain/rights/reply-standing.ts";
import { RightsRequestIdSchema } from "../shared/domain/rights/rights-request.ts";
import { TaskEvidenceSchema } from "../shared/domain/tasks/task.ts";
import { answerByLetter } from "../shared/operations/answer-by-letter.ts";
import { RightsRequestBusy } from "../shared/operations/change-rights-request.ts";
import { extendByLetter } from "../shared/operations/extend-by-letter.ts";
import { refuseByLetter } from "../shared/operations/refuse-by-letter.ts";
import {
  LetterNotTaken,
  type Replying,
  type ReplyPorts,
  type ReplyRefusal,
} from "../shared/operations/reply-by-letter.ts";
import { type ApiEvent, ApiEventSchema, actorOf, answer, bodyOf, onlyStaff, refusal } from "./api.ts";
import { accountsUnder } from "./deployed/accounts.ts";
import { systemClock } from "./deployed/clock.ts";
import { correspondenceUnder } from "./deployed/correspondence.ts";
import { letters } from "./deployed/letters.ts";
import { rights } from "./deployed/rights.ts";
import { rightsService } from "./deployed/rights-service.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tasks } from "./deployed/tasks.ts";
import { tokens } from "./deployed/tokens.ts";
import { lambdaHandler, logError } from "./handler.ts";

const ReferenceSchema = TaskEvidenceSchema.shape.reference;
const AnsweredSchema = z.strictObject({ text: AnswerTextSchema, reference: ReferenceSchema });
const RefusedSchema = z.strictObject({
  reason: ReasonTextSchema,
  ground: z.enum(REFUSAL_GROUNDS).optional(),
  reference: ReferenceSchema.optional(),
});
const ExtendedSchema = z.strictObject({ reason: ReasonTextSchema, reference: ReferenceSchema.optional() });

const TRY_AGAIN = "ask again in a minute, with the same words: it is sent once";
const WHY: Readonly<Record<ReplyRefusal, readonly [number, string]>> = {
  "no-such-request": [404, "There is no such rights request: list them with lethe rights list."],
  "ended-already": [409, "This request was answered or has ended already: see lethe rights show."],
  "carried-on-by-an-erasure": [
    409,
    "Erasures carry this request on, and their letters tell the person: see lethe rights show, and lethe refuse for an erasure.",
  ],
  "waits-for-proof": [
    409,
    "It waits for the owner of the account to confirm it: nothing is told before. It can be refused.",
  ],
  "ground-missing": [
    400,
    `An erasure is refused on a ground that the law gives: one of ${groundsFor("erasure").join(", ")}.`,
  ],
  "ground-not-of-this-right": [
    400,
    `This ground is one for erasures: leave it out, or use one of ${groundsFor("access").join(", ")}.`,
  ],
  "extended-already": [409, "It was put off already, which can be done once: see lethe rights show."],
  "extension-too-late": [409, "Its date has passed: it could be put off until then. Answer it now."],
  "extension-no-rule": [409, "No rule lets this date be put off: answer it by then. See lethe rights show."],
  "in-hand": [409, `Somebody is sending a letter about it, or died at it: ${TRY_AGAIN}.`],
  "letter-not-sent": [
    409,
    "No mail can be sent to their address, so nothing was changed: a task says so (lethe tasks). Reach the person another way, and close it with what shows that.",
  ],
};

type Staff = Extract<Actor, { kind: "staff" }>;

/** Letters that people write about rights requests: an answer, a refusal, or that it takes longer. */
export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (actor?.kind !== "staff") return onlyStaff("answer a request");
  const number = RightsRequestIdSchema.safeParse(event.pathParameters?.rightsRequestId).data;
  if (number === undefined) return malformed("to /rights/NUMBER/..., a number as lethe rights list shows it");
  try {
    return await replied(event, number, actor);
  } catch (error) {
    if (error instanceof RightsRequestBusy) {
      return refusal(409, error.name, "The request was changed at the same moment: ask again.");
    }
    if (!(error instanceof LetterNotTaken)) throw error;
    logError("A letter was not taken.", error);
    return refusal(
      502,
      error.name,
      `The mail service did not take the letter, which is a task now: ${TRY_AGAIN}.`,
    );
  }
});

async function replied(event: ApiEvent, rightsRequestId: string, by: Staff): Promise<APIGatewayProxyResult> {
  const service = await rightsService();
  const ports = await portsUnder(service.policy);
  const of = { rightsRequestId, by, reference: `request ${rightsRequestId}` };
  switch (event.resource) {
    case "/rights/{rightsRequestId}/answer": {
      const asked = bodyOf(event, AnsweredSchema);
      if (!asked) return malformed(`{"text", "reference"}; ${textOf(ANSWER_CHARACTERS_MAX)}`);
      return told(await answerByLetter(ports, service, { ...of, ...asked }));
    }
    case "/rights/{rightsRequestId}/refusal": {
      const asked = bodyOf(event, RefusedSchema);
      if (!asked) return malformed(`{"reason", "ground"?, "reference"?}; ${textOf(REASON_CHARACTERS_MAX)}`);
      const { ground, reason, reference = of.reference } = asked;
      const grounded = ground === undefined ? {} : { ground };
      return told(await refuseByLetter(ports, service, { ...of, reason, reference, ...grounded }));
    }
    case "/rights/{rightsRequestId}/extension": {
      const asked = bodyOf(event, ExtendedSchema);
      if (!asked) return malformed(`{"reason", "reference"?}; ${textOf(REASON_CHARACTERS_MAX)}`);
      const { reason, reference = of.reference } = asked;
      return told(await extendByLetter(ports, service, { ...of, reason, reference }));
    }
    default:
      return refusal(404, "NoSuchReply", "The API has no such letter.");
  }
}

async function portsUnder(policy: Awaited<ReturnType<typeof rightsService>>["policy"]): Promise<ReplyPorts> {
  return {
    ...{ rights, letters, tokens, subjectKeys, tasks },
    accounts: await accountsUnder(policy),
    correspondence: correspondenceUnder(policy),
    clock: systemClock,
    random: randomBytes,
  };
}

function told(replying: Replying): APIGatewayProxyResult {
  if (!replying.replied) {
    const [statusCode, message] = WHY[replying.because];
    return refusal(statusCode, replying.because, message);
  }
  const { rightsRequestId, standing, dueDates } = replying.request;
  const [dueAt] = dueDates.flatMap(({ at, doneAt }) => (doneAt === undefined ? [at] : [])).sort();
  return answer(200, { rightsRequestId, state: standing.state, ...(dueAt === undefined ? {} : { dueAt }) });
}

function textOf(charactersMax: number): string {
  return `a text has 1 to ${charactersMax} characters and no control characters but line ends; a reference is one line without a mail address`;
}

function malformed(body: string): APIGatewayProxyResult {
  return refusal(400, "ReplyRefused", `Send ${body}.`);
}
