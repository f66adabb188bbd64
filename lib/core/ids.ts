import { randomBytes } from "node:crypto";

/** 128 random bits as 22 base64url characters: an address that nobody guesses. */
export function randomPublicId(): string {
  return randomBytes(16).toString("base64url");
}

/** 256 random bits as 43 base64url characters: a token for a link or a cookie. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` can be a row's id. What comes out of an address is asked first: the database refuses other text as a fault. */
export function isId(text: string): boolean {
  return ID.test(text);
}

const SPELLED: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa", ä: "a", ö: "o", ü: "u" };

/** `text` as a piece of an address: lower-case a–z, digits and hyphens, at most 80; empty where nothing is left. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æøåäöü]/g, (letter) => SPELLED[letter] ?? "")
    .normalize("NFKD")
    .replace(/[̀-ͯ]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
}
