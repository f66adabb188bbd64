import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { slugOf } from "@/lib/core/ids";
import type { Locale } from "@/lib/db/generated/enums";

/** What a new programme begins with. An empty slug is made from the title. */
export type NewProgramme = {
  readonly providerId: string;
  readonly title: string;
  readonly slug: string;
  readonly language: Locale;
};

/**
 * Makes a programme with an empty draft of its first version; returns the draft's address parts. Refused as
 * `programme.slugTaken` where a programme or a cohort has the address: the two share /programmes/<slug>.
 */
export async function createProgramme(
  work: Work,
  programme: NewProgramme,
): Promise<{ programmeId: string; versionId: string }> {
  const { tx } = work;
  const slug = programme.slug || slugOf(programme.title);
  if (slug === "" || (await tx.cohort.count({ where: { slug } })) > 0)
    insist(refuse("programme.slugTaken", undefined, "slug"));
  const created = await tx.programme.create({
    data: {
      slug,
      providerId: programme.providerId,
      versions: {
        create: {
          number: 1,
          language: programme.language,
          title: programme.title,
          summary: "",
          audience: "",
          description: "",
        },
      },
    },
    select: { id: true, versions: { select: { id: true } } },
  });
  await work.audit({
    stream: `programme:${created.id}`,
    action: "programme.created",
    entity: "programme",
    entityId: created.id,
    detail: { slug, providerId: programme.providerId },
  });
  return { programmeId: created.id, versionId: created.versions[0]?.id ?? "" };
}
