import type { FunctionName } from "../functions.ts";
import { choice, failureStep, ON_FAILURE, type State, step } from "./task-states.ts";

/** A state machine in the Amazon States Language. */
export interface Workflow {
  readonly Comment: string;
  readonly QueryLanguage: "JSONata";
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, State>>;
}

/** A run that has not ended after a week is stuck; the drain then starts the next attempt, which goes on from there. */
const LONGEST_RUN_SECONDS = 7 * 86_400;

/** The functions that the procedure calls. */
export const STEP_FUNCTIONS = [
  "freeze-subject",
  "plan-erasure",
  "erase-stores",
  "ask-processors",
  "bound-backups",
  "verify-absence",
  "issue-certificate",
  "conclude-request",
  "record-failure",
] as const satisfies readonly FunctionName[];

/** The erasure of an account, from freeze to certificate; every step may run twice. */
export const ERASURE_WORKFLOW: Workflow = {
  Comment: "Erases one person everywhere, looks again, and certifies what it found.",
  QueryLanguage: "JSONata",
  StartAt: "FreezeSubject",
  TimeoutSeconds: LONGEST_RUN_SECONDS,
  States: {
    FreezeSubject: step("freeze-subject", { next: "IsSettled" }),
    // What third parties say later is certified without going through the stores again.
    IsSettled: choice([
      ["settles = true", "AskProcessors"],
      ["settles = false", "PlanErasure"],
    ]),
    PlanErasure: step("plan-erasure", { next: "IsApproved" }),
    IsApproved: choice([
      ["approved = true", "EraseStores"],
      ["approved = false", "WaitsForApproval"],
    ]),
    EraseStores: step("erase-stores", { next: "IsFinished" }),
    IsFinished: choice([
      ["finished = true", "AskProcessors"],
      ["finished = false", "EraseStores"],
    ]),
    AskProcessors: step("ask-processors", { next: "BoundBackups" }),
    BoundBackups: step("bound-backups", { next: "VerifyAbsence" }),
    VerifyAbsence: step("verify-absence", { next: "ByVerdict" }),
    ByVerdict: choice([
      ["verdict in ['absent', 'blocked']", "IssueCertificate"],
      ["verdict = 'again'", "EraseStores"],
    ]),
    IssueCertificate: step("issue-certificate", { next: "ConcludeRequest" }),
    ConcludeRequest: step("conclude-request", {
      next: "Concluded",
      more: { certificateKey: "{% $states.input.certificateKey %}" },
    }),
    Concluded: { Type: "Succeed" },
    WaitsForApproval: { Type: "Succeed" },
    [ON_FAILURE]: failureStep("record-failure", {
      next: "WaitsForNextAttempt",
      orElse: "FailureNotRecorded",
    }),
    WaitsForNextAttempt: { Type: "Succeed" },
    FailureNotRecorded: {
      Type: "Fail",
      Error: "FailureNotRecorded",
      Cause: "The register could not be written; the drain finds this run ended and starts the next attempt.",
    },
  },
};
