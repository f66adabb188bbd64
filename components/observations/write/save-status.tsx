"use client";

import { useLocale, useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { formatTime } from "@/lib/i18n/format";
import type { SaveStatus as Status } from "./draft-saver";

const icons: Record<Status["kind"], { icon: IconName; look: string }> = {
  ready: { icon: "refresh", look: "text-muted" },
  saving: { icon: "refresh", look: "text-muted animate-turn" },
  device: { icon: "clock", look: "text-muted" },
  saved: { icon: "check", look: "text-success" },
  restored: { icon: "undo", look: "text-info" },
  offline: { icon: "alert", look: "text-warning" },
  conflict: { icon: "alert", look: "text-warning" },
  held: { icon: "alert", look: "text-danger" },
};

function useWords(status: Status): string {
  const t = useTranslations("observations.save");
  const locale = useLocale();
  if (status.kind === "held") return t("held", { reason: status.reason });
  if (status.kind !== "device" && status.kind !== "saved") return t(status.kind);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return t(status.kind, { time: formatTime(status.at, locale, here) });
}

/** Where what is written stands, in one line: saved and when, on its way, or kept on the device and why. */
export function SaveStatus({ status, deviceFull }: { status: Status; deviceFull: boolean }) {
  const t = useTranslations("observations.save");
  const words = useWords(status);
  const { icon, look } = icons[status.kind];
  return (
    <p role="status" className="flex min-w-0 items-start gap-1.5 text-sm">
      <Icon name={icon} className={`mt-[0.2em] ${look}`} />
      <span>
        {words}
        {deviceFull ? <span className="block text-danger">{t("fullDevice")}</span> : null}
      </span>
    </p>
  );
}
