import { emptyOpenai, openaiRoutes } from "../../../local/stand-ins/openai.ts";
import { openaiConnector } from "../../../shared/adapters/processors/openai/connector.ts";
import type { Disclosure } from "../../../shared/domain/processors/disclosure.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { disclosureOf } from "./disclosed.ts";

const KINDS = [
  ["file", "files"],
  ["response", "responses"],
  ["chat-completion", "completions"],
] as const;

describeConversations();
for (const [kind, place] of KINDS) {
  describeConnector(`OpenAI, ${kind}`, () => {
    const content = emptyOpenai();
    for (const id of ["hers", "his"]) content[place].add(id);
    return {
      routes: openaiRoutes(content),
      connector: (at) => openaiConnector({ ...at, baseUrl: `${at.baseUrl}/v1` }),
      disclosure: disclosureOf("openai", kind satisfies Disclosure["kind"], "hers"),
      isThere: () => content[place].has("hers"),
      isNeighbourThere: () => content[place].has("his"),
      canLook: true,
    };
  });
}

function describeConversations(): void {
  describeConnector("OpenAI, conversation with its items", () => {
    const content = emptyOpenai();
    const items = new Set(Array.from({ length: 250 }, (_, at) => `item-${at}`));
    content.conversations.set("hers", items).set("his", new Set(["item-0"]));
    return {
      routes: openaiRoutes(content),
      connector: (at) => openaiConnector({ ...at, baseUrl: `${at.baseUrl}/v1` }),
      disclosure: disclosureOf("openai", "conversation", "hers"),
      isThere: () => items.size > 0,
      isNeighbourThere: () => content.conversations.get("his")?.size === 1,
      canLook: true,
    };
  });
}
