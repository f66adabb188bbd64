import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type ProgressProps = {
  label: ReactNode;
  /** Steps done, of `total`; leave `done` out while nobody knows how long it takes. */
  done?: number;
  total?: number;
  /** "12 of 30 certificates", "about a minute left". */
  detail?: ReactNode;
};

/** Work under way. It can be left: the work goes on without the page. */
export function Progress({ label, done, total = 100, detail }: ProgressProps) {
  const known = done !== undefined;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className="flex items-center gap-2 font-medium">
          {known ? null : <Icon name="refresh" className="animate-turn text-accent" />}
          {label}
        </span>
        {detail ? <span className="text-muted">{detail}</span> : null}
      </div>
      <progress
        aria-label={typeof label === "string" ? label : undefined}
        max={total}
        {...(known ? { value: done } : {})}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[width]"
      />
    </div>
  );
}

export type Step = { label: string; state: "done" | "current" | "todo"; href?: string };

/** Where one is in something of several steps. On a phone only the present step is written out. */
export function Stepper({ steps, label }: { steps: Step[]; label: string }) {
  const t = useTranslations("ui");
  const present = Math.max(
    0,
    steps.findIndex((step) => step.state === "current"),
  );
  return (
    <nav aria-label={label}>
      <p className="mb-2 text-sm text-muted sm:hidden">
        {t("stepper.position", { step: present + 1, total: steps.length })}{" "}
        <span className="font-semibold text-ink">{steps[present]?.label}</span>
      </p>
      <ol
        className={classNames(
          "flex gap-2 sm:gap-x-4 sm:gap-y-2",
          // More than a line holds stand in lines of as many, each under the one above.
          steps.length > 5 ? "sm:grid sm:grid-cols-4" : "sm:flex-wrap",
        )}
      >
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={step.state === "current" ? "step" : undefined}
            className={classNames(
              "min-w-0 flex-1 border-t-4 pt-2 text-sm sm:min-w-28",
              step.state === "todo" ? "border-line text-muted" : "border-accent",
            )}
          >
            <span className="sr-only sm:not-sr-only sm:flex sm:items-center sm:gap-1.5">
              {step.state === "done" ? (
                <Icon name="check" className="text-success" />
              ) : (
                <span aria-hidden="true">{index + 1}.</span>
              )}
              {step.href && step.state !== "current" ? (
                <a href={step.href}>{step.label}</a>
              ) : (
                <span className={step.state === "current" ? "font-semibold" : ""}>{step.label}</span>
              )}
              {step.state === "done" ? <span className="sr-only">({t("stepper.done")})</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
