/**
 * `npm run --silent keys`: prints a new set of signing keys. `npm run --silent keys -- rotate <file>`: prints the set of that file
 * with new keys to sign with; the old ones lose their private parts and stay to verify. See docs/operations.md.
 */
import { readFileSync } from "node:fs";
import { generateSigningKeys, readSigningKeys, rotateSigningKeys } from "../lib/core/signing-keys.ts";
import { main, Refusal } from "./say.ts";

const USAGE = "npm run --silent keys  or  npm run --silent keys -- rotate <file of the set in use>";

function rotated(path: string): string {
  let json: string;
  try {
    json = readFileSync(path, "utf8");
  } catch {
    throw new Refusal(`${path} cannot be read.`);
  }
  const read = readSigningKeys(json);
  if ("problem" in read) throw new Refusal(`${path} cannot be used: ${read.problem}.`);
  return rotateSigningKeys(json);
}

await main(async () => {
  const [command, path, ...rest] = process.argv.slice(2);
  if (command === undefined) console.log(generateSigningKeys());
  else if (command === "rotate" && path && rest.length === 0) console.log(rotated(path));
  else throw new Refusal(`Usage: ${USAGE}`);
});
