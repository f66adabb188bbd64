import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/(public)/verify/file/route";
import { fileProblem } from "@/components/certificates/verify-file";
import { currentClientAddress } from "@/lib/auth/sign-in/current-client";
import { getDownloadableCertificate } from "@/lib/certificates/queries/get-downloadable-certificate";
import { MOST_UPLOADED_BYTES } from "@/lib/certificates/rules/uploaded";
import { settings } from "@/lib/core/env";
import { generateSigningKeys, readSigningKeys } from "@/lib/core/signing-keys";
import type { PrismaClient } from "@/lib/db/generated/client";
import { certificateFile } from "@/lib/pdf/certificate-file";
import { bakedBadge } from "@/lib/signing/baked-badge";
import { checkUpload } from "@/lib/signing/check-upload";
import { signVcJwt } from "@/lib/signing/sign-vc-jwt";
import { signedBadge } from "@/lib/signing/signed-badge";
import { actingAs } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";
import { certify, moveTo, stranger } from "../badges/stage";
import { makeStage, type Stage } from "../certification/stage";

vi.mock("@/lib/auth/actor", async () => {
  const { stranger } = await import("../badges/stage");
  return { requireActor: async () => stranger };
});
vi.mock("@/lib/auth/sign-in/current-client", () => ({ currentClientAddress: vi.fn(async () => null) }));
// Only a file that is genuine leaves a cookie.
vi.mock("next/headers", () => ({ cookies: async () => ({ set: () => {} }) }));

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const check = (bytes: Uint8Array) => checkUpload(stranger, bytes, new Date());
const refused = (problem: string) => ({ genuine: false, problem });

async function content(publicId: string, format: "data_integrity" | "vc_jwt"): Promise<string> {
  return (await signedBadge(stranger, publicId, format, new Date()))?.content ?? "";
}

async function document(publicId: string): Promise<Uint8Array> {
  const acting = await actingAs(client, stage.people.certifiers[0].id, "certification.view");
  const found = await getDownloadableCertificate(acting, publicId, new Date());
  if (!found) throw new Error("no such certificate");
  return (await certificateFile(found, "da", new Date())).bytes;
}

describe("a file that we handed out", () => {
  it("is known in every form, also after its certificate was revoked", async () => {
    const { id, publicId } = await certify(stage);
    const files = [
      await document(publicId),
      bytesOf(await content(publicId, "data_integrity")),
      // Another program may write the same credential with other spaces.
      bytesOf(JSON.stringify(JSON.parse(await content(publicId, "data_integrity")))),
      bytesOf(await content(publicId, "vc_jwt")),
    ];
    for (const kind of ["png", "svg"] as const) {
      const baked = await bakedBadge(stranger, publicId, kind, new Date());
      if (baked.state === "baked") files.push(baked.bytes);
    }
    expect(files).toHaveLength(6);
    await moveTo(client, id, "revoked");
    for (const bytes of files) expect(await check(bytes)).toEqual({ genuine: true, publicId });
  });

  it("is refused when one byte of it was changed", async () => {
    const { publicId } = await certify(stage);
    const pdf = (await document(publicId)).slice();
    pdf[pdf.length - 10] = (pdf[pdf.length - 10] ?? 0) ^ 1;
    expect(await check(pdf)).toEqual(refused("unknownDocument"));
    const credential = JSON.parse(await content(publicId, "data_integrity"));
    credential.credentialSubject.identifier[0].identityHash = "En Anden";
    expect(await check(bytesOf(JSON.stringify(credential)))).toEqual(refused("tampered"));
    const [header, payload = "", signature] = (await content(publicId, "vc_jwt")).split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, name: "Kejser" })).toString("base64url");
    expect(await check(bytesOf([header, forged, signature].join(".")))).toEqual(refused("tampered"));
  });

  it("says what it is not: another's, by an unknown key, of nobody, no file of ours, too large", async () => {
    const { publicId } = await certify(stage);
    const credential = JSON.parse(await content(publicId, "data_integrity"));
    const foreign = { ...credential, id: "https://andre.example/api/badges/AAAAAAAAAAAAAAAAAAAAAA" };
    expect(await check(bytesOf(JSON.stringify(foreign)))).toEqual(refused("foreign"));
    const issuer = { ...credential, issuer: { ...credential.issuer, id: "did:web:andre.example" } };
    expect(await check(bytesOf(JSON.stringify(issuer)))).toEqual(refused("foreign"));
    expect(await check(bytesOf("hello"))).toEqual(refused("unreadable"));
    expect(await check(new Uint8Array(MOST_UPLOADED_BYTES + 1))).toEqual(refused("tooLarge"));

    const { proof: _, ...unsigned } = credential;
    const { publicUrl } = settings();
    const invented = { ...unsigned, id: `${publicUrl}/api/badges/AAAAAAAAAAAAAAAAAAAAAA` };
    expect(await check(bytesOf((await signVcJwt(invented, publicUrl)).content))).toEqual(
      refused("notIssued"),
    );

    const jws = await content(publicId, "vc_jwt");
    const read = readSigningKeys(generateSigningKeys(2048));
    if ("problem" in read) throw new Error(read.problem);
    const inForce = settings();
    const before = inForce.signingKeys;
    try {
      inForce.signingKeys = read.keys;
      expect(await check(bytesOf(jws))).toEqual(refused("unknownKey"));
      expect(await check(bytesOf(JSON.stringify(credential)))).toEqual(refused("unknownKey"));
    } finally {
      inForce.signingKeys = before;
    }
  });

  it("leaves no trace of who asked, nor of the file", async () => {
    const { publicId } = await certify(stage);
    const pdf = await document(publicId);
    const counts = async () => [
      await client.auditEvent.count(),
      await client.certificateDocument.count(),
      await client.badgeProof.count(),
    ];
    const before = await counts();
    await check(pdf);
    await check(bytesOf(await content(publicId, "vc_jwt").then((jws) => `${jws}x`)));
    expect(await counts()).toEqual(before);
  });
});

describe("the form that a file is sent with", () => {
  /** Sends a file as a browser does, and gives the address that it is led to. */
  async function sent(content: BlobPart, origin?: string) {
    const { publicUrl } = settings();
    const form = new FormData();
    form.set("file", new File([content], "certificate"));
    const packed = new Response(form);
    const body = await packed.arrayBuffer();
    const headers = { origin: origin ?? publicUrl, "content-type": packed.headers.get("content-type") ?? "" };
    const asked = {
      method: "POST",
      body,
      headers: { ...headers, "content-length": String(body.byteLength) },
    };
    const answer = await POST(new Request(`${publicUrl}/verify/file`, asked));
    return answer.status === 303 ? answer.headers.get("location") : answer.status;
  }

  it("leads to the certificate, or back with the reason", async () => {
    const { publicId } = await certify(stage);
    expect(await sent(await content(publicId, "vc_jwt"))).toBe(`/verify/${publicId}`);
    expect(await sent("hello")).toBe("/verify?file=unreadable#file");
    expect(await sent("")).toBe("/verify?file=unreadable#file");
    expect(await sent(new Uint8Array(MOST_UPLOADED_BYTES + 40_000))).toBe("/verify?file=tooLarge#file");
    expect(await sent("hello", "https://andre.example")).toBe(403);
    expect(GET().headers.get("location")).toBe("/verify#file");
  });

  it("tells whoever asks too often so on its page, and not as a machine", async () => {
    vi.mocked(currentClientAddress).mockResolvedValue("203.0.113.77");
    try {
      for (let time = 0; time < 12; time++) expect(await sent("hello")).toBe("/verify?file=unreadable#file");
      expect(await sent("hello")).toBe("/verify?file=tooOften#file");
      expect(fileProblem("tooOften")).toBe("tooOften");
    } finally {
      vi.mocked(currentClientAddress).mockResolvedValue(null);
    }
  });
});
