import type { Page } from "@playwright/test";
import { handInAlone, writeApplication } from "../roles/applicant.ts";
import { atOnce } from "../roles/assessor.ts";
import { recommend } from "../roles/certifier.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  addLackingCase,
  makeCaseStage,
  makeCertifierToo,
  makeNearlyFullCohort,
} from "../support/case-stage.ts";
import { row, rows } from "../support/database.ts";
import { expectRefused, field, fillDay, press } from "../support/form.ts";
import { mailTo } from "../support/mail.ts";
import { newcomer, signInAsNewcomer } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";
import { day } from "../support/time.ts";

/** Everything that is kept of a person's way through a cohort, as one value to compare. */
async function kept(enrolment: string): Promise<string> {
  const { digest } = await row<{ digest: string }>(
    `SELECT md5(concat(
       (SELECT json_agg(v ORDER BY v.id) FROM observation_visit v WHERE v.enrolment_id = $1),
       (SELECT json_agg(o ORDER BY o.id) FROM observation o WHERE o.enrolment_id = $1),
       (SELECT json_agg(k) FROM certification_case k WHERE k.enrolment_id = $1),
       (SELECT json_agg(d ORDER BY d.id) FROM case_decision d JOIN certification_case k ON k.id = d.case_id WHERE k.enrolment_id = $1),
       (SELECT json_agg(r ORDER BY r.id) FROM case_recommendation r JOIN certification_case k ON k.id = r.case_id WHERE k.enrolment_id = $1)
     )) AS digest`,
    [enrolment],
  );
  return digest;
}

const decideForm = (page: Page) => page.getByRole("button", { name: "Træf afgørelsen" });

test("an assessor who came from the same municipality cannot book a visit", async ({ open }) => {
  const { id, name } = await row<{ id: string; name: string }>(
    "SELECT e.id, p.name FROM enrolment e JOIN person p ON p.id = e.person_id WHERE p.email = 'participant@fjordby.example' AND e.state = 'active'",
  );
  const before = await kept(id);
  const page = await open({ email: "assessor3@copi.example" });
  await page.goto("/assess");
  const barred = page.getByRole("region", { name: "Du er inhabil" });
  await expect(barred.getByRole("row", { name: new RegExp(name) })).toContainText("samme arbejdsgiver");
  await page.goto(`/assess/participants/${id}/visit`);
  await expect(page, "the form leads to the page that says why").toHaveURL(`/assess/participants/${id}`);
  await expect(page.getByText(/samme arbejdsgiver inden for de seneste to år/)).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Aftal besøg" })).toHaveCount(0);
  await expectAccessible(page);
  expect(await kept(id)).toBe(before);
});

test("an assessor who declares to be partial while the form is open is refused by it", async ({ open }) => {
  const stage = await makeCaseStage();
  const { enrolmentId: id } = await addLackingCase(stage);
  const page = await open(stage.assessors[0]);
  await page.goto(`/assess/participants/${id}/visit`);
  const form = atOnce(page);
  await fillDay(form, "Dag", day(3));
  await field(form, "Fra").fill("09:00");
  await field(form, "Til").fill("10:00");
  await field(form, "Sted").fill("Sygehuset");
  const other = await page.context().newPage();
  await other.goto(`/assess/participants/${id}/relation`);
  await other.getByRole("radio", { name: "Jeg er inhabil" }).check();
  await field(other, "Begrundelse").fill("Vi har været gift.");
  await press(other, "Gem erklæringen", "Erklæringen er gemt.");
  const before = await kept(id);
  await page.getByRole("button", { name: "Aftal besøget" }).click();
  await expectRefused(page, "Du har selv erklæret dig inhabil");
  await expect(field(form, "Sted"), "nothing typed is lost").toHaveValue("Sygehuset");
  expect(await kept(id)).toBe(before);
});

test("whoever observed the participant does not decide, and is told so", async ({ open }) => {
  const stage = await makeCaseStage();
  const [recommender] = stage.certifiers;
  const [observer] = stage.assessors;
  await makeCertifierToo(stage, observer);
  const recommending = await open(recommender);
  await recommending.goto(`/certify/cases/${stage.caseId}`);
  await recommend(recommending);
  const before = await kept(stage.enrolmentId);
  const both = await open(observer);
  await both.goto(`/certify/cases/${stage.caseId}`);
  await expect(both.getByText(/Du har observeret deltageren/)).toBeVisible();
  await expect(decideForm(both)).toHaveCount(0);
  await expectAccessible(both);
  await recommending.reload();
  await expect(recommending.getByText("Det er ikke dig"), "nor does whoever recommended").toBeVisible();
  await expect(decideForm(recommending)).toHaveCount(0);
  expect(await kept(stage.enrolmentId)).toBe(before);
});

test("nobody is certified while a requirement is unmet, not even by a forged form", async ({ open }) => {
  const stage = await makeCaseStage();
  const [recommender, decider] = stage.certifiers;
  const { caseId: id, enrolmentId: enrolment } = await addLackingCase(stage);
  const before = await kept(enrolment);
  const certifier = await open(decider);
  await certifier.goto(`/certify/cases/${id}`);
  await expect(certifier.getByText("Ikke opfyldt endnu").first()).toBeVisible();
  await expect(certifier.getByText("Sagen bliver klar af sig selv, når kravene er opfyldt.")).toBeVisible();
  await expect(certifier.getByRole("button", { name: /indstillingen|afgørelsen/ })).toHaveCount(0);
  await expectAccessible(certifier);

  // The form of a case that may be recommended, made to name the one that may not.
  const recommending = await open(recommender);
  await recommending.goto(`/certify/cases/${stage.caseId}`);
  await recommend(recommending);
  await certifier.goto(`/certify/cases/${stage.caseId}`);
  const { version } = await row<{ version: number }>("SELECT version FROM certification_case WHERE id = $1", [
    id,
  ]);
  await certifier
    .locator("input[name='caseId']")
    .first()
    .evaluate(
      (element, [caseId, version]) => {
        const form = element.closest("form");
        for (const [name, value] of [
          ["caseId", caseId],
          ["version", version],
        ] as const) {
          const input = form?.querySelector<HTMLInputElement>(`input[name='${name}']`);
          if (input) input.value = String(value);
        }
      },
      [id, version] as const,
    );
  await certifier.getByRole("radio", { name: /^Certificeret/ }).check();
  await field(certifier, "Hovedhensyn").fill("Det går nok.");
  await decideForm(certifier).click();
  await expectRefused(certifier, /indstilles|krav/);
  expect(await kept(enrolment)).toBe(before);
});

test("a second decision is refused, and the first one stands", async ({ open }) => {
  const stage = await makeCaseStage();
  const { caseId: id, enrolmentId: enrolment } = stage;
  const [recommender, one, other] = stage.certifiers;
  const recommending = await open(recommender);
  await recommending.goto(`/certify/cases/${id}`);
  await recommend(recommending);
  const first = await open(one);
  const second = await open(other);
  for (const page of [first, second]) {
    await page.goto(`/certify/cases/${id}`);
    await page.getByRole("radio", { name: /^Certificeret/ }).check();
    await field(page, "Hovedhensyn").fill("Alle kriterier er set og nået.");
  }
  await press(first, "Træf afgørelsen", /Afgørelsen er truffet/);
  const before = await kept(enrolment);
  await decideForm(second).click();
  await expectRefused(second, /allerede afgjort|ændret/);
  await expect(field(second, "Hovedhensyn"), "nothing typed is lost").toHaveValue(
    "Alle kriterier er set og nået.",
  );
  expect(await kept(enrolment)).toBe(before);
  expect(await rows("SELECT 1 FROM case_decision WHERE case_id = $1", [id])).toHaveLength(1);
});

test("whoever applies to a full cohort is queued and told the place; nobody is let past", async ({
  open,
}) => {
  const { id, slug, taken } = await makeNearlyFullCohort("aarhus-naesten-fuldt");
  const staff = await open({ email: "staff@komponent.example" });
  await staff.goto(`/staff/cohorts/${id}/settings`);
  await field(staff, "Antal pladser").fill(String(taken));
  await press(staff, "Ret antallet", "Antallet af pladser er ændret.");
  await field(staff, "Antal pladser").fill(String(taken - 1));
  await staff.getByRole("button", { name: "Ret antallet" }).click();
  await expectRefused(staff, String(taken));

  for (const place of [1, 2]) {
    const { email, name } = newcomer("Kø", "aadal.example");
    const page = await open();
    await page.goto(`/programmes/${slug}`);
    await expect(page.getByText(/^Fyldt/).first()).toBeVisible();
    await page.goto("/sign-in");
    await signInAsNewcomer(page, email, name);
    await page.goto(`/programmes/${slug}/apply`);
    await writeApplication(page, "Ledere", "Jeg vil lære at lukke et forsøg ordentligt.");
    await handInAlone(page);
    await staff.goto(`/staff/cohorts/${id}/applications`);
    await staff.getByRole("link", { name: new RegExp(name) }).click();
    await expect(staff.getByRole("button", { name: "Optag", exact: true })).toHaveCount(0);
    await press(staff, `Sæt på venteliste som nr. ${place}`, /på ventelisten/);
    await page.reload();
    await expect(page.getByText(`Du er nummer ${place} af ${place} på ventelisten`)).toBeVisible();
    await mailTo(page.request, email, /venteliste/i);
  }
  const { seats } = await row<{ seats: number }>(
    "SELECT count(*)::int AS seats FROM seat WHERE cohort_id = $1",
    [id],
  );
  expect(seats).toBe(taken);
});

test("another provider's staff find nothing at the addresses of ours", async ({ open }) => {
  const { id } = await row<{ id: string }>("SELECT id FROM cohort WHERE slug = 'odense-foraar'");
  const programme = await row<{ id: string }>("SELECT id FROM programme WHERE slug LIKE 'certificeret%'");
  const foreign = await open({ email: "staff@fou-sormland.example" });
  for (const rest of [
    "",
    "/applications",
    "/enrolments",
    "/sessions",
    "/settings",
    "/team",
    "/waitlist",
    "/change/closed",
  ])
    expect((await foreign.goto(`/staff/cohorts/${id}${rest}`))?.status(), rest).toBe(404);
  expect((await foreign.goto(`/staff/programmes/${programme.id}`))?.status()).toBe(404);
  expect((await foreign.goto("/staff/cohorts"))?.status()).toBe(200);
  await expect(foreign.getByText("Odense, næste hold")).toHaveCount(0);
});

test("a colleague of the participant's manager learns their status, and none of what was observed", async ({
  open,
}) => {
  const coordinator = await open({ email: "coordinator@fjordby.example" });
  await coordinator.goto("/organisation/people");
  await expect(coordinator.getByText("Astrid Mølbjerg").first()).toBeVisible();
  const { id } = await row<{ id: string }>(
    "SELECT o.id FROM observation o JOIN enrolment e ON e.id = o.enrolment_id JOIN person p ON p.id = e.person_id WHERE p.email = 'participant@fjordby.example' AND o.state = 'shared' LIMIT 1",
  );
  for (const path of [`/my/observations/${id}`, `/assess/observations/${id}`])
    expect((await coordinator.goto(path))?.status(), path).toBe(404);
  const other = await open({ email: "certified@aadal.example" });
  expect((await other.goto(`/my/observations/${id}`))?.status(), "nor does another participant").toBe(404);
});
