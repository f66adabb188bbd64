import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EventPage } from "@/components/library/event-page";
import { requireActor } from "@/lib/auth/actor";
import { getEvent } from "@/lib/library/queries/get-event";

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => getEvent(await requireActor("catalogue.view"), slug, new Date()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await load((await params).slug);
  return event ? { title: event.title, description: event.summary } : {};
}

export default async function Event({ params }: Props) {
  const event = await load((await params).slug);
  if (!event) notFound();
  return <EventPage event={event} isOver={event.endsAt < new Date()} />;
}
