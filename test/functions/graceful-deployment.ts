import { gracefulWorld } from "../world/graceful-world.ts";

/** What functions of one test file reach, in place of a deployment. */
export const deployed = await gracefulWorld();
