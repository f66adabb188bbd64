import { channel } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** The header in which a request carries its socket's other end. Whatever a client sends under this name is overwritten. */
export const PEER_HEADER = "x-praksis-peer";

/** The header in which a request carries its socket's own end: where this very process can be reached (`127.0.0.1:3000`). */
export const OWN_HEADER = "x-praksis-own";

/**
 * From now on notes in every request who is at the other end of its socket, and which end is ours. Next does not tell: its X-Forwarded-For is the
 * client's own word where the client sends one. Node publishes each request on this channel before any listener sees it.
 */
export function recordPeerAddresses(): void {
  channel("http.server.request.start").subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    const { remoteAddress, localAddress, localPort } = request.socket;
    request.headers[PEER_HEADER] = remoteAddress ?? "";
    const own = localAddress?.includes(":") ? `[${localAddress}]` : localAddress;
    request.headers[OWN_HEADER] = own ? `${own}:${localPort}` : "";
  });
}
