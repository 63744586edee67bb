import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { MentionsLayout } from "../../../domain/policy/table-stores.ts";
import type { StoreVerifier } from "../../../operations/ports.ts";

/**
 * Returns a verifier that reads the attribute of every item, consistently, and compares here: a name in a text, in a set
 * or in a list, whichever the policy expects. It shares no code with finder and eraser.
 */
export function mentionsVerifier(
  documents: DynamoDBDocumentClient,
  table: string,
  { attribute, template }: MentionsLayout,
): StoreVerifier {
  return {
    async countRemaining(subject) {
      const name = template.split("{subject}").join(subject);
      const whole = { TableName: table, AttributesToGet: [attribute], ConsistentRead: true };
      let count = 0;
      for await (const { Items = [] } of paginateScan({ client: documents }, whole)) {
        count += Items.filter((item) => isOrHas(item[attribute], name)).length;
      }
      return count;
    },
  };
}

function isOrHas(value: unknown, name: string): boolean {
  if (value instanceof Set) return value.has(name);
  return Array.isArray(value) ? value.includes(name) : value === name;
}
