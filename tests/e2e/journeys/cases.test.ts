import type { Page } from "@playwright/test";
import { writeBlind } from "../roles/assessor.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  type CaseStage,
  makeCaseStage,
  makePairStage,
  shareAnotherObservation,
} from "../support/case-stage.ts";
import { row } from "../support/database.ts";
import { expectDone, field, fillAndReload, fillDay, press, pressAndConfirm } from "../support/form.ts";
import { routes } from "../support/routes.ts";
import { expect, type Open, test } from "../support/test.ts";
import { day } from "../support/time.ts";

/** What every observation of a stage says. */
const NOTE = "Samlede gruppen om tavlen";

const stateOf = async ({ caseId }: CaseStage) =>
  (await row<{ state: string }>("SELECT state::text FROM certification_case WHERE id = $1", [caseId])).state;

/** A browser of one of the case's people. */
const as = (open: Open, { email }: { email: string }) => open({ email });

/** Opens the case and recommends an outcome. */
async function recommend(page: Page, { caseId }: CaseStage, outcome: RegExp): Promise<void> {
  await page.goto(`/certify/cases/${caseId}`);
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Send indstillingen" }) });
  await form.getByRole("radio", { name: outcome }).check();
  await field(form, "Hvorfor?").fill("Det samlede billede af de to observationer.");
  await press(page, "Send indstillingen", "Indstillingen er sendt til afgørelse.");
}

/** Decides the open case for certification, and tells the participant. */
async function certify(page: Page, { caseId }: CaseStage): Promise<void> {
  await page.goto(`/certify/cases/${caseId}`);
  await page.getByRole("radio", { name: /^Certificeret/ }).check();
  await field(page, "Hovedhensyn").fill("Alt er set og nået.");
  await press(page, "Træf afgørelsen", /Afgørelsen er truffet/);
  await page.reload();
  await pressAndConfirm(page, "Meddel deltageren", "Meddel deltageren", /certifikatet er udstedt/);
  // The button is gone with the step it took: whoever uses the keyboard goes on from the page's heading.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
}

test("two rate blind, agree in writing, and what both stand behind is certified", async ({ open }) => {
  const stage = await makePairStage();
  const { visitId } = stage;
  const [second, lead] = stage.assessors;
  const first = await as(open, lead);
  await first.goto(`/assess/visits/${visitId}`);
  await first.getByLabel("Hvem skal med?").selectOption({ label: second.name });
  await press(first, "Bed med", "Medbedømmeren er bedt med og har fået besked.");
  await expect(first.getByRole("link", { name: "Sammenlign" })).toBeVisible();
  await writeBlind(first, visitId, { K3: "Delvist nået" });
  await first.getByRole("link", { name: "Sammenlign" }).click();
  await expect(first.getByText(/^I skriver hver for sig\./)).toBeVisible();

  const other = await as(open, second);
  const calendar = `/api/calendar/visits/${visitId}`;
  const outside = await as(open, stage.certifiers[0]);
  expect((await outside.request.get(calendar)).status(), "is for who is there").toBe(404);
  const entry = (await (await other.request.get(calendar)).text()).replace(/\r\n /g, "");
  expect(entry).toContain(`/assess/visits/${visitId}`);
  expect(entry).toContain(stage.participant.name);
  await writeBlind(other, visitId, {});
  await other.getByRole("link", { name: "Sammenlign" }).click();
  await expect(other.getByText("Mangler at blive enige om K3.")).toBeVisible();
  await other.getByRole("radio", { name: "Nået", exact: true }).check();
  await field(other, "Begrundelse").fill("Begge så det i den sidste halve time.");
  await press(other, "Foreslå", `Venter på, at ${lead.name} godtager.`);

  await first.reload();
  await press(first, "Godtag forslaget", "Enige om: Nået");
  await first.getByRole("main").getByRole("button", { name: "Skriv den fælles observation" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "Skriv den fælles observation" }).click();
  await expect(first).toHaveURL(/\/assess\/observations\/[0-9a-f-]{36}$/);
  await pressAndConfirm(first, "Del med deltageren", "Del med deltageren", /Deltageren kan svare/);

  const participant = await as(open, stage.participant);
  await participant.goto(`/my/observations/${await jointOf(visitId)}`);
  await expect(participant.getByText("Begge så det i den sidste halve time.")).toBeVisible();
  await field(participant, "Dit svar").fill("Det kan jeg genkende.");
  await participant.getByRole("button", { name: "Send svar og lås" }).click();
  await expectDone(participant, /Observationen er låst/);
  expect(await stateOf(stage)).toBe("ready");
  const [recommender, decider] = stage.certifiers;
  await recommend(await as(open, recommender), stage, /^Certificeret/);
  await certify(await as(open, decider), stage);
  expect(await stateOf(stage)).toBe("released");
});

/** The observation that both of a visit's pair stand behind. */
const jointOf = async (visitId: string) =>
  (
    await row<{ joint: string }>("SELECT joint_id AS joint FROM observation_pair WHERE visit_id = $1", [
      visitId,
    ])
  ).joint;

test("a repeat is asked for, shown anew, and certified on the second window", async ({ open }) => {
  const stage = await makeCaseStage();
  const [recommender, decider] = stage.certifiers;
  const first = await as(open, recommender);
  await recommend(first, stage, /^Ny observation kræves/);

  const second = await as(open, decider);
  await second.goto(`/certify/cases/${stage.caseId}`);
  await second.getByRole("radio", { name: /^Ny observation kræves/ }).check();
  await field(second, "Hovedhensyn").fill("Ét kriterium er set for svagt.");
  await second.getByRole("checkbox", { name: /^K2/ }).check();
  await field(second, "Vejledning til deltageren").fill("Vis det i et møde med medarbejderne.");
  await fillDay(second, "Sidste dag", day(60));
  await press(second, "Træf afgørelsen", /Afgørelsen er truffet/);
  await second.reload();
  await pressAndConfirm(
    second,
    "Meddel deltageren",
    "Meddel deltageren",
    "Afgørelsen er meddelt deltageren.",
  );
  expect(await stateOf(stage)).toBe("collecting");

  const participant = await as(open, stage.participant);
  await participant.goto("/my/certification");
  await expect(participant.getByText("Vis det i et møde med medarbejderne.").first()).toBeVisible();
  await expect(
    participant.getByText("Skal vises igen").first(),
    "not seen yet is a cell of its own",
  ).toBeVisible();
  await expect(participant.getByText("Kan nås, men et besøg mangler").first()).toBeVisible();
  await expectAccessible(participant);

  const observation = await shareAnotherObservation(stage);
  await participant.goto(`/my/observations/${observation}`);
  await field(participant, "Dit svar").fill("Det kan jeg genkende.");
  await participant.getByRole("button", { name: "Send svar og lås" }).click();
  await expectDone(participant, /Observationen er låst/);
  expect(await stateOf(stage), "the locked observation makes the case ready again").toBe("ready");
  await recommend(first, stage, /^Certificeret/);
  await certify(second, stage);
  await participant.goto("/my/certificates");
  await expect(participant.getByRole("link", { name: "Se kontrolsiden" })).toBeVisible();
});

test("a refusal goes through a hearing, is appealed against, and changed by somebody new", async ({
  open,
}) => {
  const stage = await makeCaseStage();
  const [recommender, decider, independent] = stage.certifiers;
  await recommend(await as(open, recommender), stage, /^Ikke certificeret/);

  const page = await as(open, decider);
  await page.goto(`/certify/cases/${stage.caseId}`);
  await expect(
    page.getByRole("radio", { name: /^Ikke certificeret/ }),
    "not before the hearing",
  ).toBeDisabled();
  await page.getByText("Hør deltageren", { exact: true }).click();
  await field(page, "Hvad påtænkes, og på hvilke faktiske forhold?").fill(
    "Vi påtænker afslag: K2 er ikke nået.",
  );
  await fillDay(page, "Svar senest", day(20));
  await press(page, "Åbn høringen", /Høringen er åbnet/);

  const participant = await as(open, stage.participant);
  await participant.goto("/my/certification");
  await field(participant, "Din udtalelse").fill("Den anden observation faldt på en særlig dag.");
  await press(participant, "Send udtalelsen", /Din udtalelse er modtaget/);

  await page.reload();
  await page.getByRole("radio", { name: /^Ikke certificeret/ }).check();
  await field(page, "Hovedhensyn").fill("K2 er ikke nået.");
  await field(page, "Faktiske forhold").fill("Begge observationer viser det samme.");
  await field(page, "Regler").fill("Ordningens punkt 4.");
  await press(page, "Træf afgørelsen", /Afgørelsen er truffet/);
  await participant.reload();
  await expect(participant.getByText("Ordningens punkt 4."), "nothing before the release").toHaveCount(0);
  await page.reload();
  await pressAndConfirm(page, "Meddel deltageren", "Meddel deltageren", "Afgørelsen er meddelt deltageren.");

  await participant.reload();
  for (const part of ["Hovedhensyn", "Faktiske forhold", "Regler", "Klagevejledning"])
    await expect(participant.getByRole("heading", { name: part })).toBeVisible();
  await field(participant, "Hvorfor er afgørelsen forkert?").fill(
    "Observationen byggede på et forkert møde.",
  );
  await press(participant, "Send klagen", /Din klage er modtaget/);

  await page.reload();
  await expect(page.getByText(/Du har taget del i sagen før/), "nor does who decided").toBeVisible();
  const fresh = await as(open, independent);
  await fresh.goto(`/certify/cases/${stage.caseId}`);
  await fresh.getByRole("radio", { name: /^Ændres til certificeret/ }).check();
  await fillAndReload(fresh, "Begrundelse", "Observationen tæller ikke.");
  await press(fresh, "Afgør klagen", /Klagen er afgjort/);
  expect(await stateOf(stage)).toBe("changed");
  await participant.reload();
  await expect(participant.getByText("Ændret til: Certificeret")).toBeVisible();

  const file = await participant.request.get(`/api/cases/${stage.caseId}/file`);
  expect(file.headers()["content-type"]).toBe("application/pdf");
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a prepared case is decided in six interactions, with every piece of evidence one step away", async ({
  open,
}) => {
  const stage = await makeCaseStage();
  const [recommender, decider] = stage.certifiers;
  await recommend(await as(open, recommender), stage, /^Certificeret/);
  const page = await as(open, decider);
  await page.goto("/certify");
  let interactions = 0;
  const interact = async (does: Promise<unknown>) => {
    interactions++;
    await does;
  };
  await interact(page.getByRole("link", { name: stage.participant.name }).click());
  await expect(page.getByRole("heading", { level: 1, name: stage.participant.name })).toBeVisible();
  for (const id of stage.observations) {
    const link = page.locator(`a[href$='/observations/${id}']`).first();
    await expect(link, "each observation is a cell away").toBeVisible();
    const observation = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(await observation.text(), "whole").toContain(NOTE);
  }
  for (const name of ["Fremmøde", "Praksisobservationer", "Kriterier nået", "Praksisprojekt afsluttet"]) {
    const link = page.getByRole("main").getByRole("link", { name, exact: true });
    await expect(link).toHaveAttribute("href", /^#/);
  }
  // The roll and the project are opened where they stand.
  await page.locator("#attendance summary").click();
  await expect(page.locator("#attendance").getByText("Til stede", { exact: true }).first()).toBeVisible();
  await page.locator("#project summary").click();
  await expect(page.locator("#project").getByText("Opgaven", { exact: true })).toBeVisible();
  await interact(page.getByRole("radio", { name: /^Certificeret/ }).check());
  await interact(field(page, "Hovedhensyn").fill("Alt er set og nået."));
  await interact(page.getByRole("button", { name: "Træf afgørelsen" }).click());
  await expectDone(page, /Afgørelsen er truffet/);
  expect(interactions).toBeLessThanOrEqual(6);
});

/** Every address of the site where something observed can be read, with the ids of a stage in it, and the files beside them. */
function addressesOfNotes({ caseId, enrolmentId, observations: [observation = ""] }: CaseStage): string[] {
  const ids: Record<string, string> = { caseId, enrolmentId, observationId: observation };
  const pages = routes
    .map(({ page }) => page)
    .filter((page) => /^\/(assess|certify)(\/|$)|^\/my\/(observations|visits)\/\[/.test(page))
    .map((page) => page.replace(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? enrolmentId));
  return [
    ...new Set(pages),
    `/api/cases/${caseId}/file`,
    "/api/lists/decisions?format=csv",
    "/api/lists/assessors?format=csv",
    "/api/lists/complaints?format=csv",
    "/api/lists/reviews?format=csv",
  ];
}

test("the provider's staff and a coordinator see the status, and no note at any address", async ({
  open,
}) => {
  test.setTimeout(180_000);
  const stage = await makeCaseStage();
  const addresses = addressesOfNotes(stage);
  expect(addresses.length).toBeGreaterThan(15);
  for (const person of [stage.staff, stage.coordinator]) {
    const page = await as(open, person);
    for (const address of addresses) {
      const answer = await page.request.get(address, { maxRedirects: 0 });
      expect(answer.status(), `${address} for ${person.email}`).toBe(404);
      expect(await answer.text(), address).not.toContain(NOTE);
    }
  }
  const certifier = await as(open, stage.certifiers[0]);
  const read = await certifier.request.get(
    `/certify/cases/${stage.caseId}/observations/${stage.observations[0]}`,
  );
  expect(await read.text(), "control: who may read it reads it").toContain(NOTE);

  const coordinator = await as(open, stage.coordinator);
  await coordinator.goto("/organisation/people");
  await expect(coordinator.getByText(stage.participant.name).first()).toBeVisible();
  await expect(coordinator.getByText(NOTE)).toHaveCount(0);
  const staff = await as(open, stage.staff);
  await staff.goto(`/staff/cohorts/${stage.cohortId}/enrolments`);
  await expect(staff.getByText(stage.participant.name).first()).toBeVisible();
  await expect(staff.getByText(NOTE)).toHaveCount(0);
});
