import { z } from "zod";
import type { RecordedRestore } from "../../domain/restore/restored-around.ts";

const TextSchema = z.string().optional();

/** What CloudTrail records has more keys than these. */
const RecordedSchema = z.object({
  "detail-type": z.literal("AWS API Call via CloudTrail"),
  detail: z.object({
    eventName: z.string(),
    errorCode: TextSchema,
    requestParameters: z
      .object({
        targetTableName: TextSchema,
        sourceTableName: TextSchema,
        sourceTableArn: TextSchema,
        backupArn: TextSchema,
        recoveryPointArn: TextSchema,
        tableCreationParameters: z.object({ tableName: TextSchema }).optional(),
        metadata: z.record(z.string(), z.string()).optional(),
      })
      .nullish(),
  }),
});

/**
 * Returns what a recorded call brought back, and where to.
 *
 * @returns `failed` if AWS refused the call; undefined if the event is no recorded call.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/logging-using-cloudtrail.html
 */
export function recordedRestore(event: unknown): RecordedRestore | "failed" | undefined {
  const parsed = RecordedSchema.safeParse(event);
  if (!parsed.success) return undefined;
  const { eventName: call, errorCode, requestParameters } = parsed.data.detail;
  if (errorCode !== undefined) return "failed";
  const { metadata, tableCreationParameters, targetTableName, ...asked } = requestParameters ?? {};
  const from = [asked.sourceTableName, asked.sourceTableArn, asked.backupArn, asked.recoveryPointArn].filter(
    (one) => one !== undefined,
  );
  const to =
    targetTableName ??
    tableCreationParameters?.tableName ??
    metadata?.targetTableName ??
    metadata?.DestinationBucketName;
  return { call, from, to };
}
