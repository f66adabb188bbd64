/** What each role comes for, by the keyboard alone. Applicants, assessors and certifiers have theirs in keyboard.test.ts. */
import { row } from "../support/database.ts";
import { field } from "../support/form.ts";
import { choose, tabTo } from "../support/keyboard.ts";
import { expect, test } from "../support/test.ts";

test("a participant follows the way from home to the observation that waits", async ({ open }) => {
  const page = await open({ email: "participant@fjordby.example" });
  await page.goto("/my");
  await tabTo(
    page,
    page.getByRole("main").getByRole("link", { name: "Læs og svar på en observation" }).first(),
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/my\/observations\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const back = page.getByRole("main").getByRole("navigation").getByRole("link", { name: "Observationer" });
  await tabTo(page, back);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/my\/observations$/);
});

test("a facilitator notes who came", async ({ open }) => {
  const { id } = await row<{ id: string }>(
    "SELECT s.id FROM session s JOIN cohort c ON c.id = s.cohort_id WHERE c.slug = 'odense-igangvaerende' AND s.state = 'held' ORDER BY s.starts_at LIMIT 1",
  );
  const page = await open({ email: "facilitator@komponent.example" });
  await page.goto(`/facilitate/sessions/${id}`);
  const group = page
    .getByRole("main")
    .getByRole("group")
    .filter({ has: page.getByRole("radio") })
    .first();
  const there = group.getByRole("radio", { name: "Til stede" });
  await choose(page, group, there);
  await tabTo(page, page.getByRole("main").getByRole("button", { name: /^Gem/ }).first(), 200);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Fremmødet er (gemt|noteret)/).first()).toBeVisible();
});

test("the provider's staff go from what waits to an application", async ({ open }) => {
  const page = await open({ email: "staff@komponent.example" });
  await page.goto("/staff");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Odense, næste hold" }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Odense, næste hold");
  await tabTo(page, page.getByRole("link", { name: /^Ansøgninger/ }).last());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/applications/);
});

test("a coordinator reaches the status of every person of theirs", async ({ open }) => {
  const page = await open({ email: "coordinator@fjordby.example" });
  await page.goto("/organisation");
  await tabTo(
    page,
    page
      .getByRole("navigation", { name: /Organisation|område/i })
      .getByRole("link")
      .last(),
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/organisation\/people/);
  await expect(page.getByRole("table").or(page.getByRole("list")).first()).toBeVisible();
});

test("an administrator words a statement, and it stands on the page", async ({ open }) => {
  const page = await open({ email: "admin@praksis.example" });
  await page.goto("/admin/statements");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "English" }).last());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/statements\/privacy\?language=en$/);
  const lead = field(page, "Indledning");
  await tabTo(page, lead);
  await page.keyboard.press("Control+A");
  const words = `What Praksis keeps about you, reworded ${Date.now()}.`;
  await page.keyboard.insertText(words);
  await tabTo(page, page.getByRole("button", { name: "Gem og vis" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ordlyden gælder nu.").first()).toBeVisible();
  const reader = await open({ locale: "en-GB" });
  await reader.goto("/privacy");
  await expect(reader.getByText(words)).toBeVisible();
  await expect(reader.getByText(/^Worded on/)).toBeVisible();
});
