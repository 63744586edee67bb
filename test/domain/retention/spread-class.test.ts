import fc from "fast-check";
import { expect, it } from "vitest";
import {
  spreadClassOf,
  spreadPercentile,
  upperBoundSecondsOf,
} from "../../../shared/domain/retention/spread-class.ts";

const seconds = fc.double({ min: -1e9, max: 1e9, noNaN: true });

it("puts a number below the bound of its class, at most a tenth of it away", () => {
  fc.assert(
    fc.property(seconds, (one) => {
      const bound = upperBoundSecondsOf(spreadClassOf(one));
      expect(bound).toBeGreaterThanOrEqual(one - 1e-6);
      expect(bound - one).toBeLessThanOrEqual(Math.max(2, 0.1 * Math.abs(one)));
    }),
  );
});

it("orders classes as numbers are ordered", () => {
  fc.assert(
    fc.property(seconds, seconds, (one, other) => {
      if (one <= other) expect(spreadClassOf(one)).toBeLessThanOrEqual(spreadClassOf(other));
    }),
  );
});

it("finds the class in which a part of all is reached, whatever order they are counted in", () => {
  const counts = new Map([
    [spreadClassOf(60), 1],
    [spreadClassOf(-3600), 98],
    [spreadClassOf(5), 1],
  ]);
  expect(spreadPercentile(counts, 0.5)).toBe(upperBoundSecondsOf(spreadClassOf(-3600)));
  expect(spreadPercentile(counts, 0.99)).toBe(upperBoundSecondsOf(spreadClassOf(5)));
  expect(spreadPercentile(counts, 1)).toBe(upperBoundSecondsOf(spreadClassOf(60)));
  expect(spreadPercentile(new Map(), 0.5)).toBeUndefined();
});
