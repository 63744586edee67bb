import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { dynamodbTree } from "../../shared/adapters/aws/dynamodb-tree.ts";
import { kmsSigner } from "../../shared/adapters/aws/kms-signer.ts";
import { s3Anchors } from "../../shared/adapters/aws/s3-anchors.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The Merkle tree of this deployment. */
export const tree = dynamodbTree(documents, setting("ledgerTable"));

/** The key that signs this deployment's checkpoints. */
export const signer = kmsSigner(new KMSClient({}), setting("signingKeyArn"));

/** Where this deployment's checkpoints and public keys are kept under Object Lock. */
export const anchors = s3Anchors(new S3Client({}), setting("anchorsBucket"));
