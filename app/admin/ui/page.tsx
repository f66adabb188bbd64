import type { Metadata } from "next";
import { AreaShell } from "@/components/shell/area-shell";
import type { AreaLink, NavItem } from "@/components/shell/nav-types";
import { shellContext } from "@/components/shell/shell-context";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/components/ui/search-params";
import { ButtonSpecimens, TagSpecimens } from "@/components/ui-gallery/button-specimens";
import { ChartSpecimens, DataSpecimens } from "@/components/ui-gallery/data-specimens";
import { FeedbackSpecimens, TextSpecimens } from "@/components/ui-gallery/feedback-specimens";
import { FormSpecimens } from "@/components/ui-gallery/form-specimens";
import { OverlaySpecimens } from "@/components/ui-gallery/overlay-specimens";

export const metadata: Metadata = { title: "Komponenter", robots: { index: false } };

const items: NavItem[] = [
  { href: "/admin/ui", label: "Komponenter", icon: "grid", exact: true },
  { href: "/admin/people", label: "Personer", icon: "people", count: 3 },
  { href: "/admin/organisations", label: "Organisationer", icon: "building" },
  { href: "/admin/audit", label: "Revisionsspor", icon: "list" },
  { href: "/admin/jobs", label: "Kørsler", icon: "clock" },
  { href: "/admin/retention", label: "Opbevaring", icon: "archive" },
];
const areas: AreaLink[] = [
  { href: "/admin", label: "Administration", current: true },
  { href: "/staff", label: "Udbyder" },
];

/** The gallery: every primitive in every state, for development and the demo. */
export default async function GalleryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  return (
    <AreaShell
      area="Administration"
      home="/admin"
      items={items}
      areas={areas}
      person={{ name: "Anne-Mette Holm", email: "anne-mette.holm@example.org" }}
      signOut="/sign-out"
      {...(await shellContext())}
    >
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
      <OverlaySpecimens />
      <DataSpecimens params={params} />
      <ChartSpecimens />
    </AreaShell>
  );
}
