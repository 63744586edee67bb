import { readFileSync } from "node:fs";
import { App, CfnOutput, Stack } from "aws-cdk-lib";
import { CfnTable } from "aws-cdk-lib/aws-dynamodb";
import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { z } from "zod";

const [settingsFile = ""] = process.argv.slice(2);
const { expirationDays } = z
  .strictObject({ expirationDays: z.number() })
  .parse(JSON.parse(readFileSync(settingsFile, "utf8")));

const app = new App();
const env = { region: "eu-central-1" };

const photos = new Stack(app, "tiny-photos", { env });
const bucket = new CfnBucket(photos, "Photos", {
  lifecycleConfiguration: { rules: [{ id: "old", status: "Enabled", expirationInDays: expirationDays }] },
});
new CfnOutput(photos, "PhotosName", { value: bucket.ref });

const notes = new Stack(app, "tiny-notes", { env });
const table = new CfnTable(notes, "Notes", {
  billingMode: "PAY_PER_REQUEST",
  attributeDefinitions: [{ attributeName: "pk", attributeType: "S" }],
  keySchema: [{ attributeName: "pk", keyType: "HASH" }],
});
new CfnOutput(notes, "NotesName", { value: table.ref });

app.synth();
