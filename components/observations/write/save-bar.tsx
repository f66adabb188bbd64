"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SaverView } from "./draft-saver";
import { SaveStatus } from "./save-status";

type SaveBarProps = Pick<SaverView, "status" | "deviceFull"> & {
  rated: number;
  total: number;
  /** The form it stands below. */
  form: string;
};

/** Within reach of the thumb: where the draft stands, how far one is, and the way on. */
export function SaveBar({ status, deviceFull, rated, total, form }: SaveBarProps) {
  const t = useTranslations("observations");
  return (
    <div className="sticky bottom-[calc(3.8125rem+env(safe-area-inset-bottom))] z-10 -mx-4 mt-8 border-t border-line bg-canvas px-4 py-3 sm:-mx-8 sm:px-8 lg:bottom-0 [@media(max-height:30rem)]:static">
      <div className="flex items-center justify-between gap-4">
        <div className="grid min-w-0 flex-1 gap-0.5">
          <p className="text-sm font-medium">{t("criteria.rated", { rated, total })}</p>
          <SaveStatus status={status} deviceFull={deviceFull} />
        </div>
        <SubmitButton form={form} name="next" value="review">
          {t("write.review")}
        </SubmitButton>
      </div>
    </div>
  );
}
