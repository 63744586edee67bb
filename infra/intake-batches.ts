/** How what was told is gathered before a function takes it; SQS and DynamoDB streams alike. */

/** Things that are due together share a row, so a fuller batch costs less: each waits this long to be filled. */
export const STORED_WAIT_SECONDS = 25;
/** What ends at once is told here. */
export const TOLD_WAIT_SECONDS = 1;
/** Six megabytes of notifications are thousands; so many writes are done well within a function's time. */
export const EVENTS_PER_BATCH = 1000;
/** A flood of events must leave room for other functions, and to the table. */
export const BATCHES_AT_ONCE = 10;
