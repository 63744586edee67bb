import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { sha256Hex } from "../../shared/domain/canonical-json.ts";
import { ACCOUNT, type Scope } from "../../shared/domain/erasure/scope.ts";
import type { Step } from "../../shared/domain/erasure/step.ts";
import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { ArchivedKey } from "../../shared/domain/ledger/signing-key.ts";
import { ownRecordDays } from "../../shared/domain/policy/own-record-days.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { storesRetainedBy } from "../../shared/domain/policy/retained-stores.ts";
import { SEALING, storesSealed } from "../../shared/domain/policy/sealed-stores.ts";
import { holdsSubjects } from "../../shared/domain/policy/store.ts";
import type { Actor, ErasureRequest } from "../../shared/domain/requests/erasure-request.ts";
import { archiveSigningKey } from "../../shared/operations/archive-signing-key.ts";
import { askProcessors } from "../../shared/operations/ask-processors.ts";
import { boundBackups } from "../../shared/operations/bound-backups.ts";
import { concludeRequest } from "../../shared/operations/conclude-request.ts";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { eraseStores } from "../../shared/operations/erase-stores.ts";
import { freezeSubject } from "../../shared/operations/freeze-subject.ts";
import { issueCertificate } from "../../shared/operations/issue-certificate.ts";
import { type OpenRequestPorts, openRequest } from "../../shared/operations/open-request.ts";
import { planErasure } from "../../shared/operations/plan-erasure.ts";
import type { Connectors } from "../../shared/operations/ports.ts";
import { recordFailure } from "../../shared/operations/record-failure.ts";
import { verifyAbsence } from "../../shared/operations/verify-absence.ts";
import { type Contents, inMemoryRecoveryPoints } from "./backups/in-memory-recovery-points.ts";
import { inMemoryDuties } from "./clock/duties.ts";
import { virtualClock } from "./clock.ts";
import { compiledOnce } from "./compiled-once.ts";
import { inMemoryDisclosures } from "./disclosures.ts";
import { inMemoryAnchors, inMemoryLedger, inMemoryTree, keyPairSigner } from "./evidence.ts";
import { inMemoryHolds } from "./holds.ts";
import { inMemoryAsks } from "./processor-asks.ts";
import { inMemoryRequestRegister } from "./request-register.ts";
import { inMemoryTokens } from "./rights.ts";
import {
  fixedSubjectKeys,
  inMemoryDataKeys,
  inMemoryRecords,
  inMemoryTombstones,
  mailbox,
  standInExecutions,
} from "./small-ports.ts";
import { type InMemoryAccounts, inMemoryAccounts } from "./stores/in-memory-accounts.ts";
import { inMemoryRetainedStore } from "./stores/in-memory-retained-store.ts";
import { type InMemoryStore, inMemoryStore } from "./stores/in-memory-store.ts";
import { inMemoryTasks, standInDeadLetters } from "./tasks.ts";

/** More passes than any story here needs. */
const STEPS_MAX = 50;

export type ErasureWorld = Awaited<ReturnType<typeof erasureWorld>>;

/** Returns a service with every port in memory, and the workflow driven step by step as the state machine does. */
export async function erasureWorld(
  changes: Partial<PolicyDeclaration> = {},
  policy: PolicyDeclaration = dreamPortraits,
  connectors: Connectors = () => undefined,
) {
  const compiled = compiledOnce(Object.keys(changes).length === 0 ? policy : { ...policy, ...changes });
  const clock = virtualClock();
  const accounts = inMemoryAccounts();
  const cut = storesRetainedBy(compiled.policy, "account").map(inMemoryRetainedStore);
  const stores = compiled.policy.stores.filter(holdsSubjects).map(({ id, kind }): InMemoryStore => {
    const retained = cut.find(({ storeId }) => storeId === id);
    if (retained) return retained;
    const store = inMemoryStore(id, kind);
    return kind === "cognito" ? closingAccounts(store, accounts) : store;
  });
  const sealed = new Set(storesSealed(compiled.policy).map(({ id }) => id));
  /** All of them, but for what is sealed those that are, and none for what third parties hold. */
  const storesOf = ({ scope }: Pick<ErasureRequest, "scope">) =>
    scope === "processors" ? [] : stores.filter(({ storeId }) => scope !== SEALING || sealed.has(storeId));
  /** What a store holds, as a copy takes it: an entry is an object under its own id. */
  const contentsOf = (storeId: string): Contents => {
    const held = stores.find((store) => store.storeId === storeId)?.everything() ?? [];
    const objects = held.map(({ subject, id, createdAt = new Date(0) }) => ({
      ...{ key: `${subject}/${id}`, body: new TextEncoder().encode(id), storedAt: createdAt.toISOString() },
    }));
    return { objects, items: [] };
  };
  let drawn = 0;
  const ports = {
    clock,
    stores,
    accounts,
    register: inMemoryRequestRegister(),
    holds: inMemoryHolds(),
    duties: inMemoryDuties(),
    askingDuties: inMemoryDuties(),
    disclosures: inMemoryDisclosures(),
    asks: inMemoryAsks(),
    connectors,
    tombstones: inMemoryTombstones(),
    subjectKeys: fixedSubjectKeys(),
    dataKeys: inMemoryDataKeys(),
    executions: standInExecutions(),
    tasks: inMemoryTasks(),
    deadLetters: standInDeadLetters(),
    letters: mailbox(),
    records: inMemoryRecords(),
    ledgerDays: ownRecordDays(compiled.policy, "ledger"),
    ledger: inMemoryLedger(clock),
    tree: inMemoryTree(),
    signer: keyPairSigner(),
    anchors: inMemoryAnchors(),
    tokens: inMemoryTokens(),
    recoveryPoints: inMemoryRecoveryPoints(clock, contentsOf),
    pagesUrl: "https://pages.example/v1",
    random: (bytes: number) => {
      drawn += 1;
      return Buffer.from(sha256Hex(`drawn ${drawn}`), "hex").subarray(0, bytes);
    },
    /** The longest wait each time; a story about chance brings its own. */
    chance: () => 1,
    runsAtOnceMax: 100,
    remainingMs: () => 900_000,
    storesFor: async (request: ErasureRequest) => storesOf(request),
  };
  await ports.records.putPolicy(compiled);
  const key: ArchivedKey = await archiveSigningKey(ports, compiled.policy.service.id);
  let seed = 0;

  const store = (id: string) => {
    const found = stores.find(({ storeId }) => storeId === id);
    if (!found) throw new Error(`There is no store ${id}.`);
    return found;
  };
  const retainedStore = (id: string) => {
    const found = cut.find(({ storeId }) => storeId === id);
    if (!found) throw new Error(`Nothing is retained in a store ${id}.`);
    return found;
  };
  const read = async (requestId: string): Promise<ErasureRequest> => {
    const request = await ports.register.read(requestId);
    if (!request) throw new Error(`There is no request ${requestId}.`);
    return request;
  };

  return {
    ...ports,
    compiled,
    key,
    store,
    retainedStore,
    read,

    /** Stores so many entries of a person everywhere, and their account. */
    settle(person: string, entries: number): SubjectId {
      const subject = subjectIdOf(person);
      for (const one of stores) one.put(subject, one.kind === "cognito" ? 1 : entries);
      ports.accounts.open(subject, `${person}@people.example`);
      return subject;
    },

    async open(
      subject: SubjectId,
      actor: Actor = { kind: "subject" },
      through: Pick<OpenRequestPorts, "register" | "subjectKeys"> = ports,
      scope: Scope = ACCOUNT,
    ): Promise<string> {
      const { service, regions } = {
        service: compiled.policy.service.id,
        regions: compiled.policy.service.regions,
      };
      seed += 1;
      const random = (bytes: number) => new Uint8Array(bytes).fill(seed);
      const asked = {
        subject,
        scope,
        actor,
        service,
        region: regions[0] ?? "",
        policyDigest: compiled.digest,
      };
      const { request } = await openRequest({ ...ports, ...through, random }, asked);
      return request.requestId;
    },

    drain: () => drainDueRequests(ports),

    stepOf: async (requestId: string): Promise<Step> => {
      const { service, region, attempt } = await read(requestId);
      return { schema: "lethe.step/1", service, region, requestId, attempt };
    },

    /** Runs the attempt that is under way, as the state machine would; `beforeStep` may throw in a step's place. */
    async run(requestId: string, beforeStep: (name: string) => void = () => undefined): Promise<void> {
      const step = await this.stepOf(requestId);
      const stores = storesOf(await read(requestId));
      try {
        await runSteps({ ...ports, stores }, step, (name, operation) => {
          beforeStep(name);
          return operation();
        });
      } catch (error) {
        await recordFailure(ports, step, error instanceof Error ? error.name : "UnknownError");
      }
      ports.executions.end(requestId, step.attempt);
    },

    /** Drains, and runs what was started. */
    async drainAndRun(requestId: string): Promise<ErasureRequest> {
      await drainDueRequests(ports);
      if ((await read(requestId)).progress.state === "running") await this.run(requestId);
      return read(requestId);
    },
  };
}

/** Every port that a step of the workflow takes. */
export type StepPorts = Parameters<typeof freezeSubject>[0] &
  Parameters<typeof planErasure>[0] &
  Parameters<typeof eraseStores>[0] &
  Parameters<typeof askProcessors>[0] &
  Parameters<typeof boundBackups>[0] &
  Parameters<typeof verifyAbsence>[0] &
  Parameters<typeof issueCertificate>[0] &
  Parameters<typeof concludeRequest>[0];

/** Carries one step out, as the state machine invokes a function; it may fail in the step's place, or try twice. */
export type Invocation = <Result>(name: string, operation: () => Promise<Result>) => Promise<Result>;

/** Runs the workflow step by step, in the order of the state machine. */
export async function runSteps(ports: StepPorts, step: Step, invoke: Invocation): Promise<void> {
  const { settles } = await invoke("freeze-subject", () => freezeSubject(ports, step));
  if (!settles) {
    const { approved } = await invoke("plan-erasure", () => planErasure(ports, step));
    if (!approved) return;
  }
  let goesThroughStores = !settles;
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    if (goesThroughStores) {
      const { finished } = await invoke("erase-stores", () => eraseStores(ports, step));
      if (!finished) continue;
    }
    await invoke("ask-processors", () => askProcessors(ports, step));
    await invoke("bound-backups", () => boundBackups(ports, step));
    const { verdict } = await invoke("verify-absence", () => verifyAbsence(ports, step));
    goesThroughStores = true;
    if (verdict === "again") continue;
    const { certificateKey } = await invoke("issue-certificate", () => issueCertificate(ports, step));
    return invoke("conclude-request", () => concludeRequest(ports, step, certificateKey));
  }
  throw new Error("The workflow went round and round.");
}

/** An account that was erased from its store has no address any more. */
function closingAccounts(store: InMemoryStore, accounts: InMemoryAccounts): InMemoryStore {
  return {
    ...store,
    eraser: {
      async erase(subject, gate, onDeleted) {
        const pass = await store.eraser.erase(subject, gate, onDeleted);
        if (store.holds(subject).length === 0) accounts.close(subject);
        return pass;
      },
    },
  };
}
