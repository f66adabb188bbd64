import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RoleArea } from "@/components/shell/role-area";
import { currentActor, requireActor } from "@/lib/auth/actor";

export default async function CertifyLayout({ children }: { children: ReactNode }) {
  await requireActor("certification.view");
  const t = await getTranslations("certify.nav");
  return (
    <RoleArea
      area="certify"
      actor={await currentActor()}
      items={[
        { href: "/certify", label: t("cases"), icon: "list", exact: true, below: ["/certify/cases"] },
        { href: "/certify/register", label: t("register"), icon: "chart" },
        { href: "/certify/certificates", label: t("certificates"), icon: "award" },
        { href: "/certify/complaints", label: t("complaints"), icon: "alert" },
        { href: "/certify/frameworks", label: t("frameworks"), icon: "book" },
        { href: "/certify/assessors", label: t("assessors"), icon: "people" },
        { href: "/certify/calibration", label: t("calibration"), icon: "grid" },
        { href: "/certify/samples", label: t("samples"), icon: "eye" },
        { href: "/certify/enquiries", label: t("enquiries"), icon: "mail" },
      ]}
    >
      {children}
    </RoleArea>
  );
}
