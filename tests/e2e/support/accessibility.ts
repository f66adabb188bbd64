import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** What changes with the colours: the rest of a page is the same in the light and the dark. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds wrong on the page as it stands, a line each; nothing is excepted. The library is put into the page itself:
 * @axe-core/playwright opens a further page at each run to allow for frames of other sites, of which there are none.
 */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (only) => {
    const { violations: all } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
      ...(only ? { runOnly: { type: "rule" as const, values: [...only] } } : {}),
    });
    return all.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }));
  }, rules);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary ?? ""}`),
  );
}

/** Lets the colours of the other scheme come: what is measured while one fades into the other is neither. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const drawn = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ended = async () => {
      await drawn;
      const fades = document.getAnimations().filter((each) => each instanceof CSSTransition);
      await Promise.allSettled(fades.map(({ finished }) => finished));
    };
    // A page that draws nothing just now has nothing to wait for.
    await Promise.race([ended(), new Promise((resolve) => setTimeout(resolve, 2000))]);
  });
}

/**
 * Expects the page to have no violation in the light, and none of colours in the dark: as it stands, or at each of the widths
 * given. The colours change once for all widths, which is what takes time.
 */
export async function expectAccessible(page: Page, widths: readonly number[] = []): Promise<void> {
  const path = new URL(page.url()).pathname;
  const { width: now = 1280, height = 800 } = page.viewportSize() ?? {};
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths.length > 0 ? widths : [now]) {
      if (widths.length > 0) await page.setViewportSize({ width, height });
      await settle(page);
      const found = await violations(page, colorScheme === "dark" ? OF_COLOURS : undefined);
      expect(found, `axe on ${path}, ${colorScheme}, ${width} px`).toEqual([]);
    }
  }
}

/** Expects that nobody has to scroll sideways: the page is as wide as the window, and a table as its place. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("table[role='table']")]
      .filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? width) + 1)
      .map((table) => `table: ${table.querySelector("caption")?.textContent}`);
    if (wide.length > 0) return wide;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("main *, header *, footer *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 160));
  });
  expect(over, `sideways scroll on ${page.url()} at ${page.viewportSize()?.width} px`).toEqual([]);
}

/**
 * Expects that what stands above is also sent before: otherwise the page moves when it comes (a document arrives in pieces), and is
 * read aloud in another order than it is seen in (WCAG 1.3.2).
 */
export async function expectOrderAsSeen(page: Page): Promise<void> {
  const swapped = await page.evaluate(() => {
    const box = (element: Element) => element.getBoundingClientRect();
    const seen = (element: Element) => {
      const { display, position } = getComputedStyle(element);
      const said = element.textContent?.trim() !== "" && display !== "none";
      return said && ["static", "relative"].includes(position) && box(element).height > 8;
    };
    return [...document.querySelectorAll("main *")]
      .filter((parent) => /^(grid|flex)$/.test(getComputedStyle(parent).display))
      .flatMap((parent) => {
        const children = [...parent.children].filter(seen);
        return children.filter((child, index) => {
          const before = children[index - 1];
          if (!before || box(child).bottom > box(before).top) return false;
          // The next column of a text begins above as well, but beside.
          return box(child).left < box(before).right && box(child).right > box(before).left;
        });
      })
      .map((element) => element.outerHTML.slice(0, 160));
  });
  expect(swapped, `above what was sent before it at ${page.viewportSize()?.width} px`).toEqual([]);
}
