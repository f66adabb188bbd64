import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { publicCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Audience, Locale, SessionFormat, SessionState } from "@/lib/db/generated/enums";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";
import { type PublicCohort, publicCohortSelect, toPublicCohort } from "../facts/public-cohort";

/** A session as a visitor sees it: no link, which is for participants. */
export type PublicSession = {
  readonly id: string;
  readonly icalUid: string;
  readonly sequence: number;
  readonly state: SessionState;
  readonly theme: string;
  readonly format: SessionFormat;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly where: string;
  readonly isOnline: boolean;
};

/** Everything a visitor reads about a cohort. */
export type PublicCohortDetail = PublicCohort & {
  readonly audience: string;
  readonly aims: readonly string[];
  readonly description: string;
  readonly attendanceMinimumPercent: number;
  readonly priceCovers: string;
  readonly tracks: readonly { id: string; audience: Audience; name: string; description: string }[];
  readonly sessions: readonly PublicSession[];
  /** The scheme certified by, in the language asked for; null where the programme does not certify. */
  readonly framework: { readonly title: string; readonly number: number } | null;
};

const version = publicCohortSelect.programmeVersion.select;

const detailSelect = {
  ...publicCohortSelect,
  programmeVersion: {
    select: {
      ...version,
      audience: true,
      aims: true,
      description: true,
      attendanceMinimumPercent: true,
      priceCovers: true,
      tracks: {
        select: { id: true, audience: true, name: true, description: true },
        orderBy: { position: "asc" },
      },
      frameworkVersion: { select: { number: true, texts: { select: { locale: true, title: true } } } },
    },
  },
  sessions: {
    select: {
      id: true,
      icalUid: true,
      sequence: true,
      state: true,
      theme: true,
      format: true,
      startsAt: true,
      endsAt: true,
      place: true,
      link: true,
      room: { select: { name: true, venue: { select: { name: true, address: true, city: true } } } },
    },
    orderBy: { startsAt: "asc" },
  },
} satisfies Prisma.CohortSelect;

type Row = Prisma.CohortGetPayload<{ select: typeof detailSelect }>;

function toSession({ place, room, link, ...session }: Row["sessions"][number]): PublicSession {
  return { ...session, where: whereabouts({ place, room }), isOnline: Boolean(link) && !room && !place };
}

/** A cohort that anybody may read about; null where there is none at this address. */
export async function getPublicCohort(
  _acting: Acting,
  slug: string,
  locale: Locale,
  now: Date,
): Promise<PublicCohortDetail | null> {
  const row = await database().cohort.findFirst({
    where: { AND: [{ slug }, publicCohorts] },
    select: detailSelect,
  });
  if (!row) return null;
  const { audience, aims, description, attendanceMinimumPercent, priceCovers, tracks, frameworkVersion } =
    row.programmeVersion;
  const text = frameworkVersion?.texts.find((each) => each.locale === locale) ?? frameworkVersion?.texts[0];
  const { sessions, ...cohort } = row;
  return {
    ...toPublicCohort(cohort, now),
    audience,
    aims,
    description,
    attendanceMinimumPercent,
    priceCovers: priceCovers ?? "",
    tracks,
    sessions: sessions.map(toSession),
    framework: frameworkVersion && { title: text?.title ?? "", number: frameworkVersion.number },
  };
}
