import { describe, expect, it } from "vitest";
import { clientAddress, clientNetwork, isLoopback } from "@/lib/auth/sign-in/rules/client-address";

describe("the client's address", () => {
  it.each([
    // header, peer, hops, address
    [null, "10.0.0.1", 0, "10.0.0.1"],
    ["6.6.6.6", "10.0.0.1", 0, "10.0.0.1"],
    ["6.6.6.6, 1.2.3.4", "10.0.0.1", 1, "1.2.3.4"],
    ["6.6.6.6, 1.2.3.4, 10.0.0.2", "10.0.0.1", 2, "1.2.3.4"],
    ["1.2.3.4", "10.0.0.1", 2, null],
    [null, "10.0.0.1", 1, null],
    ["nonsense", "10.0.0.1", 1, null],
    [null, "::ffff:127.0.0.1", 0, "127.0.0.1"],
    ["[2001:DB8::1]", null, 1, "2001:db8::1"],
    [null, null, 0, null],
  ])("X-Forwarded-For %j from %j behind %i proxies: %j", (header, peer, hops, expected) =>
    expect(clientAddress(header, peer, hops)).toBe(expected),
  );

  it.each([
    ["1.2.3.4", "1.2.3.4"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:0db8:0001:0002::", "2001:db8:1:2::/64"],
  ])("%s is one client: %s", (address, expected) => expect(clientNetwork(address)).toBe(expected));

  it("knows this machine", () => {
    expect(["127.0.0.1", "127.8.0.1", "::1"].every(isLoopback)).toBe(true);
    expect(["10.0.0.1", "12.7.0.1"].some(isLoopback)).toBe(false);
  });
});
