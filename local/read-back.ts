import type { SynthesisedStack } from "./cloud-assembly.ts";
import type { LocalAws } from "./local-environment.ts";

export async function readBack(_of: { aws: LocalAws; stack: SynthesisedStack }): Promise<void> {}
