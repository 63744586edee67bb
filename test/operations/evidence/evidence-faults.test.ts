import { beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import { type Entry, EntrySchema, entryHash, NO_ENTRY_BEFORE } from "../../../shared/domain/ledger/entry.ts";
import { LaneBroken } from "../../../shared/domain/ledger/lane.ts";
import { LeafSchema } from "../../../shared/domain/ledger/leaf.ts";
import { EMPTY_TREE, withLeaf } from "../../../shared/domain/ledger/merkle-tree.ts";
import { verifyCertificate } from "../../../shared/domain/ledger/verify-certificate.ts";
import { appendLeaves, TreeBusy } from "../../../shared/operations/append-leaves.ts";
import {
  archivedKeys,
  archiveSigningKey,
  SigningKeyRetired,
} from "../../../shared/operations/archive-signing-key.ts";
import { certify } from "../../../shared/operations/certify.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import { certified, closedLane, evidenceWorld, STATEMENT, statement } from "../../world/certified.ts";
import { keyPairSigner } from "../../world/evidence.ts";

const LANE = "req_1/1/photos";
let good: Awaited<ReturnType<typeof certified>>;

beforeEach(async () => {
  good = await certified();
});

const findings = async () =>
  (await checkLedger(good.world)).findings.map(({ where, index }) => `${where} ${index}`);

describe("the evidence", () => {
  it("is as it was written when nobody touched it", async () => {
    expect(await checkLedger(good.world)).toEqual({
      lanes: 3,
      lanesOpen: 0,
      lanesAgedOut: 0,
      entries: 9,
      leaves: 5,
      checkpoints: 2,
      findings: [],
    });
  });

  it("shows that the tail of a lane was cut off", async () => {
    tamper((entries) => entries.slice(0, -1));
    expect(await findings()).toEqual([`${LANE} 2`]);
  });

  it("shows that a lane is gone", async () => {
    good.world.ledger.stored.delete(LANE);
    expect(await findings()).toEqual([`${LANE} 0`]);
  });

  it("shows an entry that was changed, and where", async () => {
    tamper((entries) => replaced(entries, 1, { ...at(entries, 1), at: "2026-11-23T11:00:00.000Z" }));
    expect(await findings()).toContain(`${LANE} 2`);
  });

  it("shows where something stands that is no entry, and goes on with the other lanes", async () => {
    const more = { ...at(good.world.ledger.stored.get(LANE) ?? [], 1), address: "person@example.com" };
    tamper((entries) => replaced(entries, 1, more));
    good.world.ledger.stored.delete("req_1/1/subject");
    expect(await findings()).toEqual([`${LANE} 1`, "req_1/1/subject 0"]);
  });

  it("shows an anchored document that is no checkpoint, or no JSON at all", async () => {
    const { checkpointTexts } = good.world.anchors;
    for (const size of checkpointTexts.keys()) checkpointTexts.set(size, size === 2 ? "{}" : "no JSON");
    expect(await findings()).toEqual(["checkpoint 0", "checkpoint 0"]);
  });

  it("shows entries that were swapped, inserted, or forked off another lane", async () => {
    tamper((entries) => [at(entries, 1), at(entries, 0), at(entries, 2)]);
    expect(await findings()).toContain(`${LANE} 0`);
    good = await certified();
    tamper((entries) => [at(entries, 0), at(entries, 0), at(entries, 1), at(entries, 2)]);
    expect(await findings()).toContain(`${LANE} 1`);
    good = await certified();
    tamper(() => good.world.ledger.stored.get("req_1/1/subject") ?? []);
    expect(await findings()).toContain(`${LANE} 0`);
  });

  it("shows a chain that was made anew with hashes that fit: its end is in a signed tree", async () => {
    tamper((entries) =>
      rechained(
        replaced(entries, 1, {
          ...at(entries, 1),
          body: { kind: "erase-ended", store: "photos", deleted: 0, left: 0, finished: true },
        }),
      ),
    );
    expect(await findings()).toEqual([`${LANE} 2`]);
  });

  it("shows a whole tree that was made anew: its roots were signed and anchored", async () => {
    const { tree } = good.world;
    const leaves = tree.leaves.map((leaf) => leaf.replace('"entries":3', '"entries":2'));
    tree.leaves.splice(0, leaves.length, ...leaves);
    tree.edge = EMPTY_TREE;
    for (const leaf of leaves) {
      const added = withLeaf(tree.edge, leaf);
      tree.edge = added.edge;
      for (const { level, index, hash } of added.nodes) tree.nodes.set(`${level}/${index}`, hash);
    }
    expect(await findings()).toEqual(expect.arrayContaining(["tree 1", "tree 4"]));
  });

  it("shows a tree that was cut off: a later size was signed", async () => {
    const { tree } = good.world;
    tree.leaves.splice(2);
    tree.edge = tree.leaves.reduce((edge, leaf) => withLeaf(edge, leaf).edge, EMPTY_TREE);
    expect(await findings()).toContain("tree 2");
  });

  it("shows a leaf that is missing or has another hash, and an edge that is not that of the leaves", async () => {
    good.world.tree.nodes.set("0/3", "0".repeat(64));
    expect(await findings()).toEqual(["tree 3"]);
    good = await certified();
    good.world.tree.edge = { ...good.world.tree.edge, peaks: ["0".repeat(64), "1".repeat(64)] };
    expect(await findings()).toEqual(["tree 5"]);
  });

  it("shows a checkpoint that nobody with an archived key signed", async () => {
    const { checkpointTexts } = good.world.anchors;
    const [size, text] = [...checkpointTexts][0] ?? [0, ""];
    checkpointTexts.set(size, text.replace(/"signature":"../, '"signature":"00'));
    expect(await findings()).toEqual([`checkpoint ${size}`]);
  });

  it("takes the order of entries from their numbers, not from a clock that ran backwards", async () => {
    const world = evidenceWorld();
    await world.ledger.append("lane", "v1_x", { kind: "processors-asked", declared: 0 });
    world.clock.set("2020-01-01T00:00:00.000Z");
    await world.ledger.append("lane", "v1_x", { kind: "sealed", remaining: 0 });
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("has no place for personal data: what is not foreseen is refused", () => {
    const [entry] = good.world.ledger.stored.get(LANE) ?? [];
    expect(EntrySchema.safeParse(entry).success).toBe(true);
    expect(EntrySchema.safeParse({ ...entry, address: "person@example.com" }).success).toBe(false);
    expect(EntrySchema.safeParse({ ...entry, body: { ...entry?.body, key: "users/1/a" } }).success).toBe(
      false,
    );
    for (const leaf of good.world.tree.leaves) {
      expect(LeafSchema.safeParse(JSON.parse(leaf)).success).toBe(true);
      expect(leaf).not.toContain(STATEMENT.subjectRef);
    }
  });
});

describe("certifying", () => {
  it("issues nothing when nobody signs, and signs when it is asked again", async () => {
    const { world, key } = good;
    await closedLane(world, "req_2/1/photos");
    const broken = { ...world.signer, sign: () => Promise.reject(new Error("throttled")) };
    const before = new Map(world.anchors.checkpointTexts);

    await expect(certify({ ...world, signer: broken }, statement(), ["req_2/1/photos"])).rejects.toThrow(
      "throttled",
    );
    expect(world.anchors.checkpointTexts).toEqual(before);

    const text = await certify(world, statement(), ["req_2/1/photos"]);
    expect(verifyCertificate(text, [key]).valid).toBe(true);
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("keeps old certificates valid after the key was changed", async () => {
    const { world, key, text } = good;
    world.clock.advance(86_400_000);
    const signer = keyPairSigner();
    const newer = await archiveSigningKey({ ...world, signer }, "dream-portraits");
    const retired = { ...key, validUntil: world.clock.now().toISOString() };
    expect(await archivedKeys(world.anchors)).toEqual(expect.arrayContaining([retired, newer]));
    world.clock.advance(1000);
    await closedLane(world, "req_2/1/photos");
    const later = await certify({ ...world, signer }, statement(), ["req_2/1/photos"]);

    expect(verifyCertificate(text, [retired, newer]).valid).toBe(true);
    expect(verifyCertificate(later, [retired, newer]).valid).toBe(true);
    expect(verifyCertificate(later, [retired]).valid).toBe(false);
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("takes nothing that a retired key signs afterwards, and lets it not come back", async () => {
    const { world } = good;
    await archiveSigningKey({ ...world, signer: keyPairSigner() }, "dream-portraits");
    world.clock.advance(1000);
    await closedLane(world, "req_2/1/photos");
    const late = await certify(world, statement(), ["req_2/1/photos"]);

    expect(verifyCertificate(late, await archivedKeys(world.anchors))).toMatchObject({ check: "key" });
    await expect(archiveSigningKey(world, "dream-portraits")).rejects.toThrow(SigningKeyRetired);
  });

  it("lets two writers put their leaves into one tree", async () => {
    const world = evidenceWorld();
    const key = await archiveSigningKey(world, "dream-portraits");
    const lanes = ["req_1/1/photos", "req_2/1/photos", "req_3/1/photos"];
    for (const lane of lanes) await closedLane(world, lane);

    const texts = await Promise.all(lanes.map((lane) => certify(world, statement(), [lane])));

    for (const text of texts) expect(verifyCertificate(text, [key]).valid).toBe(true);
    expect(await checkLedger(world)).toMatchObject({ leaves: 6, checkpoints: 3, findings: [] });
  });

  it("gives up on a tree that never stands still", async () => {
    const restless = { ...good.world.tree, extend: async () => false };
    await expect(
      appendLeaves(restless, [
        { schema: "lethe.leaf/1", kind: "certificate", certificateHash: "a".repeat(64) },
      ]),
    ).rejects.toThrow(TreeBusy);
  });

  it("refuses a lane that is open, or does not hang together", async () => {
    const { world } = good;
    await world.ledger.append("req_9/1/photos", "v1_x", { kind: "processors-asked", declared: 0 });
    await expect(certify(world, statement(), ["req_9/1/photos"])).rejects.toThrow(LaneBroken);
    tamper((entries) => [at(entries, 0), at(entries, 2)]);
    await expect(certify(world, statement(), [LANE])).rejects.toThrow(/entry 1/);
  });

  it("issues a second certificate, as valid, when it runs twice", async () => {
    const again = await certify(good.world, statement(), [LANE]);
    expect(again).not.toBe(good.text);
    expect(verifyCertificate(again, [good.key]).valid).toBe(true);
    expect((await checkLedger(good.world)).findings).toEqual([]);
  });

  it("archives a key once, whatever the time", async () => {
    good.world.clock.advance(1000);
    expect(await archiveSigningKey(good.world, "dream-portraits")).toEqual(good.key);
    expect(canonicalJson(good.key)).toContain('"schema":"lethe.signing-key/1"');
  });
});

function tamper(change: (entries: readonly Entry[]) => readonly Entry[]): void {
  const { stored } = good.world.ledger;
  stored.set(LANE, [...change(stored.get(LANE) ?? [])]);
}

function at(entries: readonly Entry[], index: number): Entry {
  const entry = entries[index];
  if (!entry) throw new Error(`The lane has no entry ${index}.`);
  return entry;
}

function replaced(entries: readonly Entry[], index: number, entry: Entry): readonly Entry[] {
  return entries.map((was, place) => (place === index ? entry : was));
}

/** Makes every hash fit again, as somebody would who may write to the table. */
function rechained(entries: readonly Entry[]): readonly Entry[] {
  const chain: Entry[] = [];
  for (const entry of entries) {
    const last = chain.at(-1);
    chain.push({ ...entry, previous: last ? entryHash(last) : NO_ENTRY_BEFORE });
  }
  return chain;
}
