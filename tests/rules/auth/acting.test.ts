import { describe, expect, it } from "vitest";
import { type Actor, actingWith, anonymous, organisationsAs, rolesOf } from "@/lib/auth/acting";
import { isSameOrigin } from "@/lib/auth/origin";
import { actorRoles, type Permission, permissions, roleHas } from "@/lib/auth/permissions";

const actor: Actor = {
  ...anonymous,
  personId: "01a20242-f625-7558-897e-655c2ffc36a5",
  grants: [
    { role: "staff", organisationId: "provider" },
    { role: "certifier", organisationId: "body" },
  ],
};

describe("an actor acting with a permission", () => {
  it("keeps only the grants that carry it", () => {
    const acting = actingWith(actor, "case.decide");
    expect(acting).toMatchObject({
      role: "certifier",
      grants: [{ role: "certifier", organisationId: "body" }],
    });
    expect(acting && organisationsAs(acting, "staff")).toEqual([]);
  });

  it("acts as a person where that is enough", () => {
    expect(actingWith(actor, "application.write")).toMatchObject({ role: "person", grants: [] });
  });

  it("is nobody without a role that carries it", () => {
    expect(actingWith(actor, "role.manage")).toBeNull();
    expect(actingWith(anonymous, "my.view")).toBeNull();
    expect(actingWith(anonymous, "catalogue.view")).toMatchObject({ role: "anonymous", personId: null });
  });

  it("has its roles weakest first", () => {
    expect(rolesOf({ ...actor, isParticipant: true })).toEqual([
      "person",
      "participant",
      "staff",
      "certifier",
    ]);
    expect(rolesOf(anonymous)).toEqual(["anonymous"]);
  });
});

describe("the permission table keeps the firewall", () => {
  const of = (role: (typeof actorRoles)[number]) =>
    (Object.keys(permissions) as Permission[]).filter((permission) => roleHas(role, permission));
  const teaching = new Set<Permission>([...of("staff"), ...of("facilitator")]);
  const certifying = new Set<Permission>([...of("assessor"), ...of("certifier")]);

  it("nobody who trains has a permission to certify", () => {
    // Answering a question from outside is neither.
    expect([...teaching].filter((permission) => certifying.has(permission))).toEqual(["enquiry.answer"]);
  });

  it("whoever observes never decides, issues or revokes", () => {
    expect(
      of("assessor").filter((permission) =>
        /^(case\.(decide|release|except)|certificate\.)/.test(permission),
      ),
    ).toEqual([]);
  });

  it("the installation's admin neither trains nor certifies", () => {
    expect(
      of("admin").filter((permission) => teaching.has(permission) || certifying.has(permission)),
    ).toEqual([]);
  });

  it("every role has something to do", () => {
    for (const role of actorRoles) expect(of(role), role).not.toEqual([]);
  });
});

describe("the origin of a request", () => {
  const from = (origin: string | null) => isSameOrigin({ get: () => origin }, "https://praksis.example/");
  it.each([
    ["https://praksis.example", true],
    ["https://praksis.example:443", true],
    ["http://praksis.example", false],
    ["https://praksis.example.evil.example", false],
    ["https://evil.example", false],
    ["null", false],
    ["", false],
    [null, false],
  ])("%s → %s", (origin, same) => {
    expect(from(origin)).toBe(same);
  });
});
