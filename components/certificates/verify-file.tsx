import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { FileDrop } from "@/components/ui/file-drop";
import { Section } from "@/components/ui/section";

/** Why a file is not taken for what was handed out. Those that mean that something is wrong stand out. */
const tones = {
  tooLarge: "warning",
  unreadable: "warning",
  unknownDocument: "warning",
  foreign: "warning",
  tooOften: "warning",
  tampered: "danger",
  unknownKey: "danger",
  notIssued: "danger",
} as const;
export type FileProblem = keyof typeof tones;

/** The problem that a word in the address names; null where it is none. */
export function fileProblem(word: string | undefined): FileProblem | null {
  return word !== undefined && Object.hasOwn(tones, word) ? (word as FileProblem) : null;
}

/** Checks a file that somebody was given: an ordinary form, which works without scripts. */
export function VerifyFile({ problem, maxMegabytes }: { problem: FileProblem | null; maxMegabytes: number }) {
  const t = useTranslations("certificates.file");
  return (
    <Section id="file" title={t("title")} lead={t("lead")}>
      {problem ? (
        <Callout tone={tones[problem]} title={t(`problem.${problem}.title`)}>
          {t(`problem.${problem}.text`)}
        </Callout>
      ) : null}
      <form action="/verify/file" method="post" encType="multipart/form-data" className="grid max-w-xl gap-6">
        <FileDrop
          name="file"
          label={t("file")}
          hint={t("hint")}
          accept=".pdf,.json,.jwt,.png,.svg,application/pdf,application/json,image/png,image/svg+xml"
          maxMegabytes={maxMegabytes}
        />
        <div>
          <Button type="submit" tone="secondary" icon="shield">
            {t("submit")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
