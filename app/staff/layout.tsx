import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RoleArea } from "@/components/shell/role-area";
import { currentActor, requireActor } from "@/lib/auth/actor";
import { countOpenEnquiries } from "@/lib/enquiries/queries/count-open-enquiries";

export default async function StaffLayout({ children }: { children: ReactNode }) {
  await requireActor("staff.view");
  const enquiries = await countOpenEnquiries(await requireActor("enquiry.answer"));
  const t = await getTranslations("staff.nav");
  return (
    <RoleArea
      area="staff"
      actor={await currentActor()}
      items={[
        { href: "/staff", label: t("home"), icon: "home", exact: true },
        { href: "/staff/cohorts", label: t("cohorts"), icon: "people" },
        { href: "/staff/programmes", label: t("programmes"), icon: "book" },
        { href: "/staff/agreements", label: t("agreements"), icon: "file" },
        { href: "/staff/plan", label: t("plan"), icon: "calendar" },
        { href: "/staff/holidays", label: t("holidays"), icon: "sun" },
        { href: "/staff/billing", label: t("billing"), icon: "file" },
        { href: "/staff/rooms", label: t("rooms"), icon: "building" },
        { href: "/staff/enquiries", label: t("enquiries"), icon: "mail", count: enquiries },
      ]}
    >
      {children}
    </RoleArea>
  );
}
