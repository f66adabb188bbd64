import { describe, expect, it } from "vitest";
import { normaliseEmail } from "@/lib/auth/sign-in/rules/email-address";

describe("an e-mail address", () => {
  it.each([
    ["Anna@Odense.DK", "anna@odense.dk"],
    ["  anna@odense.dk ", "anna@odense.dk"],
    ["ａｎｎａ@odense.dk", "anna@odense.dk"],
    ["anna.b+x@sub.odense.dk", "anna.b+x@sub.odense.dk"],
    ["søren@ærø.dk", "søren@ærø.dk"],
  ])("%s is %s", (given, expected) => expect(normaliseEmail(given)).toBe(expected));

  it.each([
    "",
    "anna",
    "anna@",
    "@odense.dk",
    "anna@odense",
    "anna@@odense.dk",
    "anna@odense.dk,eve@evil.example",
    "anna@odense.dk;eve@evil.example",
    "anna@odense.dk eve@evil.example",
    '"anna@evil.example"@odense.dk',
    "Anna <anna@odense.dk>",
    "anna@odense.dk\r\nBcc: eve@evil.example",
    "anna..b@odense.dk",
    ".anna@odense.dk",
    "anna@-odense.dk",
    "anna@odense..dk",
    `${"a".repeat(65)}@odense.dk`,
    `a@${"b.".repeat(130)}dk`,
    "anna＠evil.example@odense.dk",
  ])("%j is none", (given) => expect(normaliseEmail(given)).toBeNull());
});
