import "server-only";
import { personOf } from "@/lib/auth/acting";
import { visibleFrameworks } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { civilDay, dateColumn } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import type { FrameworkVersionState } from "@/lib/db/generated/enums";
import { decideOpening } from "../rules/round";

/** The version that a round is to be about; null where the own body has none of this id. */
export async function loadVersion(
  work: Work,
  id: string,
): Promise<{ readonly id: string; readonly state: FrameworkVersionState } | null> {
  return work.tx.frameworkVersion.findFirst({
    where: { id, framework: visibleFrameworks(work.acting) },
    select: { id: true, state: true },
  });
}

/** Opens a round on an anonymised case and tells every assessor who is authorised for the version; returns its id. */
export async function openRound(
  work: Work,
  version: { readonly id: string; readonly state: FrameworkVersionState },
  wish: { readonly title: string; readonly situation: string; readonly seen: string; readonly dueOn: string },
): Promise<string> {
  insist(decideOpening({ versionState: version.state, dueOn: wish.dueOn }, civilDay(work.now)));
  const authorId = personOf(work.acting);
  const { dueOn, ...text } = wish;
  const round = await work.tx.calibrationRound.create({
    data: { frameworkVersionId: version.id, authorId, openedAt: work.now, dueOn: dateColumn(dueOn), ...text },
    select: { id: true, author: { select: { name: true } } },
  });
  await work.audit({
    stream: `framework:${version.id}`,
    action: "calibration.opened",
    entity: "calibrationRound",
    entityId: round.id,
    detail: { dueOn },
  });
  const assessors = await work.tx.person.findMany({
    where: {
      id: { not: authorId },
      authorisations: {
        some: { frameworkVersionId: version.id, validFrom: { lte: work.now }, validTo: { gt: work.now } },
      },
    },
    select: { name: true, email: true, locale: true },
  });
  for (const { email, name, locale } of assessors) {
    if (email === null) continue;
    await work.mail({
      template: "assessment-news",
      to: { email, name, locale },
      params: {
        news: "calibrationOpened",
        participant: "",
        by: round.author.name,
        text: "",
        path: `/assess/calibration/${round.id}`,
      },
    });
  }
  return round.id;
}
