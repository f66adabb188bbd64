import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { publicCohorts } from "@/lib/auth/scope";
import {
  type PublicCohort,
  presentName,
  publicCohortSelect,
  toPublicCohort,
} from "@/lib/cohorts/facts/public-cohort";
import { database } from "@/lib/db/client";
import type { Audience, Locale } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";

/** A programme as anybody may read about it, whether or not one of its cohorts is open to them. */
export type PublicProgramme = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly language: Locale;
  readonly audience: string;
  readonly aims: readonly string[];
  readonly description: string;
  readonly provider: string;
  /** The certifying body's name today; null where the programme does not certify. */
  readonly certifier: string | null;
  readonly tracks: readonly { id: string; audience: Audience; name: string; description: string }[];
  /** Its cohorts that anybody may read about, newest first. */
  readonly cohorts: readonly PublicCohort[];
};

const names = {
  select: { names: namesSelect },
};

/** A programme with a published version, with its public cohorts of every version; null where there is none at this address. */
export async function getPublicProgramme(
  _acting: Acting,
  slug: string,
  now: Date,
): Promise<PublicProgramme | null> {
  const version = await database().programmeVersion.findFirst({
    where: { state: "published", programme: { slug } },
    select: {
      programmeId: true,
      title: true,
      summary: true,
      language: true,
      audience: true,
      aims: true,
      description: true,
      certifyingBody: names,
      programme: { select: { slug: true, provider: names } },
      tracks: {
        select: { id: true, audience: true, name: true, description: true },
        orderBy: { position: "asc" },
      },
    },
  });
  if (!version) return null;
  const { programmeId, programme, certifyingBody, ...content } = version;
  const cohorts = await database().cohort.findMany({
    where: { AND: [publicCohorts, { programmeVersion: { programmeId } }] },
    select: publicCohortSelect,
    orderBy: { startsOn: "desc" },
    take: 50,
  });
  return {
    ...content,
    slug: programme.slug,
    provider: presentName(programme.provider.names, now),
    certifier: certifyingBody && presentName(certifyingBody.names, now),
    cohorts: cohorts.map((row) => toPublicCohort(row, now)),
  };
}
