import { describe, expect, it } from "vitest";
import { callbackPath } from "@/lib/auth/sign-in/rules/callback-path";

const site = "https://praksis.example.org";

describe("where the way back leads", () => {
  it.each([
    ["/my", "/my"],
    ["/staff/cohorts?page=2#top", "/staff/cohorts?page=2#top"],
    ["https://praksis.example.org/my", "/my"],
    ["/my/../staff", "/staff"],
    ["https:my", "/my"],
  ])("%s: %s", (given, expected) => expect(callbackPath(given, site)).toBe(expected));

  it.each([
    "",
    "https://evil.example/my",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "http://praksis.example.org/my",
    "https://praksis.example.org.evil.example/",
    "https://praksis.example.org@evil.example/",
    "https://user@praksis.example.org/",
    "javascript:alert(1)",
    "data:text/html,x",
    "/sign-in",
    "/sign-in/confirm?token=x",
    "/api/auth/sign-out",
    "/x/../api/auth/link",
    `/${"x".repeat(2000)}`,
    null,
    undefined,
    7,
  ])("never %j", (given) => expect(callbackPath(given, site)).toBe(""));
});
