import { AdminDeleteUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { DeleteObjectsCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { DeleteCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { DemoDeployment } from "../../local/demo/demo-deployment.ts";
import { ACCOUNT } from "../../shared/domain/erasure/scope.ts";
import { fillSubject, type SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { storesErasedBy } from "../../shared/domain/policy/erasure-targets.ts";

/**
 * Deletes what a person has as a script does that somebody writes in an hour: one call after another, one page, no plan, no
 * freeze, no second look and no evidence. It is the peer of an erasure and is used for nothing else.
 */
export async function deleteBarely(demo: DemoDeployment, person: SubjectId): Promise<void> {
  for (const store of storesErasedBy(demo.compiled.policy, ACCOUNT)) {
    const place = demo.bindings.stores[store.id]?.id ?? "";
    switch (store.kind) {
      case "s3":
        await deleteObjects(demo, place, fillSubject(store.keyTemplate, person));
        break;
      case "dynamodb":
        await deleteItems(demo, place, store, person);
        break;
      case "cognito":
        await demo.cognito.send(new AdminDeleteUserCommand({ UserPoolId: place, Username: person }));
        break;
    }
  }
}

async function deleteObjects({ s3 }: DemoDeployment, Bucket: string, Prefix: string): Promise<void> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket, Prefix }),
  );
  const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
  if (Objects.length === 0) return;
  await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
}

async function deleteItems(
  { documents }: DemoDeployment,
  TableName: string,
  store: Extract<ReturnType<typeof storesErasedBy>[number], { kind: "dynamodb" }>,
  person: SubjectId,
): Promise<void> {
  const { partitionKey, sortKey } = store;
  const names = [partitionKey.attribute, ...(sortKey ? [sortKey.attribute] : [])];
  const query = {
    TableName,
    KeyConditionExpression: "#partition = :partition",
    ExpressionAttributeNames: { "#partition": partitionKey.attribute },
    ExpressionAttributeValues: { ":partition": fillSubject(partitionKey.template, person) },
  };
  for await (const { Items = [] } of paginateQuery({ client: documents }, query)) {
    for (const item of Items) {
      const Key = Object.fromEntries(names.map((name) => [name, item[name]]));
      await documents.send(new DeleteCommand({ TableName, Key }));
    }
  }
}
