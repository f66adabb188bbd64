import type { Page } from "@playwright/test";
import { approveFromMail, findAndApply, handIn, manager, writeApplication } from "../roles/applicant.ts";
import { bookVisit, openParticipant, submitAndShare, writeObservation } from "../roles/assessor.ts";
import {
  confirmRevocation,
  decide,
  openCase,
  proposeRevocation,
  recommend,
  release,
} from "../roles/certifier.ts";
import { agreeToProject, callRoll } from "../roles/facilitator.ts";
import { concludeProject, project, proposeProject, respond } from "../roles/participant.ts";
import {
  bringForward,
  cancelSession,
  changeCohort,
  openApplication,
  planCohort,
  publishProgramme,
} from "../roles/staff.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { expectDone, expectRefused, field, press } from "../support/form.ts";
import { mailTo } from "../support/mail.ts";
import { newcomer, signInByLink } from "../support/sign-in.ts";
import { expect, type Open, test } from "../support/test.ts";
import { period } from "../support/time.ts";
import { outboxTo, trailOf } from "../support/trail.ts";
import { assessors, eventsOf, mailsOf } from "./thread-traces.ts";

/** What is made on the way, named so that a second run beside the first finds its own. */
const mark = Math.random().toString(36).slice(2, 7);
const programme = `Forsøg i drift ${mark}`;
const cohort = { name: `Odense, prøve ${mark}`, capacity: 1, facilitator: "Anders Vejlegaard" };
const first = newcomer("Skolemand", "aadal.example");
const second = newcomer("Skolekvinde", "aadal.example");
const reason = "Grundlaget for afgørelsen viste sig at være forkert.";

const begun = new Date(Date.now() - 1000);
/** Everybody comes in by a link in a mail and keeps their browser to the end. */
async function browsers(open: Open) {
  const pages = new Map<string, Page>();
  return async (email: string): Promise<Page> => {
    const known = pages.get(email);
    if (known) return known;
    const page = await open();
    await page.goto("/sign-in");
    await signInByLink(page, email);
    pages.set(email, page);
    return page;
  };
}

async function apply(open: Open, applicant: { name: string; email: string }): Promise<Page> {
  const page = await open();
  await findAndApply(page, cohort.name, programme);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl/);
  await signInByLink(page, applicant.email);
  await field(page, "Navn").fill(applicant.name);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await expect(page).toHaveURL(/\/apply/);
  return page;
}

test("from an open programme to a certificate that anyone can verify", async ({ open }) => {
  test.setTimeout(420_000);
  const as = await browsers(open);
  let base = "";
  let applicant: Page | undefined;
  let publicId = "";

  await test.step("1. staff publish a programme and open a cohort", async () => {
    const staff = await as("staff@komponent.example");
    await publishProgramme(staff, {
      title: programme,
      aim: "Du kan sætte et forsøg i gang.",
      certification: /^CO-PI: .*\(2\)$/,
    });
    base = await planCohort(staff, programme, cohort);
    await staff.goto(base);
    await expectAccessible(staff);
    await changeCohort(staff, base, ["Åbn for ansøgning", "Åbn holdet", "Holdet er åbent for ansøgning."]);
  });

  await test.step("2. a visitor finds it and applies; the draft survives leaving", async () => {
    applicant = await apply(open, first);
    await writeApplication(applicant, "Ledere", "Jeg vil gøre det lettere at prøve noget af i vores skoler.");
    await field(applicant, "EAN/GLN-nummer").fill("5790009900048");
    await expectDone(applicant, /Kladde gemt kl\./);
    await expectAccessible(applicant);
    await applicant.goto("/my");
    await applicant.getByRole("link", { name: "Gør din ansøgning færdig" }).click();
    await expect(field(applicant, "Motivation")).toHaveValue(
      "Jeg vil gøre det lettere at prøve noget af i vores skoler.",
    );
    await applicant.getByRole("checkbox", { name: /Oplysningerne er rigtige/ }).check();
    await applicant.getByRole("button", { name: "Send ansøgning" }).click();
    await expectRefused(applicant, "det sidste passer ikke til de andre");
    await handIn(applicant);
    await expectAccessible(applicant);
  });

  await test.step("3. the manager approves from the mail; staff admit; the next one is queued", async () => {
    await approveFromMail(await open(), first.name, expectAccessible);
    const next = await apply(open, second);
    await writeApplication(next, "Ledere", "Jeg vil lære at lukke et forsøg ordentligt.");
    await handIn(next);
    await approveFromMail(await open(), second.name);
    const staff = await as("staff@komponent.example");
    await openApplication(staff, base, first.name);
    await expectAccessible(staff);
    await press(staff, "Optag", /Ansøgeren er optaget/);
    await openApplication(staff, base, second.name);
    await press(staff, "Sæt på venteliste som nr. 1", /ansøgeren er på ventelisten/);
    await mailTo(staff.request, first.email, /Du er optaget/);
    await next.reload();
    await expect(next.getByText("Du er nummer 1 af 1 på ventelisten")).toBeVisible();
  });

  await test.step("the cohort begins, earlier than planned", async () => {
    const staff = await as("staff@komponent.example");
    await changeCohort(staff, base, [
      "Luk for ansøgning",
      "Luk for ansøgning",
      "Holdet er lukket for ansøgning.",
    ]);
    await bringForward(staff, base, "Din opgave", period(-0.5));
    await cancelSession(staff, base, "Det, vi kan nu");
    await mailTo(staff.request, first.email, /^Aflyst: Det, vi kan nu/);
    await changeCohort(staff, base, ["Sæt holdet i gang", "Sæt i gang", "Holdet er i gang."]);
    await mailTo(staff.request, second.email, /./);
  });

  await test.step("roll is called; the practice project is proposed, agreed and concluded", async () => {
    const participant = applicant ?? (await as(first.email));
    const facilitator = await as("facilitator4@komponent.example");
    await callRoll(facilitator, "Din opgave", first.name);
    await expectAccessible(facilitator);
    await proposeProject(participant);
    await agreeToProject(facilitator, cohort.name, project);
    await concludeProject(participant);
    await expectAccessible(participant);
  });

  await test.step("4. two assessors book, observe, submit and share; the participant responds; it locks", async () => {
    const participant = applicant ?? (await as(first.email));
    for (const [email, name, hours] of [
      ["assessor@copi.example", "Mia Strandgren", -20],
      ["assessor2@copi.example", "Tobias Engholm", -3],
    ] as const) {
      const assessor = await as(email);
      await openParticipant(assessor, first.name);
      await bookVisit(assessor, period(hours));
      await writeObservation(assessor);
      await expectAccessible(assessor);
      await submitAndShare(assessor);
      await mailTo(participant.request, first.email, /observation/i);
      await respond(participant, name);
    }
    await expectAccessible(participant);
  });

  await test.step("5. one recommends, another decides; the outcome comes with the release", async () => {
    const participant = applicant ?? (await as(first.email));
    const recommender = await as("certifier2@copi.example");
    await openCase(recommender, first.name);
    await expect(recommender.getByText("Alt, ordningen kræver, er på plads.")).toBeVisible();
    await expectAccessible(recommender);
    await recommend(recommender);
    const decider = await as("certifier@copi.example");
    await openCase(decider, first.name);
    await expectAccessible(decider);
    await decide(decider);
    await participant.goto("/my/certification");
    await expect(participant.getByText("Hos det certificerende organ")).toBeVisible();
    await expect(participant.getByText("Hovedhensyn")).toHaveCount(0);
    await decider.reload();
    await release(decider);
    await mailTo(participant.request, first.email, /certifi/i);
  });

  await test.step("6. the certificate: its document, and the check by a stranger", async () => {
    const participant = applicant ?? (await as(first.email));
    await participant.goto("/my/certificates");
    await expectAccessible(participant);
    const link = participant.getByRole("link", { name: "Se kontrolsiden" });
    publicId = ((await link.getAttribute("href")) ?? "").replace("/verify/", "");
    const file = await participant.request.get(`/api/certificates/${publicId}/pdf?lang=da`);
    expect(file.headers()["content-type"]).toBe("application/pdf");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");

    const stranger = await open();
    expect((await stranger.goto(`/verify/${publicId}`))?.status()).toBe(200);
    await expect(stranger.getByRole("heading", { name: "Certifikatet er gyldigt" })).toBeVisible();
    await expect(stranger.getByText(first.name).first()).toBeVisible();
    await expect(stranger.getByText(programme).first()).toBeVisible();
    await expect(stranger.getByText(manager.name), "nothing but what is printed").toHaveCount(0);
    await expectAccessible(stranger);
  });

  await test.step("6. two persons revoke it, and the page and a fresh download say so at once", async () => {
    const proposer = await as("certifier@copi.example");
    await openCertificate(proposer);
    await proposeRevocation(proposer, reason);
    await expect(proposer.getByText("Du har foreslået det. En anden hos jer skal bekræfte.")).toBeVisible();
    await expect(proposer.getByRole("button", { name: "Tilbagekald nu" })).toHaveCount(0);
    const stranger = await open();
    await stranger.goto(`/verify/${publicId}`);
    await expect(stranger.getByRole("heading", { name: "Certifikatet er gyldigt" })).toBeVisible();
    const before = await (await stranger.request.get(`/api/certificates/${publicId}/pdf?lang=da`)).body();

    const confirmer = await as("certifier2@copi.example");
    await openCertificate(confirmer);
    await expectAccessible(confirmer);
    await confirmRevocation(confirmer);
    await stranger.reload();
    await expect(stranger.getByRole("heading", { name: "Certifikatet er tilbagekaldt" })).toBeVisible();
    await expect(stranger.getByText(reason)).toBeVisible();
    await expectAccessible(stranger);
    const after = await (await stranger.request.get(`/api/certificates/${publicId}/pdf?lang=da`)).body();
    expect(after.equals(before), "a fresh download is another document").toBe(false);
  });

  await test.step("7. every step left its event and its mails", async () => {
    const admin = await as("admin@praksis.example");
    await admin.goto("/admin/audit");
    await expectAccessible(admin);
    const events = (await trailOf(cohort.name)).map(({ what, who }) => `${what} ${who}`.trim());
    for (const [step, expected] of Object.entries(eventsOf({ first, second })))
      expect(events, `step ${step} in the audit trail`).toEqual(expect.arrayContaining([...expected]));
    const sent = await outboxTo([first.email, second.email, manager.email, ...assessors], begun);
    const mails = sent.map(({ what, who }) => `${what} ${who}`);
    for (const [step, expected] of Object.entries(mailsOf({ first, second })))
      expect(mails, `mails of step ${step}`).toEqual(expect.arrayContaining([...expected]));
  });
});

/** Opens the journey's certificate in the register, found by its holder's name. */
async function openCertificate(page: Page): Promise<void> {
  await page.goto("/certify/certificates");
  await page.getByRole("searchbox", { name: "Nummer eller navn" }).fill(first.name);
  await page.getByRole("main").getByRole("button", { name: "Vis", exact: true }).click();
  await page.getByRole("link", { name: /^PX-/ }).first().click();
  await expect(page).toHaveURL(/\/certify\/certificates\/[0-9a-f-]{36}$/);
}
