/**
 * What Open Badges 3.0 asks of the objects that we issue: which properties each class has, how many of each, and of what kind. Written from
 * the tables of the specification (appendix B), whose own JSON schema is not ours to keep in this repository.
 */
import type { JsonObject } from "@/lib/badges/rules/json-ld";

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === "string" && value.trim() !== "",
  Uri: (value) => typeof value === "string" && /^(https?:\/\/|did:|urn:uuid:)\S+$/.test(value),
  Time: (value) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value),
  Language: (value) => typeof value === "string" && /^[a-z]{2}$/.test(value),
  Flag: (value) => typeof value === "boolean",
};

/** What we use of each vocabulary. */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  AchievementType: ["Certification"],
  AlignmentTargetType: ["ceasn:Competency"],
  IdentifierType: ["name"],
  ResultStatus: ["Completed"],
  ResultType: ["Status"],
};

/** `?` at most one, `*` any number as a list, `+` a list of one at least, nothing: exactly one. */
const classes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OpenBadgeCredential: {
    "@context": "Uri+",
    id: "Uri",
    type: "Text+",
    name: "Text?",
    description: "Text?",
    awardedDate: "Time?",
    issuer: "Profile",
    validFrom: "Time",
    validUntil: "Time?",
    credentialSubject: "AchievementSubject",
    credentialStatus: "CredentialStatus?",
  },
  AchievementSubject: {
    id: "Uri?",
    type: "Text+",
    identifier: "IdentityObject*",
    activityStartDate: "Time?",
    activityEndDate: "Time?",
    licenseNumber: "Text?",
    source: "Profile?",
    achievement: "Achievement",
    result: "Result*",
  },
  Achievement: {
    id: "Uri",
    type: "Text+",
    name: "Text",
    description: "Text",
    criteria: "Criteria",
    achievementType: "AchievementType?",
    version: "Text?",
    inLanguage: "Language?",
    creator: "Profile?",
    image: "Image?",
    alignment: "Alignment*",
    resultDescription: "ResultDescription*",
  },
  Profile: { id: "Uri", type: "Text+", name: "Text?", url: "Uri?" },
  Criteria: { id: "Uri?", narrative: "Text?" },
  Image: { id: "Uri", type: "Text", caption: "Text?" },
  Alignment: {
    type: "Text+",
    targetCode: "Text?",
    targetName: "Text",
    targetUrl: "Uri",
    targetFramework: "Text?",
    targetType: "AlignmentTargetType?",
  },
  IdentityObject: { type: "Text", hashed: "Flag", identityHash: "Text", identityType: "IdentifierType" },
  Result: { type: "Text+", resultDescription: "Uri?", status: "ResultStatus?" },
  ResultDescription: { id: "Uri", type: "Text+", name: "Text", resultType: "ResultType" },
  CredentialStatus: { id: "Uri", type: "Text" },
};

/** Classes whose `type` does not name them: a status names its method, criteria name nothing. */
const UNNAMED = ["CredentialStatus", "Criteria"];

function* valueProblems(value: unknown, kind: string, path: string): Generator<string> {
  if (Object.hasOwn(classes, kind)) yield* problemsOf(value as JsonObject, kind, path);
  else if (!(vocabularies[kind]?.includes(String(value)) ?? kinds[kind]?.(value)))
    yield `${path} is no ${kind}`;
}

/** Everything in which an object is not what its class in Open Badges 3.0 is, and every property that the class does not know. */
export function* problemsOf(object: JsonObject, name: string, path = "$"): Generator<string> {
  const properties = classes[name] ?? {};
  // A status has properties of its method, which another specification defines.
  const unknown = Object.keys(object).filter((key) => !(key in properties) && name !== "CredentialStatus");
  for (const key of unknown) yield `${path}.${key} is unknown`;
  if (!UNNAMED.includes(name) && ![object.type].flat().includes(name)) yield `${path} does not say ${name}`;
  for (const [key, rule] of Object.entries(properties)) {
    const [, kind = "", times = ""] = /^(\w+)([?*+]?)$/.exec(rule) ?? [];
    const value = object[key];
    const at = `${path}.${key}`;
    if (value === undefined) {
      if (times === "" || times === "+") yield `${at} is missing`;
    } else if (Array.isArray(value) !== /[*+]/.test(times)) {
      yield `${at} is ${Array.isArray(value) ? "a list" : "no list"}`;
    } else {
      for (const each of [value].flat()) yield* valueProblems(each, kind, at);
    }
  }
}
