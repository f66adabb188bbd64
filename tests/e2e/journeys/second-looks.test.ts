/** The certifying body looks again at what it decided: drawn by nobody's choice, seen by somebody new, and nothing of the case is touched. */
import { expectAccessible } from "../support/accessibility.ts";
import { addDecidedCase, makeCaseStage } from "../support/case-stage.ts";
import { row } from "../support/database.ts";
import { field, fillDay, press } from "../support/form.ts";
import { expect, test } from "../support/test.ts";
import { day } from "../support/time.ts";

test("a share of what was decided is drawn, given to somebody new, and disagreed with", async ({ open }) => {
  const stage = await makeCaseStage();
  const { caseId, participant, decider } = await addDecidedCase(stage);
  const [drawing, , looking] = stage.certifiers;
  const page = await open({ email: drawing.email });
  await page.goto("/certify/samples");
  await fillDay(page, "Fra", day(-10));
  await fillDay(page, "Til og med", day(-1));
  await page.getByRole("main").getByRole("button", { name: "Træk stikprøven", exact: true }).click();
  await expect(page).toHaveURL(/\/certify\/samples\/[0-9a-f-]{36}$/);
  const reader = page.getByLabel(`Hvem ser på sagen om ${participant}?`);
  await expect(reader.getByRole("option", { name: decider }), "nobody who took part").toHaveCount(0);
  await reader.selectOption({ label: looking.name });
  await press(page, "Giv sagen", "Sagen er givet.");
  // It stands behind who decided and when, in one paragraph; nothing on the page said so before.
  await expect(page.getByText(`Givet til ${looking.name}.`)).toBeVisible();

  const other = await open({ email: looking.email });
  await other.goto("/certify/samples");
  await expect(other.getByText("Én venter på dig.", { exact: true })).toBeVisible();
  await other.goto(page.url());
  await other.getByRole("radio", { name: "Uenig", exact: true }).check();
  await field(other, "Hvorfor?").fill("K2 hviler på ét møde.");
  await press(other, "Indsend", "Dit blik på sagen er gemt.");
  await expect(other.getByText("K2 hviler på ét møde.", { exact: true })).toBeVisible();
  await expect(other.getByRole("button", { name: "Indsend", exact: true })).toHaveCount(0);
  await expectAccessible(other);
  expect(
    await row<{ state: string; decisions: string }>(
      `SELECT state::text, (SELECT count(*) FROM case_decision d WHERE d.case_id = c.id)::text AS decisions
       FROM certification_case c WHERE id = $1`,
      [caseId],
    ),
    "the case is as it was",
  ).toEqual({ state: "released", decisions: "1" });
});
