import { channel } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** The header in which a request carries its socket's other end. Whatever a client sends under this name is overwritten. */
export const PEER_HEADER = "x-praksis-peer";

/**
 * From now on notes in every request who is at the other end of its socket. Next does not tell: its X-Forwarded-For is the
 * client's own word where the client sends one. Node publishes each request on this channel before any listener sees it.
 */
export function recordPeerAddresses(): void {
  channel("http.server.request.start").subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
  });
}
