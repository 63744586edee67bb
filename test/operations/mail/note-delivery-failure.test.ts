import { describe, expect, it } from "vitest";
import { addressReference } from "../../../shared/domain/rights/address-reference.ts";
import { noteDeliveryFailure } from "../../../shared/operations/note-delivery-failure.ts";
import { virtualClock } from "../../world/clock.ts";
import { inMemoryCorrespondence } from "../../world/mail.ts";
import { fixedSubjectKeys } from "../../world/small-ports.ts";

describe("a letter that did not arrive", () => {
  it("makes its address one that is not written to, however its letters are spelt, and no other", async () => {
    const correspondence = inMemoryCorrespondence();
    const subjectKeys = fixedSubjectKeys();
    const secret = await subjectKeys.current();
    const isUndeliverable = (address: string, service = "dream-portraits") =>
      correspondence.isUndeliverable(addressReference(secret, service, address));

    const failure = { why: "bounce", addresses: ["Gone@mail.example"] } as const;
    const ports = { correspondence, subjectKeys, clock: virtualClock() };
    await noteDeliveryFailure(ports, "dream-portraits", failure);
    await noteDeliveryFailure(ports, "dream-portraits", failure);

    expect(await isUndeliverable("gone@MAIL.example")).toBe(true);
    expect(await isUndeliverable("other@mail.example")).toBe(false);
    expect(await isUndeliverable("gone@mail.example", "image-gen")).toBe(false);
  });
});
