import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ProgrammeVersions } from "@/components/programmes/programme-versions";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getProgramme } from "@/lib/programmes/queries/get-programme";

type Props = { params: Promise<{ programmeId: string }> };

const load = cache(async (programmeId: string) => {
  const acting = await requireActor("programme.manage");
  return isId(programmeId) ? getProgramme(acting, programmeId) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).programmeId))?.title };
}

export default async function StaffProgrammePage({ params }: Props) {
  const programme = await load((await params).programmeId);
  if (!programme) notFound();
  return <ProgrammeVersions programme={programme} />;
}
