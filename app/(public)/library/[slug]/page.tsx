import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { PublicationPage } from "@/components/library/publication-page";
import { requireActor } from "@/lib/auth/actor";
import { getPublication } from "@/lib/library/queries/get-publication";

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) =>
  getPublication(await requireActor("catalogue.view"), slug, await getLocale(), new Date()),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const publication = await load((await params).slug);
  return publication ? { title: publication.title, description: publication.summary } : {};
}

export default async function Publication({ params }: Props) {
  const publication = await load((await params).slug);
  if (!publication) notFound();
  return <PublicationPage publication={publication} />;
}
