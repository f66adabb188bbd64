import { expect, type Page } from "@playwright/test";
import { fill, fillDay, press, pressAndConfirm, pressTwiceAndConfirm } from "../support/form.ts";

/** Finds a participant in the queue of those who lack an observation. */
export async function openParticipant(page: Page, participant: string): Promise<void> {
  await page.goto("/assess");
  await page.getByRole("link", { name: participant, exact: true }).first().click();
  await expect(page).toHaveURL(/\/assess\/participants\//);
}

/** Where a time is agreed at once, on the page of a new visit; beside it times can be offered. */
export const atOnce = (page: Page) => page.getByRole("region", { name: "Eller aftal med det samme" });

/** Books a visit to the participant whose page is open. Resolves at the visit's page. */
export async function bookVisit(page: Page, when: { day: string; from: string; to: string }): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Aftal besøg" }).first().click();
  const form = atOnce(page);
  await fillDay(form, "Dag", when.day);
  await fill(form, { Fra: when.from, Til: when.to, Sted: "Skolen, personalerummet" });
  await press(page, "Aftal besøget", /Besøget er aftalt/);
  await expect(page).toHaveURL(/\/assess\/visits\//);
}

/** Begins the observation of the visit that is open and writes it: what was seen apart from what is made of it, all criteria reached. */
export async function writeObservation(page: Page, exceptions: Record<string, string> = {}): Promise<void> {
  await page.getByRole("button", { name: "Begynd observationen" }).click();
  await expect(page).toHaveURL(/\/write$/);
  await fill(page, {
    Situationen: "Et møde i ledergruppen om de tre forsøg, der er i gang. Otte til stede.",
    "Hvad jeg så og hørte":
      "Gruppen delte sig i tre, og hver tegnede sit forsøg. Lederen spurgte hver gang, hvad de havde lært.",
    "Hvad jeg lægger i det": "Lederen giver plads til det ufærdige.",
  });
  const cards = page.getByRole("main").locator("ol > li[id^='criterion-']");
  await expect(cards.first()).toBeVisible();
  for (const card of await cards.all()) {
    const code = ((await card.getAttribute("id")) ?? "").replace("criterion-", "");
    const rating = exceptions[code] ?? "Nået";
    await card.getByRole("group", { name: "Vurdering" }).getByText(rating, { exact: true }).click();
    if (rating === "Nået")
      await card.getByLabel(/^Belæg/).fill(`Set tydeligt ved ${code}: tre gange i løbet af mødet.`);
  }
}

/** Hands the written observation in and shares it with the participant. */
export async function submitAndShare(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Gennemgå" }).click();
  await expect(page).toHaveURL(/\/assess\/observations\/[0-9a-f-]{36}$/);
  await pressAndConfirm(page, "Indsend", "Indsend", /Observationen er indsendt|Teksten ligger fast/);
  await pressAndConfirm(page, "Del med deltageren", "Del med deltageren", /Deltageren kan svare/);
}

/** One of a pair writes what they saw at the visit, apart from the other, and submits it. */
export async function writeBlind(
  page: Page,
  visitId: string,
  exceptions: Record<string, string>,
): Promise<void> {
  await page.goto(`/assess/visits/${visitId}`);
  await writeObservation(page, exceptions);
  await page.getByRole("button", { name: "Gennemgå" }).click();
  await expect(page).toHaveURL(/\/assess\/observations\/[0-9a-f-]{36}$/);
  await pressTwiceAndConfirm(page, "Indsend", "Indsend", /Den deles ikke alene/);
}
