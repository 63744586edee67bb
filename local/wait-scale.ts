import type { LocalAws } from "./local-environment.ts";

/** The embedded AWS did not take a setting. */
export class SettingRefused extends Error {
  override readonly name = "SettingRefused";
}

/**
 * Makes waits of workflows on the embedded AWS last as long as they do where time runs so many times as fast.
 *
 * @throws {SettingRefused} if it knows no such setting.
 */
export async function scaleWorkflowWaits(
  { endpoint }: Pick<LocalAws, "endpoint">,
  timeScale: number,
): Promise<void> {
  const setting = { "stepfunctions._SFN_WAIT_SCALE": 1 / timeScale };
  const answer = await fetch(`${endpoint}/_ministack/config`, {
    method: "POST",
    body: JSON.stringify(setting),
  });
  const text = await answer.text();
  if (answer.ok && text.includes("_SFN_WAIT_SCALE")) return;
  throw new SettingRefused(
    `The embedded AWS did not scale the waits of workflows: it answered ${answer.status}.`,
  );
}
