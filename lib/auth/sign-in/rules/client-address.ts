import { isIP } from "node:net";

/**
 * The address of the client behind `hops` proxies of our own (setting TRUSTED_PROXY). Each proxy appends the address that it
 * sees to X-Forwarded-For, so the last `hops` entries are ours and the first of those is the client; everything before them is
 * whatever the client wrote. Without proxies the header is not looked at: `peer` is the socket's other end.
 * Null where there is no such address, which means that the setting does not fit.
 */
export function clientAddress(forwardedFor: string | null, peer: string | null, hops: number): string | null {
  const entries = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const address = hops > 0 ? entries.at(-hops) : peer;
  const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "").replace(/^\[(.*)\]$/, "$1");
  return isIP(plain) ? plain.toLowerCase() : null;
}

/**
 * What of an address stands for one client in a limit: all of IPv4, the first 64 bits of IPv6, of which a subscriber has at
 * least that many to change about in (RFC 6177).
 */
export function clientNetwork(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = address.includes("::")
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0")
    : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  return address === "::1" || /^127\./.test(address);
}
