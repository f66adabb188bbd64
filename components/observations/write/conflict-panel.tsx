"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { bothTexts, type DraftFields, differences, isRating } from "./draft-fields";

type ConflictPanelProps = {
  mine: DraftFields;
  /** null while the saved text is being fetched. */
  theirs: DraftFields | null;
  /** What a field is called, and what a value of it reads like. */
  labelOf: (name: string) => string;
  wordsOf: (name: string, value: string) => string;
  onResolve: (chosen: DraftFields) => void;
};

type ChoiceProps = {
  name: string;
  mine: string;
  theirs: string;
  label: string;
  words: (value: string) => string;
  choose: (value: string) => void;
};

function Side({ title, words }: { title: string; words: string }) {
  const t = useTranslations("observations.conflict");
  return (
    <div className="grid content-start gap-1 rounded bg-surface p-3">
      <p className="text-sm font-medium text-muted">{title}</p>
      <p className="max-h-64 overflow-y-auto whitespace-pre-line">{words || t("empty")}</p>
    </div>
  );
}

function Choice({ name, mine, theirs, label, words, choose }: ChoiceProps) {
  const t = useTranslations("observations.conflict");
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        <Side title={t("mine")} words={words(mine)} />
        <Side title={t("theirs")} words={words(theirs)} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button tone="secondary" onClick={() => choose(mine)}>
          {t("keepMine")}
        </Button>
        <Button tone="secondary" onClick={() => choose(theirs)}>
          {t("takeTheirs")}
        </Button>
        {isRating(name) || name === "observedOn" ? null : (
          <Button tone="secondary" onClick={() => choose(bothTexts(theirs, mine))}>
            {t("both")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Two texts of one draft, side by side, field by field: the person chooses, and nothing is thrown away unseen. */
export function ConflictPanel({ mine, theirs, labelOf, wordsOf, onResolve }: ConflictPanelProps) {
  const t = useTranslations("observations.conflict");
  const panel = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<DraftFields>({});
  useEffect(() => panel.current?.focus(), []);
  const differing = theirs ? differences(mine, theirs) : [];
  const open = differing.filter((name) => !(name in chosen));

  function choose(name: string, value: string) {
    const next = { ...chosen, [name]: value };
    setChosen(next);
    // Fields that do not differ take the saved text along: only its version is newer.
    if (differing.every((each) => each in next)) onResolve(next);
  }
  return (
    <div ref={panel} role="alert" tabIndex={-1}>
      <Callout tone="warning" title={t("title")}>
        <div className="grid gap-5">
          <p>{theirs ? t("lead") : t("loading")}</p>
          {theirs
            ? open.map((name) => (
                <Choice
                  key={name}
                  name={name}
                  mine={mine[name] ?? ""}
                  theirs={theirs[name] ?? ""}
                  label={labelOf(name)}
                  words={(value) => wordsOf(name, value)}
                  choose={(value) => choose(name, value)}
                />
              ))
            : null}
        </div>
      </Callout>
    </div>
  );
}
