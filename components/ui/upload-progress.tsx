"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { Button } from "./button";
import { Progress } from "./progress";
import type { Sending } from "./use-streamed-file";

const megabyte = 1024 * 1024;

/** How far a file has come, and the way to stop it; once all of it has arrived there is nothing left to stop. */
export function UploadProgress({ sending, onStop }: { sending: Sending | null; onStop: () => void }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  if (!sending) return null;
  const { name, sent, total } = sending;
  if (sent >= total) return <Progress label={t("upload.checking")} />;
  const inMegabytes = (bytes: number) => formatNumber(bytes / megabyte, locale);
  return (
    <div className="grid gap-3">
      <Progress
        label={t("upload.sending", { name })}
        done={sent}
        total={total}
        detail={t("upload.sent", { sent: inMegabytes(sent), total: inMegabytes(total) })}
      />
      <div>
        <Button tone="secondary" icon="close" onClick={onStop}>
          {t("upload.cancel")}
        </Button>
      </div>
    </div>
  );
}
