import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { AccountAddresses } from "../../../domain/policy/account-addresses.ts";
import type { DynamodbStore } from "../../../domain/policy/store.ts";
import { itemKeyText, ownerOf } from "../../../domain/retention/thing-owner.ts";
import type { AccountDirectory, AccountOnFile } from "../../../operations/ports.ts";
import { accountsAt } from "../accounts-at.ts";

/** Items of one address: more than a few are for a person to sort out, and nobody needs them all. */
const LOOKED_AT_MAX = 100;

/** The policy names no index by which a table answers; one that passed its checks names it. */
export class AddressIndexUndeclared extends Error {
  override readonly name = "AddressIndexUndeclared";
}

/**
 * Returns the accounts of a table by the index that the policy declares. The index may lag behind, so what it names is
 * read from the table, consistently, before it counts.
 */
export function dynamodbAccountDirectory(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbStore,
  { attribute, index }: Pick<AccountAddresses, "attribute" | "index">,
): AccountDirectory {
  if (index === undefined)
    throw new AddressIndexUndeclared(`Store ${store.id} has no index by ${attribute}.`);
  const keyNames = [store.partitionKey.attribute, ...(store.sortKey ? [store.sortKey.attribute] : [])];
  const named = { "#address": attribute };

  const keysAt = async (address: string) => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: "#address = :address",
        ExpressionAttributeNames: named,
        ExpressionAttributeValues: { ":address": address },
        Limit: LOOKED_AT_MAX,
      }),
    );
    return Items.map((item) => keyNames.map((name) => z.string().parse(item[name])));
  };
  const accountOf = async (values: readonly string[]): Promise<readonly AccountOnFile[]> => {
    const [partition = "", sort] = values;
    const { Item } = await documents.send(
      new GetCommand({
        TableName: table,
        Key: Object.fromEntries(keyNames.map((name, at) => [name, values[at]])),
        ProjectionExpression: "#address",
        ExpressionAttributeNames: named,
        ConsistentRead: true,
      }),
    );
    const address = z.string().safeParse(Item?.[attribute]).data;
    const subjectId = ownerOf(store, itemKeyText(partition, sort));
    return address === undefined || subjectId === undefined ? [] : [{ subjectId, address }];
  };

  return {
    findByAddress: (address, limit) =>
      accountsAt(address, limit, async (spelling) => {
        const found: AccountOnFile[] = [];
        for (const key of await keysAt(spelling)) {
          if (found.length < limit) found.push(...(await accountOf(key)));
        }
        return found;
      }),
  };
}
