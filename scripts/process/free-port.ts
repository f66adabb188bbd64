import { createServer } from "node:net";

/** A TCP port that is free on `host` now; `preferred` when that one is. */
export async function freePort(host = "127.0.0.1", preferred = 0): Promise<number> {
  if (preferred > 0 && (await whyNotListen(host, preferred))) return freePort(host);
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host, port: preferred, exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** The error code that listening there would end with (EADDRINUSE, EACCES, …), or undefined when it would work. */
export function whyNotListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
