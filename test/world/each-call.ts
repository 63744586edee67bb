const AsyncGeneratorFunction: unknown = async function* () {}.constructor;

/** Makes one call of a port, or does something else around it. */
export type AroundCall = (name: string, method: () => unknown) => Promise<unknown>;

/**
 * Returns a port of which each call goes through `around`, named `port.method`. What comes piece by piece is one call,
 * which is made when the first piece is asked for.
 */
export function withEachCall<Port extends object>(name: string, port: Port, around: AroundCall): Port {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function") return member;
      const called = (args: readonly unknown[]) =>
        around(`${name}.${String(key)}`, () => Reflect.apply(member, target, args));
      if (member.constructor !== AsyncGeneratorFunction) return (...args: readonly unknown[]) => called(args);
      return async function* (...args: readonly unknown[]) {
        const pieces = await called(args);
        if (isAsyncIterable(pieces)) yield* pieces;
      };
    },
  });
}

function isAsyncIterable(pieces: unknown): pieces is AsyncIterable<unknown> {
  return typeof pieces === "object" && pieces !== null && Symbol.asyncIterator in pieces;
}
