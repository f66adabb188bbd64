import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { slugOf } from "@/lib/core/ids";
import { asDraft, versionContent } from "../facts/version-content";
import type { LoadedProgramme } from "./start-draft";

/**
 * Makes another programme out of one: a draft of its first version with everything that the newest version of the other says,
 * tracks and materials included, under a title and an address of its own. Cohorts are not copied. Refused as
 * `programme.slugTaken` where the address is taken.
 */
export async function copyProgramme(
  work: Work,
  programme: LoadedProgramme,
  { title, slug: given }: { readonly title: string; readonly slug: string },
): Promise<{ programmeId: string; versionId: string }> {
  const slug = given || slugOf(title);
  if (slug === "" || (await work.tx.cohort.count({ where: { slug } })) > 0)
    insist(refuse("programme.slugTaken", undefined, "slug"));
  const newest = await work.tx.programmeVersion.findFirst({
    where: { programmeId: programme.id },
    orderBy: { number: "desc" },
    select: versionContent,
  });
  if (!newest) return insist(refuse("notFound"));
  const created = await work.tx.programme.create({
    data: {
      slug,
      providerId: programme.providerId,
      versions: { create: { ...asDraft(newest), number: 1, title } },
    },
    select: { id: true, versions: { select: { id: true } } },
  });
  await work.audit({
    stream: `programme:${created.id}`,
    action: "programme.copied",
    entity: "programme",
    entityId: created.id,
    detail: { slug, from: programme.id },
  });
  return { programmeId: created.id, versionId: created.versions[0]?.id ?? "" };
}
