import { describe, expect, it } from "vitest";
import type { OrganisationKind, Role } from "@/lib/db/generated/enums";
import {
  decideCloseAccount,
  decideEndRole,
  decideGrantRole,
  grantableRoles,
  roleFits,
} from "@/lib/people/rules/roles";

const kinds: OrganisationKind[] = [
  "municipality",
  "region",
  "state",
  "provider",
  "certifying_body",
  "funder",
  "other",
];

describe("where a role is held", () => {
  it.each<[Role, OrganisationKind[]]>([
    ["facilitator", ["municipality", "region", "state", "provider", "other"]],
    ["staff", ["municipality", "region", "state", "provider", "other"]],
    ["assessor", ["certifying_body"]],
    ["certifier", ["certifying_body"]],
    ["coordinator", ["municipality", "region", "state", "other"]],
    ["admin", kinds],
  ])("%s", (role, expected) => expect(kinds.filter((kind) => roleFits(role, kind))).toEqual(expected));

  it("knows every role", () =>
    expect([...grantableRoles].sort()).toEqual([
      "admin",
      "assessor",
      "certifier",
      "coordinator",
      "facilitator",
      "staff",
    ]));
});

describe("giving a role", () => {
  const facts = { personId: "anna", closed: false, role: "staff", organisationKind: "provider" } as const;
  it.each([
    ["fits", {}, "boss", undefined],
    ["to oneself", {}, "anna", "role.toOneself"],
    ["to a closed account", { closed: true }, "boss", "role.accountClosed"],
    [
      "in the wrong kind of organisation",
      { organisationKind: "certifying_body" as const },
      "boss",
      "role.organisationKind",
    ],
  ])("%s", (_case, changes, granter, code) => {
    const decision = decideGrantRole({ ...facts, ...changes }, granter);
    expect(decision.ok ? undefined : decision.refusal.code).toBe(code);
  });
});

describe("ending a role", () => {
  const facts = { personId: "anna", role: "admin", ended: false, otherAdmins: 1 } as const;
  it.each([
    ["another's, with admins left", {}, "boss", undefined],
    ["one's own as an administrator", {}, "anna", "role.ownAdmin"],
    ["the last administrator's", { otherAdmins: 0 }, "boss", "role.lastAdmin"],
    ["what has ended", { ended: true }, "boss", "role.ended"],
    ["one's own other role", { role: "staff" as const, otherAdmins: 0 }, "anna", undefined],
  ])("%s", (_case, changes, ender, code) => {
    const decision = decideEndRole({ ...facts, ...changes }, ender);
    expect(decision.ok ? undefined : decision.refusal.code).toBe(code);
  });
});

describe("closing an account", () => {
  const facts = { personId: "anna", isAdmin: true, otherAdmins: 1 };
  it.each([
    ["another administrator's, with admins left", {}, "boss", undefined],
    ["one's own", { isAdmin: false }, "anna", "person.ownAccount"],
    ["the last administrator's", { otherAdmins: 0 }, "boss", "role.lastAdmin"],
    ["somebody's who is no administrator", { isAdmin: false, otherAdmins: 0 }, "boss", undefined],
  ])("%s", (_case, changes, closer, code) => {
    const decision = decideCloseAccount({ ...facts, ...changes }, closer);
    expect(decision.ok ? undefined : decision.refusal.code).toBe(code);
  });
});
