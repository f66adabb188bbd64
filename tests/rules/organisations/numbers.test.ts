import { describe, expect, it } from "vitest";
import { digitsOf, isGln } from "@/lib/organisations/rules/gln";
import {
  isCvr,
  isOrganisationsnummer,
  isRegistrationNumber,
} from "@/lib/organisations/rules/registration-number";

// Numbers that python3-stdnum accepts (stdnum.ean, stdnum.dk.cvr, stdnum.se.orgnr), checked when this was written.
describe("GLN", () => {
  it.each(["5798000000001", "5798009811578", "7300009011234"])(
    "%s has the right check digit or not",
    (gln) => {
      const body = gln.slice(0, 12);
      const right = [...Array(10).keys()].filter((check) => isGln(`${body}${check}`));
      expect(right).toHaveLength(1);
    },
  );
  it.each([
    ["5798009811578", true],
    ["5798009811579", false],
    ["579800981157", false],
    ["57980098115780", false],
    ["0000000000000", false],
    ["579800981157x", false],
    ["", false],
  ])("%s: %s", (gln, expected) => expect(isGln(gln)).toBe(expected));
  it("is found between the spaces people write", () =>
    expect(digitsOf("5798 0098 11578")).toBe("5798009811578"));
});

describe("CVR", () => {
  it.each([
    ["13585628", true],
    ["25313763", true],
    ["13585627", false],
    ["1358562", false],
    ["03585628", false],
    ["135856280", false],
    ["1358562a", false],
  ])("%s: %s", (number, expected) => expect(isCvr(number)).toBe(expected));
});

describe("organisationsnummer", () => {
  it.each([
    ["2021005489", true],
    ["5560360793", true],
    ["2021005488", false],
    ["202100548", false],
    ["8001011230", false],
  ])("%s: %s", (number, expected) => expect(isOrganisationsnummer(number)).toBe(expected));
});

it("asks the register of the country, and takes nothing elsewhere", () => {
  expect(isRegistrationNumber("DK", "13585628")).toBe(true);
  expect(isRegistrationNumber("SE", "13585628")).toBe(false);
  expect(isRegistrationNumber("NO", "13585628")).toBe(false);
});
