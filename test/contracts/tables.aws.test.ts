import { type AttributeValue, DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexEraser } from "../../shared/adapters/stores/dynamodb-index/erase.ts";
import { indexFinder } from "../../shared/adapters/stores/dynamodb-index/find.ts";
import { indexVerifier } from "../../shared/adapters/stores/dynamodb-index/verify.ts";
import { mentionsEraser } from "../../shared/adapters/stores/dynamodb-mentions/erase.ts";
import { mentionsFinder } from "../../shared/adapters/stores/dynamodb-mentions/find.ts";
import { mentionsVerifier } from "../../shared/adapters/stores/dynamodb-mentions/verify.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { IndexedLayout, MentionsLayout } from "../../shared/domain/policy/table-stores.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { gateHolding, openGate } from "../world/stores/gates.ts";
import { quickTime } from "../world/stores/quick-time.ts";
import { sharedThingsContract } from "./shared-things.ts";
import { storeContract } from "./store.ts";
import { interposed, newTable } from "./tables.ts";

const person = subjectIdOf("1");
const orders: IndexedLayout = {
  partitionKey: { attribute: "order" },
  locatedBy: { index: "by-buyer", partitionKey: { attribute: "buyer", template: "SUBJECT#{subject}" } },
  verifiedBy: "scan",
};
const answers: MentionsLayout = {
  partitionKey: { attribute: "comment" },
  attribute: "repliedTo",
  template: "SUBJECT#{subject}",
  effect: "remove-attribute",
};
const members: MentionsLayout = { ...answers, attribute: "members", effect: "remove-from-set" };
const noBody = async () => undefined;

describe("tables in which a person's items have no key of theirs", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let dynamodb: DynamoDBClient;
  let documents: DynamoDBDocumentClient;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
    dynamodb = new DynamoDBClient(aws.clientConfig);
    documents = DynamoDBDocumentClient.from(dynamodb);
  });
  afterAll(() => aws.stop());

  const nextName = (): string => {
    made += 1;
    return `table-${made}`;
  };
  const newOrders = () =>
    newTable(dynamodb, nextName(), "order", { name: orders.locatedBy.index, attribute: "buyer" });
  const newComments = () => newTable(dynamodb, nextName(), "comment");

  const indexed = (table: string, store = orders, client = documents): StoreAdapter => ({
    storeId: "orders",
    kind: "dynamodb-index",
    finder: indexFinder(client, table, store),
    eraser: indexEraser(client, table, store, { time: quickTime() }),
    verifier: indexVerifier(documents, table, store, noBody),
  });
  const mentions = (table: string, store: MentionsLayout, client = documents): StoreAdapter => ({
    storeId: "answers",
    kind: "dynamodb-mentions",
    finder: mentionsFinder({ documents: client, table, store }),
    eraser: mentionsEraser({ documents: client, table, store }, { time: quickTime() }),
    verifier: mentionsVerifier(documents, table, store),
  });

  describe.each(["scan", "index"] as const)("found by an index and looked for again by %s", (verifiedBy) => {
    storeContract(
      async () => {
        const table = await newOrders();
        let put = 0;
        return {
          adapter: indexed(table.name, { ...orders, verifiedBy }),
          put: async (subject, entries) => {
            for (let at = 0; at < entries; at += 1) {
              put += 1;
              await table.put({ order: { S: `order-${put}` }, buyer: { S: `SUBJECT#${subject}` } });
            }
          },
        };
      },
      { entries: 60, isSeveralBatches: true },
    );
  });

  describe("an index", () => {
    it("that still names what has gone over to somebody else deletes it from nobody", async () => {
      const table = await newOrders();
      const [moving, staying] = ["order-1", "order-2"];
      for (const order of [moving, staying])
        await table.put({ order: { S: order }, buyer: { S: "SUBJECT#1" } });
      let isMoved = false;
      const slow = interposed(documents, {
        before: async (call) => {
          if (call !== "DeleteItemCommand" || isMoved) return;
          isMoved = true;
          await table.put({ order: { S: moving }, buyer: { S: "SUBJECT#2" } });
        },
      });

      const pass = await indexed(table.name, orders, slow).eraser.erase(person, openGate, noBody);

      expect(isMoved).toBe(true);
      expect(pass).toMatchObject({ deleted: 1, left: 0, finished: true });
      expect(await table.items()).toEqual([{ order: { S: moving }, buyer: { S: "SUBJECT#2" } }]);
    });

    it("that names what the table says is somebody else's counts it for nobody", async () => {
      const table = await newOrders();
      await table.put({ order: { S: "order-1" }, buyer: { S: "SUBJECT#2" } });
      const stale = interposed(documents, {
        answer: (call, given) =>
          call === "QueryCommand" ? { ...Object(given), Items: [{ order: { S: "order-1" } }] } : given,
      });

      expect(await indexed(table.name, orders, stale).finder.find(person)).toMatchObject({ found: 0 });
    });

    it("that hides an item is asked once more after a while, and the table, read whole, tells of it", async () => {
      const table = await newOrders();
      for (const order of ["order-1", "order-2"])
        await table.put({ order: { S: order }, buyer: { S: "SUBJECT#1" } });
      let asked = 0;
      const lagging = (until: number) =>
        interposed(documents, {
          answer: (call, given) => {
            if (call !== "QueryCommand") return given;
            asked += 1;
            const items: readonly unknown[] = Object(given).Items;
            const shown = items.filter((item) => Object(item).order.S !== "order-2");
            return { ...Object(given), Items: asked > until ? items : shown };
          },
        });

      const blind = indexed(table.name, orders, lagging(100));
      expect(await blind.eraser.erase(person, openGate, noBody)).toMatchObject({
        deleted: 1,
        finished: true,
      });
      expect(await blind.verifier.countRemaining(person)).toBe(1);

      asked = 0;
      // It shows nothing at the first two looks, and the item after the pause.
      const late = indexed(table.name, orders, lagging(1));
      expect(await late.eraser.erase(person, openGate, noBody)).toMatchObject({ deleted: 1, finished: true });
      expect(await table.items()).toEqual([]);
    });
  });

  describe("a name in items of others", () => {
    const effects: readonly MentionsLayout[] = [answers, { ...answers, effect: "delete-item" }, members];
    describe.each(effects)("with $effect", (store) => {
      storeContract(
        async () => {
          const table = await newComments();
          let put = 0;
          return {
            adapter: mentions(table.name, store),
            put: async (subject, entries) => {
              const name = `SUBJECT#${subject}`;
              for (let at = 0; at < entries; at += 1) {
                put += 1;
                await table.put({
                  comment: { S: `comment-${put}` },
                  [store.attribute]: store === members ? { SS: [name, "SUBJECT#owner"] } : { S: name },
                });
              }
            },
          };
        },
        { entries: 60, isSeveralBatches: true },
      );
    });

    it("goes, and everything else of these items stays as it was to the last digit", async () => {
      const table = await newComments();
      const rest: Readonly<Record<string, AttributeValue>> = {
        author: { S: "SUBJECT#2" },
        text: { S: "SUBJECT#1 ünder a title\n" },
        rank: { N: "0.12345678901234567890123456789012345678" },
        raw: { B: new Uint8Array([0, 255, 7]) },
        seen: { NULL: true },
        deep: { M: { list: { L: [{ BOOL: false }, { NS: ["1", "20"] }] } } },
      };
      const others = [
        { comment: { S: "b" }, repliedTo: { S: "SUBJECT#10" }, ...rest },
        { comment: { S: "c" }, members: { SS: ["SUBJECT#10", "xSUBJECT#1"] }, ...rest },
        { comment: { S: "d" }, members: { S: "SUBJECT#1 and SUBJECT#10" }, ...rest },
        { comment: { S: "e" }, ...rest },
      ];
      await table.put(
        {
          comment: { S: "a" },
          repliedTo: { S: "SUBJECT#1" },
          members: { SS: ["SUBJECT#1", "SUBJECT#2"] },
          ...rest,
        },
        { comment: { S: "aa" }, members: { SS: ["SUBJECT#1"] }, ...rest },
        ...others,
      );

      for (const store of [answers, members]) {
        const { eraser, verifier } = mentions(table.name, store);
        expect((await eraser.erase(person, openGate, noBody)).left).toBe(0);
        expect(await verifier.countRemaining(person)).toBe(0);
      }

      expect(await table.items()).toEqual([
        { comment: { S: "a" }, members: { SS: ["SUBJECT#2"] }, ...rest },
        { comment: { S: "aa" }, ...rest },
        ...others,
      ]);
    });

    it("is not taken out of what its owner has changed meanwhile, and that change stays", async () => {
      const table = await newComments();
      await table.put({ comment: { S: "a" }, repliedTo: { S: "SUBJECT#1" }, text: { S: "old" } });
      let isChanged = false;
      const slow = interposed(documents, {
        before: async (call) => {
          if (call !== "UpdateItemCommand" || isChanged) return;
          isChanged = true;
          await table.put({ comment: { S: "a" }, repliedTo: { S: "SUBJECT#3" }, text: { S: "new" } });
        },
      });

      const pass = await mentions(table.name, answers, slow).eraser.erase(person, openGate, noBody);

      expect(pass).toMatchObject({ deleted: 0, left: 0, finished: true });
      expect(await table.items()).toEqual([
        { comment: { S: "a" }, repliedTo: { S: "SUBJECT#3" }, text: { S: "new" } },
      ]);
    });

    it("that finder and eraser do not see is seen by the verifier, in a list as well", async () => {
      const table = await newComments();
      await table.put(
        { comment: { S: "a" }, members: { SS: ["SUBJECT#1"] } },
        { comment: { S: "b" }, members: { L: [{ S: "SUBJECT#1" }] } },
        { comment: { S: "c" }, members: { SS: ["SUBJECT#1", "SUBJECT#2"] } },
      );
      const blind = interposed(documents, {
        answer: (call, given) => {
          if (call !== "ScanCommand") return given;
          const items: readonly unknown[] = Object(given).Items;
          return { ...Object(given), Items: items.filter((item) => Object(item).comment.S !== "c") };
        },
      });
      const { eraser, verifier } = mentions(table.name, members, blind);

      expect(await eraser.erase(person, openGate, noBody)).toMatchObject({ deleted: 1, left: 0 });
      expect(await verifier.countRemaining(person)).toBe(2);
    });

    it("stays where a hold is on the item", async () => {
      const table = await newComments();
      for (const comment of ["a", "b"])
        await table.put({ comment: { S: comment }, repliedTo: { S: "SUBJECT#1" } });
      const gate = gateHolding(({ item }) => item === "a");

      const pass = await mentions(table.name, answers).eraser.erase(person, gate, noBody);

      expect(pass).toMatchObject({ deleted: 1, left: 1, finished: true });
      expect(await table.items()).toEqual([
        { comment: { S: "a" }, repliedTo: { S: "SUBJECT#1" } },
        { comment: { S: "b" } },
      ]);
    });
  });

  sharedThingsContract(async () => ({
    dynamodb,
    documents,
    s3: new S3Client(aws.clientConfig),
    name: nextName(),
  }));

  it("refuses a condition that does not hold, as the tests above count on", async () => {
    const table = await newComments();
    const change = new UpdateItemCommand({
      TableName: table.name,
      Key: { comment: { S: "a" } },
      UpdateExpression: "REMOVE x",
      ConditionExpression: "attribute_exists(x)",
    });
    await expect(dynamodb.send(change)).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
  });
});
