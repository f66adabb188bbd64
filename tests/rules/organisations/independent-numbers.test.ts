/**
 * Check digits against implementations that share nothing with ours: npm's `stdnum` for CVR and Swedish organisation numbers, `validator` for
 * GLN (an EAN of 13 digits). 20,000 numbers each; every body is tried with each last digit.
 */
import { stdnum } from "stdnum";
import isEAN from "validator/lib/isEAN.js";
import { expect, it } from "vitest";
import { isGln } from "@/lib/organisations/rules/gln";
import { isCvr, isOrganisationsnummer } from "@/lib/organisations/rules/registration-number";

const NUMBERS = 20_000;

/** A row of numbers that looks random and is the same at every run (mulberry32). */
function digitsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 10;
  };
}

/** Numbers of `length` digits that do not begin with a zero: every body with each last digit, so that a wrong check cannot hide. */
function* numbers(length: number, seed: number): Generator<string> {
  const digit = digitsFrom(seed);
  for (let made = 0; made < NUMBERS; ) {
    const body = Array.from({ length: length - 1 }, digit).join("");
    if (body.startsWith("0")) continue;
    for (let last = 0; last < 10 && made < NUMBERS; last++, made++) yield `${body}${last}`;
  }
}

function compare(length: number, ours: (number: string) => boolean, theirs: (number: string) => boolean) {
  let right = 0;
  for (const number of numbers(length, length)) {
    const said = ours(number);
    if (said) right += 1;
    if (said !== theirs(number)) expect.unreachable(`${number}: ${said} here`);
  }
  return right;
}

it("agree on GLN", () => {
  expect(compare(13, isGln, (number) => isEAN(number))).toBe(NUMBERS / 10);
});

it("agree on CVR", () => {
  const right = compare(8, isCvr, (number) => stdnum.DK?.cvr?.validate(number).isValid === true);
  expect(right).toBeGreaterThan(NUMBERS / 12);
});

it("agree on Swedish organisation numbers, those of legal bodies", () => {
  // A third digit below two is a person's number, which we do not take and stdnum does not tell apart.
  const right = compare(10, isOrganisationsnummer, (number) =>
    Number(number[2]) < 2
      ? isOrganisationsnummer(number)
      : stdnum.SE?.orgnr?.validate(number).isValid === true,
  );
  expect(right).toBeGreaterThan(NUMBERS / 15);
});
