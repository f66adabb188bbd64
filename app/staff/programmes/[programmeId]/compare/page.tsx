import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ComparePage } from "@/components/programmes/compare-page";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getComparison } from "@/lib/programmes/queries/get-comparison";
import { getProgramme } from "@/lib/programmes/queries/get-programme";
import { compareVersions } from "@/lib/programmes/rules/compare";

type Props = { params: Promise<{ programmeId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("compare.open") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("programme.manage");
  const { programmeId } = await params;
  const programme = isId(programmeId) ? await getProgramme(acting, programmeId) : null;
  if (!programme || programme.versions.length < 2) notFound();
  const numbers = programme.versions.map(({ number }) => number);
  const given = await searchParams;
  const asked = (name: string, otherwise: number | undefined) =>
    numbers.find((number) => String(number) === firstParam(given, name)) ?? otherwise ?? 1;
  const [from, to] = [asked("from", numbers[1]), asked("to", numbers[0])];
  const comparison = await getComparison(acting, programmeId, [from, to], await getLocale());
  if (!comparison) notFound();
  return (
    <ComparePage programme={programme} from={from} to={to} difference={compareVersions(...comparison)} />
  );
}
