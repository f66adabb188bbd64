/** RFC 5321 4.5.3.1: 64 octets before the @, 254 in all as a path without its angle brackets. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LOCAL = /^[^\s@"(),:;<>[\]\\]+$/;
const LABEL = /^[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])?$/;

/**
 * One e-mail address as it is stored and compared: NFKC first and lower-case, so that two writings of one address are the same
 * and none looks like another after the check. Null where it is not one single address (no list, no name, no quotes).
 */
export function normaliseEmail(given: string): string | null {
  const email = given.normalize("NFKC").trim().toLowerCase();
  const [local = "", domain = "", ...rest] = email.split("@");
  if (rest.length > 0 || email.length > LONGEST || local.length > LONGEST_LOCAL) return null;
  if (!LOCAL.test(local) || local.startsWith(".") || local.endsWith(".") || local.includes("..")) return null;
  const labels = domain.split(".");
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) ? email : null;
}
