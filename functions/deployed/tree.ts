import { dynamodbTree } from "../../shared/adapters/aws/dynamodb-tree.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The Merkle tree of this deployment. */
export const tree = dynamodbTree(documents, setting("ledgerTable"));
