import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withCoarseDevice } from "../../../shared/domain/anonymisation/coarse-device.ts";

const AGENTS = {
  "Mozilla/5.0 (Linux; Android 15; Pixel 9 Pro) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.6778.39 Mobile Safari/537.36":
    ["phone", "Android", "Chrome"],
  "Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36":
    ["tablet", "Android", "Chrome"],
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1":
    ["phone", "iOS", "Safari"],
  "Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1":
    ["tablet", "iOS", "Safari"],
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.51":
    ["desktop", "Windows", "Edge"],
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15":
    ["desktop", "macOS", "Safari"],
  "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0": ["desktop", "Linux", "Firefox"],
} as const;

describe("what a record says of a device", () => {
  it.each(Object.entries(AGENTS))(
    "is its kind, system and browser: %s",
    (userAgent, [device, system, browser]) => {
      expect(withCoarseDevice({ user_agent: userAgent })).toEqual({ device, system, browser });
    },
  );

  it.each([
    [{ screen: "390x844" }, { screen: "small" }],
    [{ viewport: { width: 820, height: 1180 } }, { screen: "medium" }],
    [{ resolution: [2560, 1440] }, { screen: "large" }],
    [{ screenSize: "unknown" }, { screen: "other" }],
    [{ locale: "de-AT" }, { language: "de" }],
    [{ lang: "zh_Hant_TW" }, { language: "zh" }],
    [{ timestamp: "2026-11-24T10:11:12.345Z" }, { day: "2026-11-24" }],
    [{ at: 1795514400123 }, { day: "2026-11-24" }],
    [{ at: 1795514400 }, { day: "2026-11-24" }],
    [{ os: "iOS 18.1" }, { system: "iOS" }],
    [{ device: { model: "Pixel 9 Pro", os: "Android 15" } }, { device: { system: "Android" } }],
    [{ seen: [{ serial: "A1", locale: "en-GB" }] }, { seen: [{ language: "en" }] }],
  ])("is coarse: %j", (told, left) => {
    expect(withCoarseDevice(told)).toEqual(left);
  });

  it.each(["deviceModel", "Device-Name", "fingerprint", "gpu", "timeZone", "os_version", "city", "latitude"])(
    "goes where it tells one device or place from most others: %s",
    (field) => {
      expect(withCoarseDevice({ [field]: "exact", button: "save" })).toEqual({ button: "save" });
    },
  );

  it("leaves alone what was done", () => {
    const record = { screenName: "gallery", button: "save", clicks: 3, country: "DE", ok: true, note: null };
    expect(withCoarseDevice(record)).toEqual(record);
  });

  it("is the same when it is made coarse twice", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constantFrom(...Object.keys(AGENTS)));
    const field = fc.constantFrom("userAgent", "device", "screen", "locale", "at", "model", "button", "os");
    fc.assert(
      fc.property(fc.dictionary(field, value), (record) => {
        const once = withCoarseDevice(record);
        expect(withCoarseDevice(once)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });
});
