import type { Plain, PlainRecord } from "./without-identifiers.ts";

/** What is left of a device: as coarse as the questions that usage data is kept to answer. */
type Coarsened = Readonly<Record<string, string>>;
type Coarsen = (value: Plain) => Coarsened;

/** Shorter sides in CSS pixels; phones are below the first, desktops above the second. */
const SMALL_SIDE_PX = 600;
const LARGE_SIDE_PX = 1000;

/** The first that fits: every tablet of Google's says Android, every browser says Mozilla, Edge and Opera say Chrome. */
const SYSTEMS = [
  [/android/i, "Android"],
  [/iphone|ipad|ipod|\bios\b/i, "iOS"],
  [/windows/i, "Windows"],
  [/mac ?os|macintosh/i, "macOS"],
  [/cros|linux|x11/i, "Linux"],
] as const;
const BROWSERS = [
  [/\bedg(e|a|ios)?\b/i, "Edge"],
  [/\bopr\b|opera/i, "Opera"],
  [/firefox|fxios/i, "Firefox"],
  [/chrom(e|ium)|crios/i, "Chrome"],
  [/safari/i, "Safari"],
] as const;
const DEVICES = [
  [/ipad|tablet|android(?!.*mobile)/i, "tablet"],
  [/phone|mobi|ipod|android/i, "phone"],
  [/desktop|windows|macintosh|mac ?os|linux|x11|cros/i, "desktop"],
] as const;

/** Fields about a device, without case, hyphens and underscores, and what becomes of each. */
const DEVICE_FIELDS: ReadonlyMap<string, Coarsen> = new Map([
  ...fields(
    (value) => ({ ...devicePart(value), ...systemPart(value), ...browserPart(value) }),
    "useragent",
    "ua",
  ),
  ...fields(devicePart, "device", "devicetype"),
  ...fields(systemPart, "system", "os", "platform"),
  ...fields(browserPart, "browser"),
  ...fields(screenPart, "screen", "screensize", "resolution", "viewport"),
  ...fields((value) => ({ language: language(value) }), "language", "locale", "lang"),
  ...fields((value) => ({ day: day(value) }), "at", "time", "timestamp", "date", "day"),
]);

/** Fields that tell one device or place from most others, whatever is left of them. */
const TELLING_FIELDS =
  /^(?:device(?:model|name|id)|model|hardware|serial(?:number)?|build|fingerprint|canvas|fonts?|plugins?|gpu|webgl|battery|memory|cpu|cores|timezone|(?:os|system|browser|app)version|city|region|postcode|zip|latitude|longitude|lat|lon|lng|gps|location|coordinates|imei|advertisingid|idfa)$/u;

/**
 * Returns a record in which what it says of a device, a place and a moment is coarse: the kind of device, the system and
 * the browser without versions, the size class of its screen, the language without its country, the day. What tells one
 * device from most others goes. Other fields stay as they are.
 */
export function withCoarseDevice(record: PlainRecord): PlainRecord {
  return Object.fromEntries(Object.entries(record).flatMap(([field, value]) => coarseField(field, value)));
}

function coarseField(field: string, value: Plain): readonly (readonly [string, Plain])[] {
  const name = field.toLowerCase().replace(/[-_\s.]/gu, "");
  if (TELLING_FIELDS.test(name)) return [];
  const isNested = typeof value === "object" && value !== null && !Array.isArray(value);
  const coarsen = DEVICE_FIELDS.get(name);
  if (coarsen && (coarsen === screenPart || !isNested)) return Object.entries(coarsen(value));
  return [[field, coarseNested(value)]];
}

function coarseNested(value: Plain): Plain {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(coarseNested);
  return withCoarseDevice(value);
}

/** `Array.isArray` does not know lists that are read-only. */
function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function devicePart(value: Plain): Coarsened {
  return partOf("device", DEVICES, value);
}

function systemPart(value: Plain): Coarsened {
  return partOf("system", SYSTEMS, value);
}

function browserPart(value: Plain): Coarsened {
  return partOf("browser", BROWSERS, value);
}

/** What is not known as one of a few says too much. */
function partOf(name: string, kinds: readonly (readonly [RegExp, string])[], value: Plain): Coarsened {
  const text = typeof value === "string" ? value : "";
  const kind = kinds.find(([pattern]) => pattern.test(text))?.[1];
  return kind === undefined ? {} : { [name]: kind };
}

function screenPart(value: Plain): Coarsened {
  if (value === "small" || value === "medium" || value === "large") return { screen: value };
  const sides = (JSON.stringify(value).match(/\d+/gu) ?? []).map(Number);
  if (sides.length < 2) return { screen: "other" };
  const shorter = Math.min(...sides.slice(0, 2));
  return { screen: shorter < SMALL_SIDE_PX ? "small" : shorter < LARGE_SIDE_PX ? "medium" : "large" };
}

function language(value: Plain): string {
  const [, primary] = /^([a-z]{2,3})(?:[-_]|$)/iu.exec(typeof value === "string" ? value : "") ?? [];
  return primary?.toLowerCase() ?? "other";
}

function day(value: Plain): string {
  const at = typeof value === "string" ? new Date(value) : epochDate(value);
  return at && !Number.isNaN(at.getTime()) ? at.toISOString().slice(0, "2026-11-24".length) : "other";
}

/** Epoch seconds are below this for the next three thousand years, and milliseconds above it since 1973. */
const MOST_EPOCH_SECONDS = 1e11;

function epochDate(value: Plain): Date | undefined {
  if (typeof value !== "number") return undefined;
  return new Date(value < MOST_EPOCH_SECONDS ? value * 1000 : value);
}

function fields(coarsen: Coarsen, ...names: readonly string[]) {
  return names.map((name) => [name, coarsen] as const);
}
