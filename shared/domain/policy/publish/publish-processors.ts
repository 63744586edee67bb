import type { Policy } from "../policy.ts";
import type { Processor } from "../processor.ts";
import type { Cell, PublishedTable } from "./publish-table.ts";

const TRAINS = { no: "No", yes: "Yes", unknown: "Not known" } as const;

/** Returns the table of third parties that get personal data. What is not known is said, not left out. */
export function processorTable({ processors }: Policy): PublishedTable {
  return {
    heading: "Sub-processors",
    notes: processors.length === 0 ? ["No third party gets personal data."] : [],
    columns: [
      "Name",
      "Purpose",
      "Place",
      "Data",
      "Kept there for",
      "Training",
      "Contract and safeguards",
      "What stays there",
      "Its policy",
    ],
    rows: processors.map(rowOf),
  };
}

function rowOf(processor: Processor): readonly Cell[] {
  const { name, purpose, places, receives, training, gap } = processor;
  return [
    name,
    purpose ?? "not stated",
    places === undefined ? "not stated" : places.join(", "),
    receives.length === 0 ? "nothing" : receives.join(", "),
    keptFor(processor),
    training === undefined ? "not stated" : `${TRAINS[training.trains]}: ${training.statement}`,
    safeguardsOf(processor),
    gap ?? "nothing known",
    policyLink(processor),
  ];
}

function keptFor({ retention }: Processor): string {
  switch (retention?.kept) {
    case "nothing":
      return "not kept";
    case "days":
      return `${retention.days} days`;
    case "until-deleted":
      return "until we delete it";
    case undefined:
      return "not stated";
  }
}

/** The reference of a contract is published, who keeps it here is not. */
function safeguardsOf({ contract, transferSafeguard }: Processor): string {
  const bound = contract === undefined ? "no contract on record" : `${contract.document} (${contract.date})`;
  return transferSafeguard === undefined ? bound : `${bound}; ${transferSafeguard}`;
}

/** A link to anything but a web page would be a trap. */
function policyLink({ name, policyUrl, readOn }: Processor): Cell {
  if (policyUrl === undefined) return "not stated";
  if (!/^https?:\/\//i.test(policyUrl)) return policyUrl;
  return { text: `Policy of ${name}, read on ${readOn}`, href: policyUrl };
}
