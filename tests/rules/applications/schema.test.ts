import { describe, expect, it } from "vitest";
import { applicationSchema } from "@/lib/applications/schema";

const whole = {
  cohortId: "0190b0a0-0000-7000-8000-000000000001",
  version: "0",
  participantRole: "manager",
  trackId: "",
  organisationId: "0190b0a0-0000-7000-8000-000000000002",
  title: "Afdelingsleder",
  motivation: "Jeg vil lære at lede forandringer, der holder i drift.",
  managerName: "Mette Overgaard",
  managerEmail: "mette@solroed.example",
  payer: "organisation",
  payerGln: "5790000000012",
  confirmed: "on",
};

function complaints(change: Record<string, unknown>) {
  const result = applicationSchema.strict().safeParse({ ...whole, ...change });
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

describe("an application that is handed in", () => {
  it("is taken when it is whole", () => {
    expect(complaints({})).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["no role", { participantRole: "" }, "participantRole: choose"],
    ["no title", { title: " " }, "title: required"],
    ["no motivation", { motivation: "" }, "motivation: required"],
    ["a thin motivation", { motivation: "Fordi." }, "motivation: applications:motivationThin"],
    ["a manager without a name", { managerName: "" }, "managerName: required"],
    ["a manager's address that is none", { managerEmail: "mette(at)solroed" }, "managerEmail: email"],
    ["no organisation to bill", { organisationId: "" }, "organisationId: required"],
    [
      "no manager where somebody else pays",
      { managerName: "", managerEmail: "" },
      "managerEmail: applications:managerMissing",
    ],
    ["nobody pays", { payer: "" }, "payer: choose"],
    ["a GLN whose check digit is wrong", { payerGln: "5790000000013" }, "payerGln: gln"],
    ["a GLN that is too short", { payerGln: "579000000001" }, "payerGln: gln"],
    ["not confirmed", { confirmed: undefined }, "confirmed: applications:confirmMissing"],
  ])("is refused with %s", (_name, change, expected) => {
    expect(complaints(change)).toEqual([expected]);
  });

  it("takes a GLN with the spaces people write", () => {
    expect(complaints({ payerGln: "5790 0000 0001 2" })).toEqual([]);
  });

  it("does not look at the GLN of whoever pays themself", () => {
    expect(complaints({ payer: "self", payerGln: "123" })).toEqual([]);
  });

  it("takes no guest: they are invited", () => {
    expect(complaints({ participantRole: "guest" })[0]).toMatch(/^participantRole/);
  });

  it.each(["title", "motivation", "accommodation", "managerName", "payerReference", "organisationOther"])(
    "keeps civil registration numbers out of %s",
    (field) => {
      expect(
        complaints({ [field]: "Mit nummer er 010203-1234, og det er langt nok til en motivation." }),
      ).toContain(`${field}: cpr`);
    },
  );

  it("takes no field that it does not know", () => {
    expect(complaints({ state: "admitted" })).toHaveLength(1);
  });
});

describe("a draft", () => {
  it("may be as unfinished as it is", () => {
    const empty = {
      participantRole: "",
      title: "",
      motivation: "",
      payer: "",
      payerGln: "579",
      managerEmail: "met",
    };
    expect(complaints({ intent: "draft", ...empty, managerName: "", confirmed: undefined })).toEqual([]);
  });

  it("keeps civil registration numbers out as well", () => {
    expect(complaints({ intent: "draft", motivation: "0102031234" })).toEqual(["motivation: cpr"]);
  });
});
