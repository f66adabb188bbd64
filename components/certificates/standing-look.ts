import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/status-tag";
import type { CertificateStanding } from "@/lib/certificates/rules/standing";

/** How a standing looks: an icon of its own for each, with colour as the third sign. */
export const standingLooks: Record<CertificateStanding, { readonly tone: Tone; readonly icon: IconName }> = {
  valid: { tone: "success", icon: "shield" },
  suspended: { tone: "warning", icon: "pause" },
  revoked: { tone: "danger", icon: "ban" },
  expired: { tone: "neutral", icon: "clock" },
  superseded: { tone: "info", icon: "archive" },
};
