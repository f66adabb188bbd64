import { describe, expect, it } from "vitest";
import { seal } from "@/lib/core/sealed-box";
import { locales } from "@/lib/i18n/locales";
import type { MailParams, TemplateName } from "@/lib/mail/mail-params";
import { renderMail } from "@/lib/mail/render-mail";
import { templates } from "@/lib/mail/templates/registry";

const settings = {
  publicUrl: "https://praksis.example.org",
  secret: "only-for-tests-0123456789-abcdefghijklmnop",
  mailFrom: "Praksis <praksis@example.org>",
};
const zone = "Europe/Copenhagen";
const course = { programme: "Ledelse", cohort: "Forår", startsOn: "2026-05-13", path: "/my" };
const visit = {
  visitId: "0190b6c0-0000-7000-8000-000000000004",
  personId: "0190b6c0-0000-7000-8000-000000000009",
  uid: "visit-0190b6c0@praksis.example.org",
  sequence: 0,
  audience: "participant",
  participant: "Per",
  assessor: "Asta",
  startsAt: "2026-05-13T07:00:00Z",
  endsAt: "2026-05-13T09:00:00Z",
  zone,
  place: "Odense",
  path: "/my",
} as const;
const person = "0190b6c0-0000-7000-8000-000000000009";
const news = {
  kind: "moved",
  sessionId: "0190b6c0-0000-7000-8000-000000000002",
  uid: "0190b6c0-0000-7000-8000-000000000003",
  sequence: 2,
  cohort: "Forår",
  theme: "Mod",
  startsAt: visit.startsAt,
  endsAt: visit.endsAt,
  previousStartsAt: "2026-05-12T07:00:00Z",
  previousEndsAt: "2026-05-12T09:00:00Z",
  zone,
  place: "Odense",
  link: "",
} as const;

const told = { cohort: "Forår", personId: person, path: "/my" };

/** One of each; a template without an example does not compile. */
const examples: { [Name in TemplateName]: MailParams[Name] } = {
  "sign-in": { callbackPath: "/my?x=1&y=2", minutes: 10 },
  "approval-asked": {
    approvalId: "0190b6c0-0000-7000-8000-000000000001",
    applicant: "Per",
    organisation: "Odense Kommune",
    programme: "Ledelse",
    cohort: "Forår",
    startsOn: "2026-05-13",
  },
  "approval-forwarded": {
    approvalId: "0190b6c0-0000-7000-8000-000000000001",
    from: "Mette",
    note: "Du kender holdet.",
    applicant: "Per",
    organisation: "Odense Kommune",
    programme: "Ledelse",
    cohort: "Forår",
    startsOn: "2026-05-13",
  },
  "approval-reminder": {
    approvalId: "0190b6c0-0000-7000-8000-000000000001",
    applicant: "Per",
    organisation: "Odense Kommune",
    programme: "Ledelse",
    cohort: "Forår",
    startsOn: "2026-05-13",
    untilOn: "2026-04-02",
  },
  "approval-expired": { programme: "Ledelse", cohort: "Forår", manager: "Mette", path: "/my" },
  "approval-left-over": {
    programme: "Ledelse",
    cohort: "Forår",
    applicant: "Per",
    manager: "Mette",
    path: "/organisation",
  },
  "approval-answered": { ...course, answer: "approved", manager: "Mette", comment: "God idé" },
  "application-received": { ...course, manager: "Mette" },
  "application-admitted": course,
  "application-waitlisted": { ...course, position: 3 },
  "application-declined": { ...course, reason: "Holdet er for ledere." },
  "waitlist-offer": { ...course, expiresAt: "2026-05-01T10:00:00Z", zone },
  "cohort-cancelled": { ...course, reason: "For få", changes: [news], personId: person },
  "cohort-message": { cohort: "Forår", subject: "Husk fredag", body: "Hej\n\nVi ses.", path: "/my" },
  "sessions-changed": {
    changes: [news, { ...news, kind: "left" }, { ...news, kind: "excused" }, { ...news, kind: "added" }],
    personId: person,
    path: "/my",
  },
  "sessions-invited": { ...told, changes: [news, { ...news, kind: "added" }] },
  "sessions-withdrawn": { ...told, changes: [{ ...news, kind: "cancelled" }] },
  "offer-expired": { programme: "Ledelse", cohort: "Forår", path: "/programmes" },
  "visit-booked": visit,
  "visit-moved": { ...visit, audience: "assessor", previousStartsAt: "2026-05-12T07:00:00Z" },
  "visit-cancelled": { ...visit, reason: "", left: true },
  "observation-shared": {
    assessor: "Asta",
    observedOn: "2026-05-13",
    respondByAt: "2026-05-27T21:59:59Z",
    zone,
    path: "/my",
  },
  "assessment-news": { news: "returned", participant: "Mette", by: "", text: "Skriv mere.", path: "/assess" },
  "observation-locked": { ending: "lapsed", assessor: "Asta", observedOn: "2026-05-13", path: "/my" },
  "case-released": { programme: "Ledelse", path: "/my" },
  "hearing-opened": { programme: "Ledelse", dueAt: "2026-06-01T10:00:00Z", zone, path: "/my" },
  "certificate-issued": {
    programme: "Ledelse",
    serialNumber: "2026-1",
    path: "/my",
    verifyPath: "/verify/x",
  },
  "certificate-revoked": { programme: "Ledelse", serialNumber: "2026-1", publicReason: "Fejl", path: "/my" },
  "certificate-suspended": {
    programme: "Ledelse",
    serialNumber: "PX-2026-00001",
    publicReason: "Grundlaget undersøges.",
    path: "/my",
  },
  "certificate-reinstated": { programme: "Ledelse", serialNumber: "PX-2026-00001", path: "/my" },
  "certificate-replaced": {
    programme: "Ledelse",
    serialNumber: "PX-2026-00002",
    replacedSerialNumber: "PX-2026-00001",
    path: "/my",
    verifyPath: "/verify/x",
  },
  "certificate-ending": {
    programme: "Ledelse",
    serialNumber: "PX-2026-00001",
    months: 3,
    endsOn: "2026-08-13",
    recertification: "underWay",
    path: "/my",
  },
  "certificates-wrong": { count: 2, path: "/certify/certificates/checks" },
  "certificate-requested": {
    kind: "new_name",
    holder: "Per",
    serialNumber: "PX-2026-00001",
    note: "Gift i maj",
    path: "/certify",
  },
  "certificate-request-answered": {
    kind: "recertification",
    granted: false,
    answer: "Ordningen er lukket.",
    serialNumber: "PX-2026-00001",
    path: "/my",
  },
  "revocation-proposed": { proposer: "Clara", serialNumber: "2026-1", path: "/certify" },
  "enquiry-received": {
    audience: "assignee",
    sender: "Eva",
    topic: "Pris",
    answerByOn: "2026-05-20",
    path: "/staff",
  },
  "enquiry-answered": { topic: "Pris", answer: "Gratis", responder: "Stine", path: "/contact" },
  "complaint-answered": { programme: "Ledelse", path: "/my/certification" },
  "complaint-received": {
    programme: "Ledelse",
    dueAt: "2026-06-01T10:00:00Z",
    zone,
    path: "/my/certification",
  },
  "entered-by-organisation": {
    kind: "application",
    organisation: "Odense Kommune",
    coordinator: "Kim",
    programme: "Ledelse",
    cohort: "Forår",
    startsOn: "2026-05-13",
    path: "/my/applications",
  },
  "place-changed": {
    change: "substitute",
    programme: "Ledelse",
    cohort: "Forår",
    startsOn: "2026-05-13",
    with: "Per",
    reason: "Ny opgave",
    owedPercent: 50,
    path: "/my",
  },
  "representation-ended": { by: "Per", programme: "Ledelse", path: "/my/represented" },
  "representative-appointed": { participant: "Per", programme: "Ledelse", path: "/my/represented" },
};

const names = Object.keys(examples) as TemplateName[];
const row = (template: string, locale: string, params: unknown = examples[template as TemplateName]) => ({
  template,
  locale,
  toName: "Per",
  toEmail: "per@odense.example",
  createdAt: new Date("2026-04-01T10:00:00Z"),
  params,
  sealed: seal(JSON.stringify({ token: "t".repeat(43), email: "per@odense.dk" }), settings.secret),
});

describe.each(locales)("in %s", (locale) => {
  it.each(names)("%s says everything, in text and in HTML", async (name) => {
    const mail = await renderMail(row(name, locale), settings);
    expect(mail.subject).not.toBe("");
    for (const text of [mail.subject, mail.text, mail.html])
      expect(text).not.toMatch(/undefined|null|NaN|\{\w+\}|mail\.\w/);
    expect(mail.links.length).toBeGreaterThan(0);
    for (const link of mail.links) {
      expect(new URL(link).origin).toBe(settings.publicUrl);
      expect(mail.text).toContain(link);
      expect(mail.html).toContain(link.replaceAll("&", "&amp;"));
    }
    expect(mail.html).toMatch(/^<!doctype html>\n<html lang="/);
  });
});

it("has a template and an example of each", () =>
  expect(names.sort()).toEqual(Object.keys(templates).sort()));

it("says things differently in each language", async () => {
  const mails = await Promise.all(
    locales.map((locale) => renderMail(row("waitlist-offer", locale), settings)),
  );
  expect(new Set(mails.map((mail) => mail.text)).size).toBe(locales.length);
  expect(mails[0]?.text).toContain("1.\u00a0maj 2026 kl.\u00a012.00");
});

it("carries the token and where to go on only in the sign-in link", async () => {
  const mail = await renderMail(row("sign-in", "da"), settings);
  const link = new URL(mail.links[0] ?? "");
  expect(link.pathname).toBe("/sign-in/confirm");
  expect(Object.fromEntries(link.searchParams)).toEqual({
    token: "t".repeat(43),
    email: "per@odense.dk",
    callbackUrl: "/my?x=1&y=2",
  });
});

it("never says the outcome of a case", async () => {
  for (const locale of locales) {
    const { text } = await renderMail(row("case-released", locale), settings);
    expect(text).not.toMatch(/ikke certificeret|inte certifierad|not certified|godkendt|gratul|tillykke/i);
  }
});

it("treats what people wrote as text", async () => {
  const evil = '<script>alert(1)</script> & "x"';
  const mail = await renderMail(
    row("approval-answered", "da", { ...examples["approval-answered"], manager: evil, comment: evil }),
    settings,
  );
  expect(mail.html).not.toContain("<script>");
  expect(mail.html).toContain("&lt;script&gt;");
});

it("keeps a subject on one line", async () => {
  const mail = await renderMail(
    row("enquiry-received", "da", { ...examples["enquiry-received"], topic: "x\r\nBcc: eve@evil.example" }),
    settings,
  );
  expect(mail.subject).not.toMatch(/[\r\n]/);
});

it("quotes nothing to an address that a stranger typed", async () => {
  const mail = await renderMail(
    row("enquiry-received", "da", { ...examples["enquiry-received"], audience: "sender", topic: "KØB NU" }),
    settings,
  );
  expect(mail.text + mail.subject + mail.html).not.toContain("KØB NU");
});

it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "my", "javascript:alert(1)"])(
  "does not lead to %s",
  async (path) => {
    const mail = row("case-released", "da", { programme: "x", path });
    await expect(renderMail(mail, settings)).rejects.toThrow("leaves the site");
  },
);

it("is not sent without its secret, under another secret, or from an unknown template", async () => {
  await expect(renderMail({ ...row("sign-in", "da"), sealed: null }, settings)).rejects.toThrow(
    "secret is gone",
  );
  await expect(renderMail(row("sign-in", "da"), { ...settings, secret: "another" })).rejects.toThrow();
  await expect(renderMail(row("constructor", "da", {}), settings)).rejects.toThrow("no mail template");
});
