import { erasureWorld } from "../world/erasure-world.ts";

/** What the functions of a service that seals reach, in memory. */
export const deployed = await erasureWorld();
