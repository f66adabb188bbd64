/**
 * From a zod issue to the key of a sentence: the same on server and client, so that both say the same thing.
 *
 * THE CONVENTION. A schema's own message is a KEY: `z.string().min(1, "required")`, `.refine(isGln, "gln")`. A bare key is looked
 * up in `ui` under `validation.`; `"applications:motivation.thin"` names a key of another area. Without a message the issue's code
 * decides. The numbers of a limit are passed on as `{minimum}` and `{maximum}`; a refinement passes others by `params`.
 */
export type TranslatableIssue = { code?: string; message: string; path: PropertyKey[] } & Record<
  string,
  unknown
>;

export type IssueText = { key: string; params: Record<string, string | number> };

const ownKey = /^(?:[a-z][a-z-]*:)?[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*$/;

const formats: Record<string, string> = {
  email: "email",
  url: "url",
  date: "date",
  time: "time",
  datetime: "date",
  // What is chosen from a list, and was not.
  uuid: "choose",
};

function sizeKey(issue: TranslatableIssue, direction: "Small" | "Big"): string {
  const small = direction === "Small";
  if (issue.origin === "string")
    return small && Number(issue.minimum) <= 1 ? "required" : small ? "tooShort" : "tooLong";
  if (issue.origin === "array" || issue.origin === "set") return small ? "tooFew" : "tooMany";
  if (issue.origin === "date") return small ? "tooEarly" : "tooLate";
  if (issue.origin === "file") return small ? "required" : "fileTooBig";
  return small ? "tooSmall" : "tooLarge";
}

function keyByCode(issue: TranslatableIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "number" || issue.expected === "int") return "number";
      return issue.expected === "date" ? "date" : "required";
    case "too_small":
      return sizeKey(issue, "Small");
    case "too_big":
      return sizeKey(issue, "Big");
    case "invalid_format":
      return formats[String(issue.format)] ?? "format";
    case "invalid_value":
    case "invalid_union":
      return "choose";
    case "unrecognized_keys":
      return "unexpected";
    default:
      return "invalid";
  }
}

function paramsOf(issue: TranslatableIssue): Record<string, string | number> {
  const given = typeof issue.params === "object" && issue.params !== null ? Object.entries(issue.params) : [];
  const limits = [
    ["minimum", issue.minimum],
    ["maximum", issue.maximum],
  ] as const;
  const all = [...limits, ...given].map(
    ([name, value]) => [name, typeof value === "bigint" ? Number(value) : value] as const,
  );
  const plain = all.filter((pair): pair is readonly [string, string | number] =>
    ["string", "number"].includes(typeof pair[1]),
  );
  return Object.fromEntries(plain);
}

/** The full key (`ui.validation.tooLong`, `applications.motivation.thin`) and its parameters for one zod issue. */
export function translateIssue(issue: TranslatableIssue): IssueText {
  const own = ownKey.test(issue.message) ? issue.message : keyByCode(issue);
  const [area, key] = own.includes(":") ? own.split(":", 2) : ["ui", `validation.${own}`];
  return { key: `${area}.${key}`, params: paramsOf(issue) };
}

/** The field an issue belongs to as a dotted name: `["ratings", 0, "level"]` → `ratings.0.level`; "" for the whole form. */
export function issueField(issue: TranslatableIssue): string {
  return issue.path.map(String).join(".");
}
