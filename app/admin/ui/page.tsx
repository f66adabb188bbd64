import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/components/ui/search-params";
import { ButtonSpecimens, TagSpecimens } from "@/components/ui-gallery/button-specimens";
import { ChartSpecimens, DataSpecimens } from "@/components/ui-gallery/data-specimens";
import { FeedbackSpecimens, TextSpecimens } from "@/components/ui-gallery/feedback-specimens";
import { FormSpecimens } from "@/components/ui-gallery/form-specimens";
import { OverlaySpecimens } from "@/components/ui-gallery/overlay-specimens";
import { StateSpecimens } from "@/components/ui-gallery/state-specimens";
import { requireActor } from "@/lib/auth/actor";

export const metadata: Metadata = { title: "Komponenter", robots: { index: false } };

/** The gallery: every primitive in every state, for whoever administers. */
export default async function GalleryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireActor("installation.view");
  const params = await searchParams;
  return (
    <>
      <PageHeader
        title="Komponenter"
        kicker="Galleri"
        lead="Hver byggeklods i alle sine tilstande."
        crumbs={[{ label: "Administration", href: "/admin" }, { label: "Komponenter" }]}
      />
      <TextSpecimens />
      <ButtonSpecimens />
      <TagSpecimens />
      <FeedbackSpecimens />
      <FormSpecimens />
      <StateSpecimens />
      <OverlaySpecimens />
      <DataSpecimens params={params} />
      <ChartSpecimens />
    </>
  );
}
