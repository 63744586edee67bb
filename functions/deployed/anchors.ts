import { S3Client } from "@aws-sdk/client-s3";
import { s3Anchors } from "../../shared/adapters/aws/s3-anchors.ts";
import { setting } from "./settings.ts";

/** Where this deployment's checkpoints and public keys are kept under Object Lock. */
export const anchors = s3Anchors(new S3Client({}), setting("anchorsBucket"));
