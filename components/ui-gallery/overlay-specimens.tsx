"use client";

import { useState } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast-store";
import type { ActionState } from "@/lib/core/action-state";
import { Row, Specimen } from "./specimen";

async function succeed(): Promise<ActionState> {
  return { status: "ok", message: "Det er slettet." };
}

/** As long as it takes to make a document: that it is under way is said after a second. */
async function takeTime(): Promise<ActionState> {
  await new Promise((resolve) => setTimeout(resolve, 4000));
  return { status: "ok", message: "Det er lavet." };
}

async function refuse(): Promise<ActionState> {
  return {
    status: "error",
    code: "conflict",
    message: "En anden har lige ændret den.",
    fieldErrors: {},
    values: {},
    reference: "7F3K2",
  };
}

export function ToastSpecimens() {
  return (
    <Row>
      <Button tone="secondary" onClick={() => showToast("Gemt.")}>
        Besked
      </Button>
      <Button
        tone="secondary"
        onClick={() =>
          showToast("Rækken er flyttet.", {
            tone: "info",
            action: { label: "Fortryd", run: () => showToast("Fortrudt.") },
          })
        }
      >
        Besked, der kan fortrydes
      </Button>
      <Button tone="secondary" onClick={() => showToast("Det lykkedes ikke.", { tone: "danger" })}>
        Fejlbesked
      </Button>
    </Row>
  );
}

export function OverlaySpecimens() {
  const [open, setOpen] = useState<"centred" | "sheet" | null>(null);
  return (
    <Specimen title="Dialoger">
      <Row>
        <Button tone="secondary" onClick={() => setOpen("centred")}>
          Dialog
        </Button>
        <Button tone="secondary" onClick={() => setOpen("sheet")}>
          Ark fra bunden
        </Button>
        <ActionButton
          action={succeed}
          tone="danger"
          icon="trash"
          confirm={{
            title: "Slet rækken?",
            consequences: <p>Rækken forsvinder for alle. Det kan ikke fortrydes.</p>,
            confirmLabel: "Slet rækken",
          }}
        >
          Slet
        </ActionButton>
        <ActionButton action={refuse}>Bliver afvist</ActionButton>
        <ActionButton action={takeTime}>Tager tid</ActionButton>
      </Row>
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        kind={open ?? "centred"}
        title="En dialog"
        actions={<Button onClick={() => setOpen(null)}>Forstået</Button>}
      >
        <p>Fokus bliver herinde, Esc lukker, og fokus vender tilbage til knappen.</p>
      </Dialog>
    </Specimen>
  );
}
