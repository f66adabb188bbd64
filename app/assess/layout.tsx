import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeviceKeeper } from "@/components/observations/offline/device-keeper";
import { RoleArea } from "@/components/shell/role-area";
import { personOf } from "@/lib/auth/acting";
import { currentActor, requireActor } from "@/lib/auth/actor";

export default async function AssessLayout({ children }: { children: ReactNode }) {
  const acting = await requireActor("assessment.view");
  const t = await getTranslations("assess.nav");
  return (
    <RoleArea
      area="assess"
      actor={await currentActor()}
      items={[
        { href: "/assess", label: t("queue"), icon: "list", exact: true, below: ["/assess/participants"] },
        { href: "/assess/visits", label: t("visits"), icon: "calendar" },
        { href: "/assess/observations", label: t("observations"), icon: "eye" },
        { href: "/assess/criteria", label: t("criteria"), icon: "book" },
        { href: "/assess/calibration", label: t("calibration"), icon: "grid" },
      ]}
    >
      <DeviceKeeper person={personOf(acting)} />
      {children}
    </RoleArea>
  );
}
