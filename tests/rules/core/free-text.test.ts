import { describe, expect, it } from "vitest";
import { freeText, holdsCivilRegistrationNumber, shortText } from "@/lib/core/free-text";

describe("a civil registration number", () => {
  it.each([
    "010203-1234",
    "0102031234",
    "mit nummer er 311299-0001.",
    "010203 1234",
    "010203 - 1234",
    "(150680–4321)",
    "０１０２０３-１２３４",
    "850709-9805",
    "19850709-9805",
    "198507099805",
    "850709+9805",
    "850769-9805",
  ])("is seen in %s", (text) => expect(holdsCivilRegistrationNumber(text)).toBe(true));

  it.each([
    "13. maj 2019",
    "2026-05-13",
    "010203",
    "ring på 12 34 56 78",
    "+45 12345678",
    "070-123 45 67",
    "EAN 5798009811578",
    "5798000102031",
    "org.nr 202100-5489",
    "CVR 13585628",
    "Dnr 2015-06703",
    "321299-0001",
    "011399-0001",
    "kl. 09.00-16.00",
  ])("is not seen in %s", (text) => expect(holdsCivilRegistrationNumber(text)).toBe(false));
});

describe("free text", () => {
  it("is tidied: NFC, line ends, control characters, what stands around it", () => {
    expect(freeText(100).parse("  Bla\u030a\r\nba\u0000r\u202e\rx ")).toBe("Bl\u00e5\nbar\nx");
  });
  it.each([
    ["", {}, ""],
    [undefined, {}, ""],
    ["x", { required: true }, "x"],
  ])("%j with %j gives %j", (given, options, expected) =>
    expect(freeText(3, options).parse(given)).toBe(expected),
  );
  it.each([
    ["abcd", {}, "too_big"],
    ["   ", { required: true }, "required"],
    [undefined, { required: true }, "invalid_type"],
    [7, {}, "invalid"],
  ])("%j with %j is refused (%s)", (given, options, reason) => {
    const issue = freeText(3, options).safeParse(given).error?.issues[0];
    expect(`${issue?.code} ${issue?.message}`).toContain(reason);
  });
  it("with a CPR number is refused by the key `cpr`", () => {
    expect(freeText(50).safeParse("010203-1234").error?.issues[0]?.message).toBe("cpr");
  });
  it("on one line has no line ends", () => expect(shortText(50).parse(" a\n b ")).toBe("a b"));
});
