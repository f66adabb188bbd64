import { useLocale, useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/status-tag";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { MyApplication } from "@/lib/applications/queries/get-my-application";
import type { NextStep, PastStep } from "@/lib/applications/rules/timeline";
import { formatDateTime } from "@/lib/i18n/format";

const looks: Record<PastStep, { tone: Tone; icon?: IconName }> = {
  submitted: { tone: "success" },
  managerAsked: { tone: "neutral", icon: "mail" },
  managerForwarded: { tone: "neutral", icon: "arrowRight" },
  managerApproved: { tone: "success" },
  managerDeclined: { tone: "danger" },
  queued: { tone: "warning" },
  offered: { tone: "info", icon: "mail" },
  offerRefused: { tone: "neutral", icon: "minus" },
  offerExpired: { tone: "neutral", icon: "clock" },
  declined: { tone: "danger" },
  withdrawn: { tone: "neutral", icon: "minus" },
  enrolled: { tone: "success", icon: "award" },
  left: { tone: "neutral", icon: "minus" },
};

/** Whose turn it is: the steps that somebody else takes are only waited for. */
const ours: readonly NextStep[] = ["askAgain", "answerOffer", "draft"];

/** What happened to the application, and what is to happen next. */
export function ApplicationTimeline({ application }: { application: MyApplication }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { approval, cohort, queue, next } = application;
  const manager = approval?.managerName ?? "";
  const [first] = application.forwards;
  // Asked was the first of those that the question went to; whoever answered is the last, or the coordinator.
  const asked = first?.fromName ?? manager;
  const entries: TimelineEntry[] = application.timeline.map(({ step, at, who = asked }) => ({
    id: `${step}-${at.getTime()}`,
    title: t(`step.${step}`, { manager: who }),
    when: formatDateTime(at, locale, cohort.timeZone),
    dateTime: at.toISOString(),
    ...looks[step],
    children:
      (step === "managerApproved" || step === "managerDeclined") && approval?.comment ? (
        <p className="max-w-prose border-s-2 border-line ps-3 whitespace-pre-line">{approval.comment}</p>
      ) : step === "declined" && application.decisionReason ? (
        <p className="max-w-prose border-s-2 border-line ps-3 whitespace-pre-line">
          {application.decisionReason}
        </p>
      ) : null,
  }));
  if (next !== "none") {
    entries.push({
      id: "next",
      title: t(`next.${next}`, { manager, place: queue?.place ?? 0, count: queue?.waiting ?? 0 }),
      when: t(ours.includes(next) ? "next.yourTurn" : "next.notYours"),
      tone: ours.includes(next) ? "warning" : "neutral",
      icon: "dashed",
    });
  }
  return <Timeline entries={entries} label={t("timeline")} />;
}
