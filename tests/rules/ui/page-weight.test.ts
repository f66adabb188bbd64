import { expect, it } from "vitest";
import { isDevelopment, pageScales, scriptsOf } from "../../../scripts/testing/page-weight";

const html = `<script src="/_next/static/chunks/old.js" noModule=""></script><script src="/_next/static/chunks/a-1.js" async></script>
<script>self.__next_f.push([1,"2:I[1,[\\"/_next/static/chunks/b~2.js\\",\\"/_next/static/chunks/a-1.js\\"],\\"Menu\\"]"])</script>`;

it("counts a script once, wherever it is named, and none for browsers without modules", () => {
  expect(scriptsOf(html)).toEqual(["/_next/static/chunks/a-1.js", "/_next/static/chunks/b~2.js"]);
});

it("weighs compressed bytes", async () => {
  const asked: string[] = [];
  const weigh = pageScales(async (path) => {
    asked.push(path);
    return "x".repeat(100_000);
  });
  const bytes = await weigh(html);
  expect(bytes).toBeGreaterThan(200);
  expect(bytes).toBeLessThan(1000);
  expect(await weigh(html)).toBe(bytes);
  expect(asked).toHaveLength(2);
});

it("tells the development server", () => {
  expect(isDevelopment(html)).toBe(false);
  expect(isDevelopment('<script src="/_next/static/chunks/[turbopack]_browser_dev_hmr-client_x.js">')).toBe(
    true,
  );
});
