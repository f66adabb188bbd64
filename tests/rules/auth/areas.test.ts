import { describe, expect, it } from "vitest";
import type { ActorRole } from "@/lib/auth/permissions";
import { areasFor, homeFor } from "@/lib/auth/sign-in/rules/areas";
import { deviceName } from "@/lib/auth/sign-in/rules/device";

describe("the areas of somebody's roles", () => {
  it.each<[ActorRole[], string[], string]>([
    [["anonymous"], [], "/my"],
    [["person"], ["/my"], "/my"],
    [["person", "participant"], ["/my"], "/my"],
    [["person", "staff"], ["/my", "/staff"], "/staff"],
    [["person", "participant", "coordinator"], ["/my", "/organisation"], "/my"],
    [["person", "certifier", "assessor"], ["/my", "/assess", "/certify"], "/assess"],
    [["person", "admin"], ["/my", "/admin"], "/admin"],
  ])("%j", (roles, hrefs, home) => {
    expect(areasFor(roles).map((area) => area.href)).toEqual(hrefs);
    expect(homeFor(roles)).toBe(home);
  });
});

describe("a device in words", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
      "Edge · Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari · iOS",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
      "Chrome · Android",
    ],
    ["curl/8", ""],
    [null, ""],
  ])("%s", (agent, expected) => expect(deviceName(agent)).toBe(expected));
});
