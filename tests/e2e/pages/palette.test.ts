import { row } from "../support/database.ts";
import { expect, test } from "../support/test.ts";

test("the command palette finds people, cohorts and certificates, by the keyboard", async ({ open }) => {
  const { serial_number: serial } = await row<{ serial_number: string }>(
    "SELECT serial_number FROM certificate WHERE state = 'issued' ORDER BY serial_number LIMIT 1",
  );
  const page = await open({ email: "certifier@copi.example" });
  await page.goto("/certify");
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(dialog).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.keyboard.type(serial.toLowerCase());
  await expect(dialog.getByRole("option", { name: new RegExp(serial) })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/certify\/certificates\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the palette's answers are for whoever is signed in, and only what they may see", async ({ open }) => {
  const ask = async (email: string | undefined, words: string) => {
    const page = await open(email ? { email } : {});
    const answer = await page.request.get(`/api/search?q=${encodeURIComponent(words)}`);
    expect(answer.headers()["cache-control"]).toContain("no-store");
    return { status: answer.status(), items: ((await answer.json()) as { items: { href: string }[] }).items };
  };
  expect(await ask(undefined, "Astrid")).toEqual({ status: 401, items: [] });
  expect(await ask("newcomer@aadal.example", "Astrid")).toEqual({ status: 200, items: [] });
  const staff = await ask("staff@komponent.example", "Astrid Mølbjerg");
  expect(staff.items.length).toBeGreaterThan(0);
  for (const { href } of staff.items) expect(href).toMatch(/^\/staff\//);
  const assessor = await ask("assessor@copi.example", "Astrid Mølbjerg");
  expect(assessor.items[0]?.href).toMatch(/^\/assess\/participants\//);
});
