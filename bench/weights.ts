/** How much JavaScript pages make a browser fetch, compressed, beside their budget. */
import { pageScales, scriptBudget } from "../scripts/testing/page-weight.ts";

export type Weight = { readonly path: string; readonly bytes: number; readonly budget: number };

/** Pages anybody opens, and the homes of those the bench signs in. */
const pages = [
  { path: "/" },
  { path: "/programmes" },
  { path: "/verify" },
  { path: "/sign-in" },
  { path: "/my", token: "bench-participant" },
  { path: "/staff", token: "bench-staff" },
] as const;

/** Weighs the pages at `origin`. Throws where one sends more than its budget. */
export async function measureWeights(origin: string): Promise<Weight[]> {
  const text = async (path: string, token?: string) => {
    const answer = await fetch(origin + path, {
      headers: token ? { cookie: `praksis.session=${token}` } : {},
    });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  };
  const weigh = pageScales(text);
  const weights: Weight[] = [];
  for (const page of pages) {
    const token = "token" in page ? page.token : undefined;
    const bytes = await weigh(await text(page.path, token));
    weights.push({ path: page.path, bytes, budget: token ? scriptBudget.area : scriptBudget.public });
  }
  const heavy = weights.find(({ bytes, budget }) => bytes > budget);
  if (heavy)
    throw new Error(`${heavy.path} sends ${heavy.bytes} bytes of scripts, its budget is ${heavy.budget}`);
  return weights;
}
