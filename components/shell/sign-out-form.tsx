"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { countUnsent, personHere, wipeDevice } from "@/components/observations/write/device-store";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { SignOut } from "./person-menu";

/** How many observations on this device hold something that has not been sent. */
async function unsentHere(): Promise<number> {
  const person = await personHere();
  return person === null ? 0 : countUnsent(person);
}

/**
 * The form that signs out. Before it is sent, what this device keeps of observations is wiped: the next person finds nothing. Where
 * something of it has not been sent, that is said first.
 */
export function SignOutForm({ signOut, children }: { signOut: SignOut; children: ReactNode }) {
  const t = useTranslations("shell.person");
  const form = useRef<HTMLFormElement>(null);
  const wiped = useRef(false);
  const [unsent, setUnsent] = useState(0);

  async function leave() {
    await wipeDevice();
    wiped.current = true;
    form.current?.requestSubmit();
  }
  async function submit(event: FormEvent) {
    if (wiped.current) return;
    event.preventDefault();
    const count = await unsentHere();
    if (count > 0) setUnsent(count);
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
        open={unsent > 0}
        onClose={() => setUnsent(0)}
        title={t("unsentTitle")}
        actions={
          <>
            <Button tone="danger" onClick={leave}>
              {t("signOutAnyway")}
            </Button>
            <Button onClick={() => setUnsent(0)}>{t("stay")}</Button>
          </>
        }
      >
        <p>{t("unsentText", { count: unsent })}</p>
      </Dialog>
    </>
  );
}
