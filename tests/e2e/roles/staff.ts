import { expect, type Page } from "@playwright/test";
import { expectDone, field, fill, fillDay, pick, press } from "../support/form.ts";
import { day } from "../support/time.ts";

export type Programme = { title: string; aim: string; certification: RegExp };
export type Cohort = { name: string; capacity: number; facilitator: string };

/** Follows a link of the page's main part. */
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("link", { name }).click();

/** Makes a programme, writes its draft with two tracks and a scheme, and publishes it. */
export async function publishProgramme(page: Page, { title, aim, certification }: Programme): Promise<void> {
  await page.goto("/staff/programmes/new");
  await field(page, "Titel").fill(title);
  await press(page, "Opret kladden", "Uddannelsen er oprettet som kladde.");
  await expect(page).toHaveURL(/\/versions\//);
  const draft = page.locator("form").filter({ has: page.getByRole("button", { name: "Gem kladden" }) });
  await fill(draft, {
    "Kort om uddannelsen": "Et kort forløb, hvor du leder en forandring, der allerede er i gang.",
    "Mål for læring": `${aim}\nDu kan måle, om det hjalp.`,
    "Hvem det er for": "Ledere, der har en opgave på bordet.",
    Beskrivelse: "Vi mødes, du prøver af på dit arbejde, og en bedømmer ser dig gøre det.",
    "Krav til fremmøde": "50",
    "Pris pr. plads": "18.500",
  });
  const scheme = page.getByLabel(/^Certificering/);
  const wanted = await scheme.getByRole("option", { name: certification }).first().textContent();
  await scheme.selectOption({ label: wanted ?? "" });
  await press(page, "Gem kladden", "Kladden er gemt.");
  for (const [name, audience] of [
    ["Ledere", "Ledere"],
    ["Konsulenter", "Konsulenter og projektledere"],
  ] as const) {
    const form = page.locator("form").filter({ has: page.getByRole("heading", { name: "Nyt spor" }) });
    await field(form, "Navn").fill(name);
    await form.getByLabel("Målgruppe").selectOption({ label: audience });
    await form.getByRole("button", { name: "Tilføj sporet" }).click();
    await expect(page.getByText(`Ret ${name}`, { exact: true })).toBeVisible();
  }
  await follow(page, "Se følgerne og udgiv");
  await press(page, "Udgiv", "Udgaven er udgivet.");
}

/** Makes a cohort of a published programme with a session, a team and a deadline. Resolves to its page in the staff's area. */
export async function planCohort(page: Page, programme: string, cohort: Cohort): Promise<string> {
  await page.goto("/staff/cohorts/new");
  await page.getByLabel("Uddannelse", { exact: true }).selectOption({ label: `${programme} (udgave 1)` });
  await fill(page, { "Holdets navn": cohort.name, By: "Odense", "Antal pladser": String(cohort.capacity) });
  await fillDay(page, "Første dag", day(30));
  await fillDay(page, "Sidste dag", day(90));
  await fillDay(page, "Ansøgningsfrist", day(20));
  await press(page, "Opret holdet", "Holdet er oprettet som kladde.");
  await expect(page).toHaveURL(/\/staff\/cohorts\/[0-9a-f-]{36}$/);
  const base = new URL(page.url()).pathname;

  await page.goto(`${base}/team`);
  await pick(page, "Underviser", cohort.facilitator, cohort.facilitator);
  await press(page, "Tilføj", "Underviseren er tilføjet.");
  for (const [theme, on] of [
    ["Din opgave", 30],
    ["Det, vi kan nu", 60],
  ] as const) {
    await page.goto(`${base}/sessions/new`);
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Læg i planen" }) });
    await field(form, "Tema").fill(theme);
    await fillDay(form, "Dag", day(on));
    await field(form, "Andet sted").fill("Rådhuset i Odense");
    await form.getByLabel(cohort.facilitator).check();
    await form.getByRole("button", { name: "Læg i planen" }).click();
    await expectDone(page, "Mødegangen er lagt i planen.");
  }
  return base;
}

/** Takes a cohort to its next state, through the page that tells what follows from it. */
export async function changeCohort(
  page: Page,
  base: string,
  step: [link: string, button: string, done: string],
): Promise<void> {
  const [link, button, done] = step;
  await page.goto(base);
  await follow(page, link);
  await press(page, button, done);
}

/** Opens an application of the cohort by its applicant's name. */
export async function openApplication(page: Page, base: string, applicant: string): Promise<void> {
  await page.goto(`${base}/applications`);
  await page.getByRole("list", { name: "Til afgørelse" }).getByRole("link", { name: applicant }).click();
  await expect(page.getByRole("heading", { name: applicant })).toBeVisible();
}

/** Moves a cohort's beginning and its first session to now: the way in which a cohort begins earlier than it was planned. */
export async function bringForward(
  page: Page,
  base: string,
  theme: string,
  when: { day: string; from: string; to: string },
): Promise<void> {
  await page.goto(`${base}/settings`);
  await fillDay(page, "Første dag", when.day);
  await fillDay(page, "Ansøgningsfrist", dayBefore(when.day));
  await press(page, "Gem", "Holdet er gemt.");
  await page.goto(`${base}/sessions`);
  await follow(page, theme);
  await fillDay(page, "Dag", when.day);
  await fill(page, { Fra: when.from, Til: when.to });
  await press(page, "Gem mødegangen", "Mødegangen er gemt.");
  // What is confirmed is the session as it was saved, not the one that was open before.
  await page.reload();
  await press(page, "Bekræft", "Mødegangen er bekræftet.");
}

/** Cancels one of the cohort's sessions, through the page that tells who will learn of it. */
export async function cancelSession(page: Page, base: string, theme: string): Promise<void> {
  await page.goto(`${base}/sessions`);
  await follow(page, theme);
  await follow(page, /^Aflys/);
  await press(page, "Aflys mødegangen", /Mødegangen er aflyst/);
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
