import { describe, expect, it } from "vitest";
import {
  decideAuthenticatedAt,
  decideOidcPerson,
  type OidcFacts,
  type OidcIntent,
} from "@/lib/auth/sign-in/rules/oidc-person";

const startedAt = new Date("2026-11-22T08:00:00Z");
const now = new Date("2026-11-22T08:01:00Z");
const intent = (kind: OidcIntent["kind"], personId: string | null = null): OidcIntent => ({
  kind,
  personId,
  startedAt,
});
const facts = (changes: Partial<OidcFacts>): OidcFacts => ({
  intent: intent("signIn"),
  currentPersonId: null,
  accountPersonId: null,
  email: "anna@odense.dk",
  emailVerified: true,
  emailPersonId: null,
  trustsEmail: false,
  ...changes,
});

describe("who an identity at the provider is", () => {
  it.each<[string, Partial<OidcFacts>, string]>([
    ["a known account", { accountPersonId: "anna" }, "known anna"],
    [
      "a known account whose address is another's",
      { accountPersonId: "anna", emailPersonId: "eve" },
      "known anna",
    ],
    ["somebody new, address vouched for", {}, "new anna@odense.dk"],
    ["somebody new, address not vouched for", { emailVerified: false }, "signIn.emailUnverified"],
    ["somebody new without an address", { email: null }, "signIn.emailUnverified"],
    ["an address that somebody has", { emailPersonId: "anna" }, "signIn.linkFirst"],
    ["the same, not vouched for", { emailPersonId: "anna", emailVerified: false }, "signIn.emailUnverified"],
    ["the same from a trusted issuer", { emailPersonId: "anna", trustsEmail: true }, "connect anna"],
    [
      "a trusted issuer that says nothing of verification",
      { emailVerified: false, trustsEmail: true },
      "new anna@odense.dk",
    ],
    ["connecting", { intent: intent("link", "anna"), currentPersonId: "anna" }, "connect anna"],
    [
      "connecting what is connected",
      { intent: intent("link", "anna"), currentPersonId: "anna", accountPersonId: "anna" },
      "known anna",
    ],
    [
      "connecting somebody else's",
      { intent: intent("link", "anna"), currentPersonId: "anna", accountPersonId: "eve" },
      "signIn.accountTaken",
    ],
    ["connecting after signing out", { intent: intent("link", "anna") }, "signIn.linkSessionGone"],
    [
      "connecting in another's session",
      { intent: intent("link", "anna"), currentPersonId: "eve" },
      "signIn.linkSessionGone",
    ],
    [
      "again as the same",
      { intent: intent("again", "anna"), currentPersonId: "anna", accountPersonId: "anna" },
      "known anna",
    ],
    [
      "again as somebody else",
      { intent: intent("again", "anna"), currentPersonId: "anna", accountPersonId: "eve" },
      "signIn.otherPerson",
    ],
    [
      "again with an unknown account",
      { intent: intent("again", "anna"), currentPersonId: "anna" },
      "signIn.otherPerson",
    ],
  ])("%s", (_case, changes, expected) => {
    const decision = decideOidcPerson(facts(changes));
    const word = decision.ok
      ? `${decision.value.kind} ${decision.value.kind === "new" ? decision.value.email : decision.value.personId}`
      : decision.refusal.code;
    expect(word).toBe(expected);
  });
});

describe("when they proved it", () => {
  const longAgo = new Date(0);
  it.each<[string, OidcIntent["kind"], Date | null, Date | string]>([
    ["the provider says", "signIn", new Date("2026-11-22T06:00:00Z"), new Date("2026-11-22T06:00:00Z")],
    ["the provider's clock is ahead", "signIn", new Date("2026-11-22T08:05:00Z"), now],
    ["the provider does not say", "signIn", null, longAgo],
    ["asked again and says now", "again", new Date("2026-11-22T08:00:30Z"), new Date("2026-11-22T08:00:30Z")],
    [
      "asked again, a minute of skew",
      "again",
      new Date("2026-11-22T07:59:00Z"),
      new Date("2026-11-22T07:59:00Z"),
    ],
    ["asked again and did not ask", "again", new Date("2026-11-22T07:58:59Z"), "signIn.notAskedAgain"],
    ["asked again and does not say", "again", null, now],
  ])("%s", (_case, kind, authTime, expected) => {
    const decision = decideAuthenticatedAt(intent(kind, "anna"), authTime, now);
    expect(decision.ok ? decision.value : decision.refusal.code).toEqual(expected);
  });
});
