import { expect, it } from "vitest";
import { importsOf } from "./imports";
import { projectFiles, readText, sourceOf } from "./sources";

/** On the gallery as on every page: the root layout shows them. */
const inRootLayout = ["components/ui/connection-notice.tsx", "components/ui/toast-region.tsx"];

it("the gallery shows every primitive", () => {
  const sources = projectFiles()
    .filter((path) => /^(components\/ui(-gallery)?\/|app\/admin\/ui\/).*\.tsx?$/.test(path))
    .map((path) => sourceOf(path, readText(path)));
  const imports = importsOf(sources);
  const shown = new Set(["app/admin/ui/page.tsx", ...inRootLayout]);
  for (const path of shown) for (const { from, to } of imports) if (from === path) shown.add(to);
  const primitives = sources.map(({ path }) => path).filter((path) => /^components\/ui\/.*\.tsx$/.test(path));
  expect(primitives.length).toBeGreaterThan(35);
  expect(primitives.filter((path) => !shown.has(path))).toEqual([]);
});
