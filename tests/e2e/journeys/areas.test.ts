import { expect, test } from "../support/test.ts";

const areas = ["/my", "/facilitate", "/assess", "/certify", "/staff", "/organisation", "/admin"];
/** Accounts of the demo, and the areas they may enter besides their own page. */
const people: Record<string, string[]> = {
  "newcomer@aadal.example": [],
  "participant@fjordby.example": [],
  "facilitator@komponent.example": ["/facilitate"],
  "assessor@copi.example": ["/assess"],
  "certifier@copi.example": ["/certify"],
  "staff@komponent.example": ["/staff"],
  "coordinator@fjordby.example": ["/organisation"],
  "admin@praksis.example": ["/admin"],
  "assessor-certifier@copi.example": ["/assess", "/certify"],
};

test("each area asks whoever is not signed in to sign in, and knows the way back", async ({ open }) => {
  const page = await open();
  for (const area of areas) {
    await page.goto(`${area}?from=mail`);
    await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(`${area}?from=mail`)}`);
    await expect(page.getByRole("heading", { name: "Log ind", exact: true })).toBeVisible();
  }
});

for (const [email, own] of Object.entries(people))
  test(`${email} enters ${own.join(", ") || "no role's area"}, and finds no other`, async ({ open }) => {
    const page = await open({ email });
    for (const area of areas) {
      const expected = area === "/my" || own.includes(area) ? 200 : 404;
      expect((await page.goto(area))?.status(), area).toBe(expected);
      if (expected === 404)
        await expect(page.getByRole("heading", { name: "Siden findes ikke" })).toBeVisible();
    }
  });
