import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleOrganisations } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { cohortsToEnterFor } from "../facts/cohorts-to-enter-for";

export type EnterableCohort = Awaited<ReturnType<typeof listCohortsToEnter>>["cohorts"][number];

/** The cohorts that the coordinator may apply to for their people, and the organisations they do it for. */
export async function listCohortsToEnter(acting: Acting, now: Date) {
  const ids = organisationsAs(acting, "coordinator");
  const own = ids.length > 0 ? { id: { in: ids }, mergedIntoId: null } : visibleOrganisations(acting);
  const [cohorts, organisations] = await Promise.all([
    database().cohort.findMany({
      where: { AND: [cohortsToEnterFor(ids), { applicationDeadline: { gte: now } }] },
      orderBy: [{ startsOn: "asc" }, { name: "asc" }],
      select: {
        id: true,
        name: true,
        city: true,
        startsOn: true,
        endsOn: true,
        timeZone: true,
        applicationDeadline: true,
        agreement: { select: { title: true, kind: true } },
        programmeVersion: { select: { title: true } },
      },
    }),
    database().organisation.findMany({ where: own, select: { id: true, names: namesSelect } }),
  ]);
  const today = civilDay(now);
  return {
    cohorts: ids.length === 0 ? [] : cohorts,
    organisations: organisations.map(({ id, names }) => ({ id, name: nameAt(names, today)?.name ?? "" })),
  };
}
