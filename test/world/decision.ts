import type { Decision } from "../../shared/domain/consents/decision.ts";

/** A decision of one person about analytics at ten o'clock, kept for 400 days. */
export function aDecision(changes: Partial<Decision> = {}): Decision {
  return {
    schema: "lethe.decision/1",
    service: "minimal",
    region: "eu-central-1",
    subjectRef: "v1_person",
    purpose: "analytics",
    decided: "agreed",
    at: "2026-11-23T10:00:00.000Z",
    how: "settings page",
    expiresAt: "2027-12-28T10:00:00.000Z",
    ...changes,
  };
}
