import type { Listings, StandingListing } from "../../shared/operations/ports.ts";

/** Where listings stand, in memory. */
export function inMemoryListings(): Listings {
  const standing = new Map<string, StandingListing>();
  return {
    read: async (store) => standing.get(store) ?? {},
    keep: async (store, so) => void standing.set(store, so),
  };
}
