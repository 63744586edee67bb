import { dynamodbTasks } from "../../shared/adapters/aws/dynamodb-tasks.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** What people have to do in this deployment. */
export const tasks = dynamodbTasks(documents, setting("tasksTable"));
