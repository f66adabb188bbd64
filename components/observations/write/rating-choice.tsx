"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { FieldError } from "@/components/ui/field-frame";
import { useFieldState } from "@/components/ui/form-context";
import { Icon } from "@/components/ui/icon";
import type { Rating } from "@/lib/db/generated/enums";
import { ratingLooks } from "../rating-mark";

const ratings: readonly Rating[] = ["not_seen", "not_reached", "partly", "reached"];
const checked: Record<Rating, string> = {
  not_seen: "has-checked:bg-sunken has-checked:border-ink",
  not_reached: "has-checked:bg-danger-soft has-checked:border-danger",
  partly: "has-checked:bg-warning-soft has-checked:border-warning",
  reached: "has-checked:bg-success-soft has-checked:border-success",
};

/** The four ratings as large fields for a thumb. None is chosen beforehand. */
export function RatingChoice({ name, first }: { name: string; first: Rating | null }) {
  const t = useTranslations("observations");
  const field = useFieldState(name);
  return (
    <fieldset id={field.id} tabIndex={-1} className="min-w-0">
      <legend className="mb-1.5 font-medium">{t("field.rating")}</legend>
      <FieldError id={field.errorId} errors={field.errors} />
      <div className="grid grid-cols-2 gap-2 md:grid-cols-4">
        {ratings.map((rating) => (
          <label
            key={rating}
            className={classNames(
              "grid min-h-18 cursor-pointer content-center gap-0.5 rounded border border-line-strong bg-surface px-2 py-2 hover:border-ink sm:px-3",
              "has-checked:border-2 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              checked[rating],
            )}
          >
            <span className="flex items-center gap-2 font-medium">
              <input
                type="radio"
                name={name}
                value={rating}
                defaultChecked={first === rating}
                className="sr-only"
              />
              <Icon name={ratingLooks[rating].icon} />
              {t(`rating.${rating}`)}
            </span>
            <span className="text-sm leading-snug text-muted max-md:hidden">{t(`ratingHint.${rating}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
