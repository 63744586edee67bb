import {
  type AttributeValue,
  CreateTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";

type Item = Readonly<Record<string, AttributeValue>>;

/** A table in which items are found by something else than their key. */
export interface OtherTable {
  readonly name: string;
  put(...items: readonly Item[]): Promise<void>;
  /** Every item as DynamoDB writes it, in the order of the key attribute. */
  items(): Promise<readonly Item[]>;
}

/** Makes a table with this partition key and, where one is named, an index of keys alone. */
export async function newTable(
  dynamodb: DynamoDBClient,
  name: string,
  key: string,
  index?: { readonly name: string; readonly attribute: string },
): Promise<OtherTable> {
  const attributes = [key, ...(index ? [index.attribute] : [])];
  await dynamodb.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: "S" })),
      KeySchema: [{ AttributeName: key, KeyType: "HASH" }],
      ...(index
        ? {
            GlobalSecondaryIndexes: [
              {
                IndexName: index.name,
                KeySchema: [{ AttributeName: index.attribute, KeyType: "HASH" }],
                Projection: { ProjectionType: "KEYS_ONLY" },
              },
            ],
          }
        : {}),
    }),
  );
  return {
    name,
    put: async (...items) => {
      for (const item of items)
        await dynamodb.send(new PutItemCommand({ TableName: name, Item: { ...item } }));
    },
    items: async () => {
      const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
      return Items.toSorted((one, other) => (one[key]?.S ?? "").localeCompare(other[key]?.S ?? ""));
    },
  };
}

/**
 * Returns a client that does something before the first call of this kind, as somebody else would who is faster, or
 * changes what it answers.
 */
export function interposed<Client extends { send(...args: never[]): Promise<unknown> }>(
  client: Client,
  {
    before,
    answer = (_, given) => given,
  }: {
    readonly before?: (call: string) => Promise<void>;
    readonly answer?: (call: string, given: unknown) => unknown;
  },
): Client {
  const send = async (...args: Parameters<Client["send"]>): Promise<unknown> => {
    const call = String(Object(args[0]).constructor.name);
    await before?.(call);
    return answer(call, await client.send(...args));
  };
  return new Proxy(client, { get: (of, name) => (name === "send" ? send : Reflect.get(of, name)) });
}
