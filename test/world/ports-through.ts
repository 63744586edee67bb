import type { ErasureWorld, StepPorts } from "./erasure-world.ts";

/** What passes every call to a port on, and may do something else around it. */
export interface Passage {
  reaching<Port extends object>(name: string, port: Port): Port;
}

/** Returns every port of a step as it is reached through one passage, such as a process that may die. */
export function portsThrough(process: Passage, world: ErasureWorld): StepPorts {
  return {
    ...world,
    stores: world.stores.map((store) => ({
      ...store,
      finder: process.reaching(`${store.storeId}.finder`, store.finder),
      eraser: process.reaching(`${store.storeId}.eraser`, store.eraser),
      verifier: process.reaching(`${store.storeId}.verifier`, store.verifier),
    })),
    register: process.reaching("register", world.register),
    holds: process.reaching("holds", world.holds),
    tasks: process.reaching("tasks", world.tasks),
    dataKeys: process.reaching("dataKeys", world.dataKeys),
    tombstones: process.reaching("tombstones", world.tombstones),
    accounts: process.reaching("accounts", world.accounts),
    letters: process.reaching("letters", world.letters),
    records: process.reaching("records", world.records),
    ledger: process.reaching("ledger", world.ledger),
    tree: process.reaching("tree", world.tree),
    signer: process.reaching("signer", { ...world.signer }),
    anchors: process.reaching("anchors", world.anchors),
    asks: process.reaching("asks", world.asks),
    disclosures: process.reaching("disclosures", world.disclosures),
    askingDuties: process.reaching("askingDuties", world.askingDuties),
    tokens: process.reaching("tokens", world.tokens),
  };
}
