/** A TCP proxy before PostgreSQL that counts the statements passing through: an outside view, with nothing added to the app. */
import { createServer, connect as dial, type Socket } from "node:net";

export type StatementProxy = {
  /** The connection string that leads through the proxy. */
  url: string;
  /** Statements executed so far (extended protocol: Execute, simple protocol: Query). */
  statements: () => number;
  /** Trips to the server so far: each waits for an answer (Sync or Query). */
  roundTrips: () => number;
  stop: () => Promise<void>;
};

type Counts = { statements: number; roundTrips: number };

const EXECUTE = 0x45;
const QUERY = 0x51;
const SYNC = 0x53;

/**
 * Reads the frontend's messages (PostgreSQL documentation, 54.7 Message Formats): one byte of type, four of length that
 * count themselves; the first message of a connection has no type.
 */
function messageCounter(counts: Counts): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const head = started ? 1 : 0;
      if (pending.length < head + 4) return;
      const length = pending.readUInt32BE(head) + head;
      if (pending.length < length) return;
      const type = started ? pending[0] : 0;
      if (type === EXECUTE || type === QUERY) counts.statements++;
      if (type === SYNC || type === QUERY) counts.roundTrips++;
      // A request for encryption (80877103) is answered before the real start.
      if (!started && pending.readUInt32BE(4) !== 80_877_103) started = true;
      pending = pending.subarray(length);
    }
  };
}

/** Starts a proxy on a free port of the loopback address, before the server of `url`. */
export async function startStatementProxy(url: string): Promise<StatementProxy> {
  const target = new URL(url);
  const counts: Counts = { statements: 0, roundTrips: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = dial(Number(target.port || 5432), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true).on("close", () => sockets.delete(socket));
    }
    client.on("data", messageCounter(counts));
    client.pipe(upstream).pipe(client);
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(typeof address === "object" && address ? address.port : 0);
  return {
    url: through.toString(),
    statements: () => counts.statements,
    roundTrips: () => counts.roundTrips,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
