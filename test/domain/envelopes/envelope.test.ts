import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotThisEnvelope, openedBytes, sealedBytes } from "../../../shared/domain/envelopes/envelope.ts";

const OF = { service: "dream-portraits", subjectRef: "v1_a", category: "facial-landmarks" };
const [KEY, OTHER] = [randomBytes(32), randomBytes(32)];
const TEXT = Buffer.from("the corners of the eyes");

describe("an envelope", () => {
  it("gives back what was put into it, even nothing, and is never the same twice", () => {
    for (const bytes of [TEXT, Buffer.alloc(0), randomBytes(100_000)]) {
      const one = sealedBytes(KEY, OF, bytes, randomBytes);
      expect(Buffer.from(openedBytes(KEY, OF, one)).equals(bytes)).toBe(true);
      expect(Buffer.from(one).equals(sealedBytes(KEY, OF, bytes, randomBytes))).toBe(false);
      if (bytes.length > 0) expect(Buffer.from(one).includes(bytes)).toBe(false);
    }
  });

  it("opens with no other key, under no other name, and after no change of any byte", () => {
    const sealed = Buffer.from(sealedBytes(KEY, OF, TEXT, randomBytes));
    expect(() => openedBytes(OTHER, OF, sealed)).toThrow(NotThisEnvelope);
    for (const other of [{ subjectRef: "v1_b" }, { category: "original-photo" }, { service: "another" }]) {
      expect(() => openedBytes(KEY, { ...OF, ...other }, sealed)).toThrow(NotThisEnvelope);
    }
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => openedBytes(KEY, OF, changed), String(at)).toThrow(NotThisEnvelope);
    }
  });

  it("is told from bytes that are none, however short", () => {
    for (const bytes of [
      Buffer.alloc(0),
      TEXT,
      Buffer.from("LTH1"),
      sealedBytes(KEY, OF, TEXT, randomBytes).subarray(0, 90),
    ]) {
      expect(() => openedBytes(KEY, OF, bytes)).toThrow(NotThisEnvelope);
    }
  });
});
