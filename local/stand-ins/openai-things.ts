/** When everything there was made, in seconds. */
const CREATED_AT = 1_953_000_000;

/** What OpenAI shows of each kind of thing, with every field that its specification requires. */
export const OPENAI_THINGS = {
  file: (id: string) => ({
    ...{ id, object: "file", bytes: 1, created_at: CREATED_AT },
    ...{ filename: "sent.png", purpose: "user_data", status: "processed" },
  }),
  response: (id: string) => ({
    ...{ id, object: "response", created_at: CREATED_AT, model: "gpt-image-1", output: [], metadata: {} },
    ...{ error: null, incomplete_details: null, instructions: null, tools: [], tool_choice: "auto" },
    ...{ parallel_tool_calls: true, temperature: 1, top_p: 1 },
  }),
  completion: (id: string) => ({
    ...{ id, object: "chat.completion", created: CREATED_AT, model: "gpt-image-1", choices: [] },
  }),
  conversation: (id: string) => ({ id, object: "conversation", created_at: CREATED_AT, metadata: {} }),
  item: (id: string) => ({ id, type: "message", role: "user", status: "completed", content: [] }),
} as const;

/** The word with which it says that one was deleted. */
export const OPENAI_DELETED = {
  file: "file",
  response: "response",
  completion: "chat.completion.deleted",
  conversation: "conversation.deleted",
} as const;
