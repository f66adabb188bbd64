/** Seats as an organisation sees them: several people at once from a file, and a substitute on the way. */
import { ownCohort, participantAfterThreeSessions } from "../support/cohort-fixture.ts";
import { row, rows } from "../support/database.ts";
import { expectDone, expectRefused, field, fill, press } from "../support/form.ts";
import { mailTo } from "../support/mail.ts";
import { newcomer } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const coordinator = "coordinator@fjordby.example";
const staff = "staff@komponent.example";

test("a coordinator enrols twelve people from a file with two bad rows", async ({ open }) => {
  const name = `Fra fil ${Date.now()}`;
  const cohortId = await ownCohort("open", name);
  const people = Array.from({ length: 12 }, () => newcomer("Leder", "fjordby.example"));
  const lines = people.map(
    (person, index) =>
      `${person.name};${index === 4 ? "" : person.email};Afdelingsleder;${index === 8 ? "trommeslager" : "leder"};Ledere`,
  );
  const page = await open({ email: coordinator });
  await page.goto("/organisation/apply");
  await page.locator("summary", { hasText: name }).click();
  const form = page.locator("details").filter({ hasText: name });
  await form.locator("input[type=file]").setInputFiles({
    name: "ledere.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["Navn;E-mail;Stilling;Rolle;Spor", ...lines].join("\r\n")),
  });
  await form.getByRole("button", { name: `Søg til ${name}` }).click();
  await expect(page.getByText("2 rækker skal rettes.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Send/ })).toHaveCount(0);
  const mended = page.locator("form").filter({ hasText: "Gem rækken" });
  const mend = async (line: number) => {
    await page.getByRole("link", { name: `Ret række ${line}`, exact: true }).click();
    // The form of the row before stands there until the next one's has come.
    await expect(page.getByRole("heading", { name: `Ret række ${line}`, exact: true })).toBeVisible();
  };
  await mend(6);
  await field(mended, "E-mail").fill(people[4]?.email ?? "");
  await press(page, "Gem rækken", "Rækken er rettet.");
  await expect(page.getByText("1 række skal rettes.")).toBeVisible();
  await mend(10);
  await field(mended, "Rolle").fill("konsulent");
  await press(page, "Gem rækken", /alle rækker er i orden/i);
  await fill(page, {
    "Hvorfor skal de med?": "De skal lede vores nye indsats for de unge.",
    Rekvisitionsnummer: "REK-2026-7",
  });
  await press(page, "Send 12 ansøgninger", "Ansøgningerne er sendt, og alle har fået besked.");
  const { count } = await row<{ count: string }>(
    "SELECT count(*) FROM application WHERE cohort_id = $1 AND state = 'manager_approved' AND payer_reference = 'REK-2026-7'",
    [cohortId],
  );
  expect(Number(count)).toBe(12);
  await mailTo(page.request, people[0]?.email ?? "", /har søgt for dig/);
});

test("a substitute replaces a participant after the third session", async ({ open }) => {
  const cohortId = await ownCohort("running", `Afløser ${Date.now()}`);
  const { enrolmentId, name } = await participantAfterThreeSessions(cohortId, coordinator);
  const substitute = newcomer("Afloeser", "fjordby.example");
  const page = await open({ email: coordinator });
  await page.goto(`/organisation/people/${enrolmentId}`);
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await page.locator("summary", { hasText: "Lad en anden overtage pladsen" }).click();
  const form = page.locator("form").filter({ hasText: "Afløserens navn" });
  await fill(form, {
    "Afløserens navn": substitute.name,
    "Afløserens e-mail": "staff@komponent.example",
    "Afløserens stilling": "Afdelingsleder",
  });
  await form.getByRole("button", { name: "Lad afløseren overtage" }).click();
  await expectRefused(page, /arbejder et andet sted|underviser på holdet/);
  await field(form, "Afløserens e-mail").fill(substitute.email);
  await form.getByRole("button", { name: "Lad afløseren overtage" }).click();
  await expectDone(page, new RegExp(`${substitute.name} har overtaget pladsen`));
  const [before, after] = await rows<{ state: string; attended: string; number: number | null }>(
    `SELECT e.state, (SELECT count(*) FROM attendance a WHERE a.enrolment_id = e.id) AS attended, s.number
     FROM enrolment e LEFT JOIN seat s ON s.enrolment_id = e.id WHERE e.cohort_id = $1 ORDER BY e.replaces_id NULLS FIRST`,
    [cohortId],
  );
  expect(before).toEqual({ state: "substituted", attended: "3", number: null });
  expect(after).toEqual({ state: "active", attended: "0", number: 1 });
  await mailTo(page.request, substitute.email, /Du har fået en plads/);
  const desk = await open({ email: staff });
  await desk.goto(`/staff/cohorts/${cohortId}/enrolments`);
  await expect(desk.getByText(`Overtog pladsen efter ${name}`)).toBeVisible();
});
