"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { countUnsent, personHere, wipeDevice } from "@/components/observations/write/device-store";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { countDrafts, wipeDrafts } from "@/components/ui/draft-store";
import type { SignOut } from "./person-menu";

/** What on this device has not been sent: observations that hold something, and drafts of other forms. */
type Unsent = { readonly observations: number; readonly drafts: number };
const NOTHING: Unsent = { observations: 0, drafts: 0 };

async function unsentHere(): Promise<Unsent> {
  const person = await personHere();
  return { observations: person === null ? 0 : await countUnsent(person), drafts: countDrafts() };
}

/**
 * The form that signs out. Before it is sent, what this device keeps of observations and of other forms is wiped: the next person finds
 * nothing. Where something of it has not been sent, that is said first.
 */
export function SignOutForm({ signOut, children }: { signOut: SignOut; children: ReactNode }) {
  const t = useTranslations("shell.person");
  const form = useRef<HTMLFormElement>(null);
  const wiped = useRef(false);
  const [unsent, setUnsent] = useState(NOTHING);

  async function leave() {
    await wipeDevice();
    wipeDrafts();
    wiped.current = true;
    form.current?.requestSubmit();
  }
  async function submit(event: FormEvent) {
    if (wiped.current) return;
    event.preventDefault();
    const found = await unsentHere();
    if (found.observations + found.drafts > 0) setUnsent(found);
    else await leave();
  }
  return (
    <>
      <form
        ref={form}
        action={signOut}
        {...(typeof signOut === "string" ? { method: "post" } : {})}
        onSubmit={submit}
        className="mt-2 border-t border-line pt-2"
      >
        {children}
      </form>
      <Dialog
        open={unsent !== NOTHING}
        onClose={() => setUnsent(NOTHING)}
        title={t("unsentTitle")}
        actions={
          <>
            <Button tone="danger" onClick={leave}>
              {t("signOutAnyway")}
            </Button>
            <Button onClick={() => setUnsent(NOTHING)}>{t("stay")}</Button>
          </>
        }
      >
        <div className="grid gap-3">
          {unsent.observations > 0 ? <p>{t("unsentText", { count: unsent.observations })}</p> : null}
          {unsent.drafts > 0 ? <p>{t("unsentDrafts", { count: unsent.drafts })}</p> : null}
        </div>
      </Dialog>
    </>
  );
}
