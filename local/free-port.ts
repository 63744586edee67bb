import { createServer } from "node:net";

/** Returns a TCP port of 127.0.0.1 that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const port = await portListenedOn(0);
  if (port === undefined)
    throw new NoPortFree("No TCP port of 127.0.0.1 is free; close some programs and try again.");
  return port;
}

/** Every port of this machine is taken. */
export class NoPortFree extends Error {
  override readonly name = "NoPortFree";
}

/** Says whether nobody listens on this port of 127.0.0.1. */
export async function portIsFree(port: number): Promise<boolean> {
  return (await portListenedOn(port)) !== undefined;
}

/** Listens for an instant; 0 lets the system choose. Returns the port, or undefined if it is taken. */
function portListenedOn(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: "127.0.0.1" }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : undefined));
    });
  });
}
