import { describe, expect, it } from "vitest";
import { achievementDocumentOf } from "@/lib/badges/rules/achievement";
import { credentialOf } from "@/lib/badges/rules/credential";
import { issuerProfileOf } from "@/lib/badges/rules/issuer";
import type { JsonObject } from "@/lib/badges/rules/json-ld";
import { registeredClaims } from "@/lib/badges/rules/vc-jwt";
import { facts, payload } from "./facts";
import { problemsOf } from "./open-badges";

const credential = credentialOf(facts);
const text = JSON.stringify(credential);

/** Every value in a tree, with its path. */
function* values(value: unknown, path = "$"): Generator<readonly [string, unknown]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) yield* values(member, `${path}.${name}`);
}

describe("a credential", () => {
  it("is an Open Badge as a Verifiable Credential 2.0", () => {
    expect(credential).toMatchObject({
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      ],
      id: "https://praksis.example.org/api/badges/Zm9vYmFyYmF6cXV4MTIzNA",
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      issuer: {
        id: "did:web:praksis.example.org",
        type: ["Profile"],
        name: "Center for Offentlig Innovation",
      },
      name: "Offentlig innovationsledelse",
      validFrom: "2019-11-21T09:30:15Z",
      validUntil: "2024-11-21T22:59:59Z",
      awardedDate: "2019-11-20T00:00:00+01:00",
    });
  });

  it("says who has shown what, by which version of which scheme", () => {
    expect(credential.credentialSubject).toMatchObject({
      id: "urn:uuid:7b0e2a4c-9a53-4a2e-8c2b-2d6a3c1f0e9d",
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", identityHash: payload.holder.name, identityType: "name", hashed: false },
      ],
      activityStartDate: "2019-05-13T00:00:00+02:00",
      licenseNumber: "PX-2019-00042",
      source: { name: "Center for Kompetence" },
      achievement: {
        id: "https://praksis.example.org/achievements/0192a000-0000-7000-8000-000000000003",
        type: ["Achievement"],
        achievementType: "Certification",
        version: "3",
        inLanguage: "da",
        criteria: {
          narrative:
            "Leder innovation i praksis.\n\n- K1: Lede og facilitere processer\n- K2: Skabe overblik",
        },
        alignment: [{ targetCode: "K1", targetName: "Lede og facilitere processer" }, { targetCode: "K2" }],
      },
      result: [{ status: "Completed" }, { status: "Completed" }],
    });
  });

  it("points every result to a description", () => {
    const { achievement, result } = credential.credentialSubject as {
      achievement: { resultDescription: { id: string }[] };
      result: { resultDescription: string }[];
    };
    expect(result.map((each) => each.resultDescription)).toEqual(
      achievement.resultDescription.map(({ id }) => id),
    );
  });

  it("has a bit for revocation and one for suspension, in different lists, as text", () => {
    expect(credential.credentialStatus).toEqual([
      {
        id: "https://praksis.example.org/api/status-lists/11111111-1111-4111-8111-111111111111#77",
        type: "BitstringStatusListEntry",
        statusPurpose: "revocation",
        statusListIndex: "77",
        statusListCredential:
          "https://praksis.example.org/api/status-lists/11111111-1111-4111-8111-111111111111",
      },
      {
        id: "https://praksis.example.org/api/status-lists/22222222-2222-4222-8222-222222222222#131071",
        type: "BitstringStatusListEntry",
        statusPurpose: "suspension",
        statusListIndex: "131071",
        statusListCredential:
          "https://praksis.example.org/api/status-lists/22222222-2222-4222-8222-222222222222",
      },
    ]);
  });

  it("speaks the programme's language, and Danish where that is missing", () => {
    const english = credentialOf({
      ...facts,
      payload: { ...payload, programme: { ...payload.programme, language: "en" } },
    });
    expect(english.name).toBe("Public innovation leadership");
    expect(JSON.stringify(english)).toContain("K1: Lead and facilitate processes");
    expect(JSON.stringify(english)).toContain("K2: Skabe overblik");
    const swedish = credentialOf({
      ...facts,
      payload: { ...payload, programme: { ...payload.programme, language: "sv" } },
    });
    expect(swedish.name).toBe("Offentlig innovationsledelse");
  });

  it.each([
    ["with everything", facts],
    [
      "without an end and without criteria",
      { ...facts, validUntil: null, payload: { ...payload, criteria: [] } },
    ],
  ])("has no null, no empty list and no empty text: %s", (_name, given) => {
    const made = credentialOf(given);
    for (const [path, value] of values(made)) {
      expect(value, path).not.toBeNull();
      expect(value, path).not.toBeUndefined();
      expect(Array.isArray(value) && value.length === 0, path).toBe(false);
      expect(value === "", path).toBe(false);
    }
    expect("validUntil" in made).toBe(given.validUntil !== null);
  });

  it("tells nothing of the person but the name", () => {
    expect(text).not.toMatch(/@(?!context)/);
    expect(text.match(/Bodil/g)).toHaveLength(1);
  });
});

describe("the claims of its JWT", () => {
  it("say what the credential says", () => {
    expect(registeredClaims(credential)).toEqual({
      iss: "did:web:praksis.example.org",
      jti: credential.id,
      sub: "urn:uuid:7b0e2a4c-9a53-4a2e-8c2b-2d6a3c1f0e9d",
      nbf: Date.parse("2019-11-21T09:30:15Z") / 1000,
      exp: Date.parse("2024-11-21T22:59:59Z") / 1000,
    });
  });

  it("have no end where it has none", () => {
    expect(registeredClaims(credentialOf({ ...facts, validUntil: null }))).not.toHaveProperty("exp");
  });
});

describe("what Open Badges 3.0 asks", () => {
  const { publicUrl, frameworkVersionId, issuerDid } = facts;
  const { credentialStatus: statuses, ...rest } = credential;
  const [status] = statuses as unknown as JsonObject[];
  const conforming = { ...rest, credentialStatus: status ?? {} };
  const problems = (object: JsonObject, name: string) => [...problemsOf(object, name)];

  it.each([
    ["with everything", facts],
    [
      "without an end and without criteria",
      { ...facts, validUntil: null, payload: { ...payload, criteria: [] } },
    ],
  ])(
    "is kept by a credential but for its two statuses, which Verifiable Credentials 2.0 knows: %s",
    (_name, given) => {
      expect(problems(credentialOf(given), "OpenBadgeCredential")).toEqual(["$.credentialStatus is a list"]);
      expect(statuses).toHaveLength(2);
      expect(problems(conforming, "OpenBadgeCredential")).toEqual([]);
    },
  );

  it("is kept by an achievement and by an issuer's profile, as each is published", () => {
    const creator = { id: issuerDid, name: "Organet" };
    const criteria = [{ code: "K 1", name: "Ser behovet" }];
    const { "@context": _, ...achievement } = achievementDocumentOf({
      publicUrl,
      frameworkVersionId,
      version: 3,
      language: "da",
      title: "Ledelse",
      scope: "Leder innovation.",
      criteria,
      creator,
    });
    expect(problems(achievement, "Achievement")).toEqual([]);
    const { "@context": __, ...profile } = issuerProfileOf(publicUrl, {
      organisationId: payload.certifyingBody.id,
      did: issuerDid,
      name: "Organet",
    });
    expect(problems(profile, "Profile")).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ["$.validFrom is missing", (({ validFrom: _, ...without }) => without)(conforming as JsonObject)],
    ["$.validFrom is no Time", { ...conforming, validFrom: "2019-11-21" }],
    ["$ does not say OpenBadgeCredential", { ...conforming, type: ["VerifiableCredential"] }],
    ["$.type is no list", { ...conforming, type: "OpenBadgeCredential" }],
    ["$.issuer.id is no Uri", { ...conforming, issuer: { id: "Organet", type: ["Profile"] } }],
    ["$.evidences is unknown", { ...conforming, evidences: "none" }],
    [
      "$.credentialStatus.id is missing",
      { ...conforming, credentialStatus: { type: "BitstringStatusListEntry" } },
    ],
  ])("is seen where it is not kept (control): %s", (problem, broken) => {
    expect(problems(broken, "OpenBadgeCredential")).toEqual([problem]);
  });
});
