import { expect, it } from "vitest";
import { virtualClock } from "../world/clock.ts";
import { quickRecords } from "./quick-records.ts";

const created = { fact: "created", at: "2028-01-15T00:00:00.000Z" } as const;
const told = (key: string, keepUntil: string) => ({
  thing: { store: "photos", key },
  facts: [created],
  keepUntil,
});

it("lets a record go once its time is over, on its day or later, and keeps one that is kept on", async () => {
  const clock = virtualClock("2028-01-15T00:00:00.000Z");
  const records = quickRecords(clock);
  const [early, late, keptOn] = [
    "2028-02-01T06:00:00.000Z",
    "2028-02-01T18:00:00.000Z",
    "2028-03-01T00:00:00.000Z",
  ];
  await records.tell([told("early", early), told("late", late), told("kept on", early)]);
  await records.keepUntil([{ store: "photos", key: "kept on" }], keptOn);
  const left = async (at: string): Promise<readonly string[]> => {
    clock.set(at);
    records.forgetEnded();
    const keys = ["early", "late", "kept on"];
    const known = await records.read(keys.map((key) => ({ store: "photos", key })));
    return keys.filter((_, place) => known[place] !== undefined);
  };
  expect(await left(early)).toEqual(["early", "late", "kept on"]);
  expect(await left("2028-02-01T12:00:00.000Z")).toEqual(["late", "kept on"]);
  expect(await left("2028-02-09T00:00:00.000Z")).toEqual(["kept on"]);
  expect(await left("2028-03-02T00:00:00.000Z")).toEqual([]);
});
