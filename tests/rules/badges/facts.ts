import type { CredentialFacts } from "@/lib/badges/rules/credential";
import type { CertificatePayload } from "@/lib/certificates/rules/payload";

/** A certificate as somebody might have it. */
export const payload: CertificatePayload = {
  format: "praksis.certificate/1",
  publicId: "Zm9vYmFyYmF6cXV4MTIzNA",
  serialNumber: "PX-2019-00042",
  holder: { name: "Bodil Ærø Sørensen-Åkjær" },
  programme: {
    title: "Certificeret uddannelse i offentlig innovationsledelse",
    version: 1,
    language: "da",
    startsOn: "2019-05-13",
    endsOn: "2019-10-31",
    city: "Odense",
  },
  provider: { id: "0192a000-0000-7000-8000-000000000001", name: "Center for Kompetence", shortName: "COK" },
  certifyingBody: {
    id: "0192a000-0000-7000-8000-000000000002",
    name: "Center for Offentlig Innovation",
    shortName: "COI",
  },
  scheme: {
    version: 3,
    text: {
      da: { title: "Offentlig innovationsledelse", scope: "Leder innovation i praksis." },
      en: { title: "Public innovation leadership", scope: "Leads innovation in practice." },
    },
  },
  criteria: [
    { code: "K1", name: { da: "Lede og facilitere processer", en: "Lead and facilitate processes" } },
    { code: "K2", name: { da: "Skabe overblik" } },
  ],
  decidedOn: "2019-11-20",
  issuedOn: "2019-11-21",
  validUntilOn: "2024-11-21",
};

/** Everything else that its credential is made of. */
export const facts: CredentialFacts = {
  publicUrl: "https://praksis.example.org",
  payload,
  issuedAt: new Date("2019-11-21T09:30:15.250Z"),
  validUntil: new Date("2024-11-21T22:59:59.999Z"),
  subjectId: "7b0e2a4c-9a53-4a2e-8c2b-2d6a3c1f0e9d",
  frameworkVersionId: "0192a000-0000-7000-8000-000000000003",
  issuerDid: "did:web:praksis.example.org",
  revocation: { listId: "11111111-1111-4111-8111-111111111111", position: 77 },
  suspension: { listId: "22222222-2222-4222-8222-222222222222", position: 131_071 },
};
