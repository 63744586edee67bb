import { clockStores } from "../../retention/clock-rules.ts";
import { itemsOf } from "../store.ts";
import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const sessionNotLocated: PolicyRule = {
  id: "session-not-located",
  severity: "error",
  why: "When a session ends nobody can tell what was stored in it, and all of it stays until its limit.",
  source: "GDPR Art. 5(1)(e): storage limitation",
  remedy:
    "Write in the store's items where a session's things are, such as session: users/{subject}/sessions/{session}/… in a bucket, or SESSION#{session}#… by the sort key of a table; or take session-ended out of earlierOn.",
  find: (policy) =>
    clockStores(policy)
      .filter((store) => itemsOf(store)?.session === undefined)
      .filter(({ categories }) =>
        policy.retention.some(
          ({ category, earlierOn }) => categories.includes(category) && earlierOn.includes("session-ended"),
        ),
      )
      .map(({ id }) => ({
        path: `stores.${id}.items.session`,
        what: `What is in ${id} ends with its session, and its keys do not say in which session it was stored.`,
        promises: promisesAboutStore(policy, id),
      })),
};
