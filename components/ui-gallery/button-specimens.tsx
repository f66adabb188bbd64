import { Button, IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { CopyButton, PrintButton } from "@/components/ui/print-button";
import { StatusTag } from "@/components/ui/status-tag";
import { ToastSpecimens } from "./overlay-specimens";
import { Row, Specimen } from "./specimen";

const tones = ["primary", "secondary", "quiet", "danger"] as const;
const names = { primary: "Primær", secondary: "Sekundær", quiet: "Stille", danger: "Farlig" };

export function ButtonSpecimens() {
  return (
    <Specimen title="Knapper">
      {(["medium", "small"] as const).map((size) => (
        <Row key={size}>
          {tones.map((tone) => (
            <Button key={tone} tone={tone} size={size}>
              {names[tone]}
            </Button>
          ))}
        </Row>
      ))}
      <Row>
        <Button icon="plus">Med ikon</Button>
        <Button pending>Sender …</Button>
        <Button disabled>Slået fra</Button>
        <IconButton icon="edit" label="Redigér" />
        <LinkButton href="#knapper" tone="secondary" icon="calendar">
          Link som knap
        </LinkButton>
        <LinkButton href="/icon.svg" native tone="quiet" icon="download" download>
          Hent fil
        </LinkButton>
        <PrintButton />
        <CopyButton text="Praksis" label="Kopiér" />
      </Row>
      <ToastSpecimens />
    </Specimen>
  );
}

export function TagSpecimens() {
  return (
    <Specimen title="Status">
      <Row>
        <StatusTag>Kladde</StatusTag>
        <StatusTag tone="info">Sendt</StatusTag>
        <StatusTag tone="success">Godkendt</StatusTag>
        <StatusTag tone="warning">Venter</StatusTag>
        <StatusTag tone="danger">Afvist</StatusTag>
        <StatusTag tone="neutral" icon="dashed">
          Ikke set
        </StatusTag>
        <StatusTag tone="danger" icon="ban">
          Trukket tilbage
        </StatusTag>
      </Row>
      <Row>
        {(["award", "book", "building", "clock", "eye", "people", "pin", "shield"] as const).map((name) => (
          <Icon key={name} name={name} className="size-6" />
        ))}
      </Row>
    </Specimen>
  );
}
