import { channel } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * From now on takes NUL characters out of every request's address: no address of ours has one, and PostgreSQL takes none in a text. Whoever
 * sent one would find a fault, and a line in the log, in place of what is not there. Node publishes each request here before any listener
 * sees it.
 */
export function cleanAddresses(): void {
  channel("http.server.request.start").subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    // Again where taking one out makes another: `%0%000`.
    while (request.url?.includes("%00")) request.url = request.url.replaceAll("%00", "");
  });
}
