import type { InvoiceDocument } from "@/lib/billing/rules/document";

/** An invoice of a Danish provider to a Danish municipality. */
export const invoice: InvoiceDocument = {
  kind: "invoice",
  number: 42,
  issuedOn: "2026-05-13",
  dueOn: "2026-06-12",
  currency: "DKK",
  vatPercent: 25,
  netMinor: 6_900_000,
  vatMinor: 1_725_000,
  seller: {
    name: "Komponent",
    country: "DK",
    registrationNumber: "16406899",
    gln: "5790000121212",
    street: "Skovvej 7",
    postalCode: "5000",
    city: "Odense C",
    bankRegistration: "3574",
    bankAccount: "0012345678",
    contactName: "Hanne Bogholder",
    contactEmail: "bogholder@komponent.example",
  },
  buyer: {
    name: "Aadal Kommune & Søn <A/S>",
    isPerson: false,
    country: "DK",
    registrationNumber: "29189846",
    gln: "5798003690018",
    reference: "REK-1200",
  },
  credits: [],
  lines: [
    { text: "Certificeret uddannelse, Odense: Per Hansen", amountMinor: 3_450_000 },
    { text: "Certificeret uddannelse, Odense: Åse Østergård", amountMinor: 3_450_000 },
  ],
};

/** What is given back of it. */
export const creditNote: InvoiceDocument = {
  ...invoice,
  kind: "credit_note",
  number: 43,
  netMinor: 1_725_000,
  vatMinor: 431_250,
  credits: [42],
  lines: [{ text: "Certificeret uddannelse, Odense: Per Hansen", amountMinor: 1_725_000 }],
};
