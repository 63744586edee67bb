import { SQSClient } from "@aws-sdk/client-sqs";
import { sqsCachedCopies } from "../../shared/adapters/processor-calls/sqs-cached-copies.ts";
import { setting } from "./settings.ts";

/** Where it is told which copies caches are to drop. */
export const cachedCopies = sqsCachedCopies(new SQSClient({}), setting("cachedCopiesQueueUrl"));
