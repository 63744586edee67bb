import { S3Client } from "@aws-sdk/client-s3";
import { s3Records } from "../../shared/adapters/aws/s3-records.ts";
import { setting } from "./settings.ts";

/** The records of this deployment. */
export const records = s3Records(new S3Client({}), setting("recordsBucket"));
