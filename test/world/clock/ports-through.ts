import type { Passage } from "../ports-through.ts";
import type { ClockWorld } from "./clock-world.ts";

/** Returns every port of the clock as it is reached through one passage, such as a process that may die. */
export function clockPortsThrough(process: Passage, { ports }: ClockWorld): ClockWorld["ports"] {
  return {
    ...ports,
    things: process.reaching("things", ports.things),
    dueRows: process.reaching("dueRows", ports.dueRows),
    measurements: process.reaching("measurements", ports.measurements),
    duties: process.reaching("duties", ports.duties),
    register: process.reaching("register", ports.register),
    holds: process.reaching("holds", ports.holds),
    ledger: process.reaching("ledger", ports.ledger),
    tree: process.reaching("tree", ports.tree),
    anchors: process.reaching("anchors", ports.anchors),
    expiringStores: new Map(
      [...ports.expiringStores].map(([id, store]) => [id, process.reaching(id, store)]),
    ),
  };
}
