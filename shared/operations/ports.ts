/** Every port there is; each stands in the file of its area, and whoever needs one finds it here. */
export type * from "./backup-ports.ts";
export type * from "./clock-ports.ts";
export type { Anchors, Ledger, Records, Signer, TreeStore } from "./evidence-ports.ts";
export type { AnyForm, FormQueue, StoredForms } from "./form-ports.ts";
export type { Holds } from "./hold-ports.ts";
export type * from "./mail-ports.ts";
export type * from "./processor-ports.ts";
export type {
  Contact,
  DrainSignal,
  DueRequest,
  Executions,
  Letter,
  Letters,
  RequestRegister,
} from "./request-ports.ts";
export type * from "./restore-ports.ts";
export type {
  Accounts,
  DeleteAnswer,
  DeleteGate,
  ErasurePass,
  HeldBack,
  PeopleIn,
  StoreAdapter,
  StoreEraser,
  StoreFinder,
  StoreVerifier,
} from "./store-ports.ts";
export type {
  AskedTombstone,
  DataKeyEnds,
  DataKeys,
  Decisions,
  SubjectKeys,
  Tombstones,
} from "./subject-ports.ts";
export type { DeadLetters, Tasks } from "./task-ports.ts";

/** Time comes from here, so that tests can move it. */
export interface Clock {
  now(): Date;
}

/** Returns a number from 0 to 1; chance comes from here, so that tests can decide it. */
export type Chance = () => number;
