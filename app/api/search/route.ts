import { getTranslations } from "next-intl/server";
import { actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { listFound, searchPermissions } from "@/lib/search/queries/list-found";
import { wordsOf } from "@/lib/search/rules/words";

/** What the command palette asks for with each letter: `?q=` → `{ items }`, everything under what the actor may see. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "private, no-store" };
  const actor = await currentActor();
  if (actor.personId === null) return Response.json({ items: [] }, { status: 401, headers });
  const words = wordsOf(new URL(request.url).searchParams.get("q") ?? "");
  if (!words) return Response.json({ items: [] }, { headers });
  const actings = searchPermissions.flatMap((permission) => actingWith(actor, permission) ?? []);
  const found = (await Promise.all(actings.map((acting) => listFound(acting, words)))).flat();
  const t = await getTranslations("shell");
  return Response.json(
    { items: found.map(({ kind, ...item }) => ({ ...item, group: t(`palette.groups.${kind}`) })) },
    { headers },
  );
}
