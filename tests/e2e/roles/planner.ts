import { expect, type Page } from "@playwright/test";
import { field, fill, fillDay, pick, press, pressAndConfirm } from "../support/form.ts";

/** A programme to be published from nothing. */
export type PlannedProgramme = {
  readonly title: string;
  readonly language: "Dansk" | "Svensk";
  readonly attendance: string;
  readonly tracks: readonly (readonly [name: string, audience: string])[];
  /** The scheme to certify by; none where it is left out. */
  readonly certification?: RegExp;
};

/** Writes a programme's draft with its tracks; the page is then the draft's. */
export async function draftProgramme(page: Page, programme: PlannedProgramme): Promise<void> {
  await page.goto("/staff/programmes/new");
  await field(page, "Titel").fill(programme.title);
  await press(page, "Opret kladden", "Uddannelsen er oprettet som kladde.");
  await expect(page).toHaveURL(/\/versions\//);
  const draft = page.locator("form").filter({ has: page.getByRole("button", { name: "Gem kladden" }) });
  await fill(draft, {
    "Kort om uddannelsen": "Ledelse af innovation, prøvet af på det, der allerede ligger på bordet.",
    "Mål for læring": "At lede uden svar\nAt prøve småt",
    "Hvem det er for": "Ledere, nøglepersoner og politikere.",
    Beskrivelse: "Vi mødes om et tema ad gangen.",
    "Krav til fremmøde": programme.attendance,
  });
  await draft.getByLabel("Undervisningssprog").selectOption({ label: programme.language });
  if (programme.certification) {
    const scheme = page.getByLabel(/^Certificering/);
    const wanted = await scheme.getByRole("option", { name: programme.certification }).first().textContent();
    await scheme.selectOption({ label: wanted ?? "" });
  }
  await press(page, "Gem kladden", "Kladden er gemt.");
  for (const [name, audience] of programme.tracks) {
    const form = page.locator("form").filter({ has: page.getByRole("heading", { name: "Nyt spor" }) });
    await field(form, "Navn").fill(name);
    await form.getByLabel("Målgruppe").selectOption({ label: audience });
    await form.getByRole("button", { name: "Tilføj sporet" }).click();
    await expect(page.getByText(`Ret ${name}`, { exact: true })).toBeVisible();
  }
}

/** Publishes the draft that is open. */
export async function publishDraft(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Se følgerne og udgiv" }).click();
  await press(page, "Udgiv", "Udgaven er udgivet.");
}

/** An agreement to be made from nothing; names of partners as the boxes show them. */
export type PlannedAgreement = {
  readonly title: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly partners: readonly RegExp[];
  readonly targets: Readonly<Record<string, string>>;
  readonly funding?: { readonly funder: RegExp; readonly diaryNumber: string; readonly amount: string };
};

/** Makes an agreement and puts it in force; the page is then the agreement's. */
export async function makeAgreement(page: Page, agreement: PlannedAgreement): Promise<void> {
  await page.goto("/staff/agreements/new");
  await field(page, "Titel").fill(agreement.title);
  await page.getByLabel("Slags").selectOption({ label: agreement.kind });
  await fillDay(page, "Gælder fra", agreement.from);
  const until = page.getByRole("textbox", { name: /^Gælder til og med/ });
  const [year, month, date] = agreement.to.split("-");
  await until.fill(`${date}.${month}.${year}`);
  for (const partner of agreement.partners)
    await page.getByRole("checkbox", { name: partner }).first().check();
  for (const [role, number] of Object.entries(agreement.targets)) await field(page, role).fill(number);
  if (agreement.funding) {
    const { funder, diaryNumber, amount } = agreement.funding;
    const choice = page.getByLabel(/^Finansieringskilde/);
    const wanted = await choice.getByRole("option", { name: funder }).first().textContent();
    await choice.selectOption({ label: wanted ?? "" });
    await fill(page, { Journalnummer: diaryNumber, Beløb: amount });
    await page.getByLabel("Valuta").selectOption("SEK");
  }
  await press(page, "Opret aftalen", "Aftalen er oprettet.");
  await expect(page).toHaveURL(/\/staff\/agreements\/[0-9a-f-]{36}$/);
  // What has arrived is no draft any more.
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain("draft.agreement");
  await pressAndConfirm(page, "Sæt i kraft", "Sæt i kraft", "Aftalens status er ændret.");
  // The sentence may come before the page is drawn anew: in force is what shows its state, and no longer what would put it there.
  await expect(page.getByRole("main").getByText("I kraft", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sæt i kraft", exact: true })).toHaveCount(0);
}

/** Gives a partner of the open agreement seats on a track, and waits until the agreement shows them. */
export async function allocateSeats(
  page: Page,
  partner: string,
  track: string,
  seats: string,
): Promise<void> {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Gem pladserne" }) });
  for (const [label, wanted] of [
    [/^Part$/, partner],
    [/^Spor/, track],
  ] as const) {
    const choice = form.getByLabel(label);
    const option = await choice.getByRole("option", { name: wanted }).first().textContent();
    await choice.selectOption({ label: option ?? "" });
  }
  await field(form, "Antal pladser").fill(seats);
  await press(page, "Gem pladserne", "Pladserne er fordelt.");
  const line = page.getByRole("listitem").filter({ hasText: partner }).filter({ hasText: track });
  await expect(line).toContainText(`${seats} pladser`);
}

/** A cohort to be made of a published programme. */
export type PlannedCohort = {
  readonly programme: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly deadline: string;
  readonly seats: string;
  readonly agreement?: string;
  readonly zone?: string;
  readonly facilitator: string;
};

/** Makes a cohort with its team; resolves to its page in the staff's area. */
export async function makeCohort(page: Page, cohort: PlannedCohort): Promise<string> {
  await page.goto("/staff/cohorts/new");
  await page
    .getByLabel("Uddannelse", { exact: true })
    .selectOption({ label: `${cohort.programme} (udgave 1)` });
  await fill(page, { "Holdets navn": cohort.name, By: "Odense", "Antal pladser": cohort.seats });
  await fillDay(page, "Første dag", cohort.from);
  await fillDay(page, "Sidste dag", cohort.to);
  await fillDay(page, "Ansøgningsfrist", cohort.deadline);
  if (cohort.zone) await page.getByLabel("Tidszone").selectOption({ label: cohort.zone });
  if (cohort.agreement) {
    const choice = page.getByLabel(/^Aftale/);
    const wanted = await choice.getByRole("option", { name: cohort.agreement }).textContent();
    await choice.selectOption({ label: wanted ?? "" });
  }
  await press(page, "Opret holdet", "Holdet er oprettet som kladde.");
  await expect(page).toHaveURL(/\/staff\/cohorts\/[0-9a-f-]{36}$/);
  const base = new URL(page.url()).pathname;
  await page.goto(`${base}/team`);
  await pick(page, "Underviser", cohort.facilitator, cohort.facilitator);
  await press(page, "Tilføj", "Underviseren er tilføjet.");
  return base;
}

/** Opens the form for a row of sessions and writes it, up to its preview. */
export async function writeRow(
  page: Page,
  base: string,
  row: { readonly themes: string; readonly count: string; readonly first: string; readonly skip: string },
): Promise<void> {
  await page.goto(`${base}/sessions/new?several=1`);
  await fillDay(page, "Første mødegang", row.first);
  await fill(page, {
    Temaer: row.themes,
    "Antal mødegange": row.count,
    "Uger uden mødegang": row.skip,
    "Andet sted": "Kulturhuset",
  });
}

/** Says who has to come to one of the cohort's sessions. */
export async function setObligations(
  page: Page,
  base: string,
  theme: string,
  choices: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(`${base}/sessions`);
  await page.getByRole("main").getByRole("link", { name: theme, exact: true }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await page.locator("summary", { hasText: "Hvem skal komme?" }).click();
  for (const [subject, choice] of Object.entries(choices))
    await page.getByLabel(subject, { exact: true }).selectOption({ label: choice });
  await press(page, "Gem mødegangen", "Mødegangen er gemt.");
}

/** Says for all sessions but the first and the last, in one act, whether a track or a role has to come. */
export async function setBetween(page: Page, base: string, subject: string, choice: string): Promise<void> {
  await page.goto(`${base}/sessions`);
  await page.getByRole("main").getByRole("link", { name: "Hvem skal komme?", exact: true }).click();
  await page.getByRole("link", { name: "Alle undtagen første og sidste", exact: true }).click();
  await expect(page).toHaveURL(/pick=between$/);
  await page.getByLabel("Hvem", { exact: true }).selectOption({ label: subject });
  await page.getByLabel("Skal de komme?").selectOption({ label: choice });
  await press(page, "Gem for de valgte", "Det gælder nu for de valgte mødegange.");
}
