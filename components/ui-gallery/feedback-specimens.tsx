import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Logo } from "@/components/ui/logo";
import { Progress, Stepper } from "@/components/ui/progress";
import { ProseText } from "@/components/ui/prose-text";
import { Card } from "@/components/ui/section";
import { SkeletonLines } from "@/components/ui/skeleton";
import { TabLinks } from "@/components/ui/tab-links";
import { Timeline } from "@/components/ui/timeline";
import { Row, Specimen } from "./specimen";

const tones = ["neutral", "info", "success", "warning", "danger"] as const;

export function FeedbackSpecimens() {
  return (
    <Specimen title="Besked og tilstand">
      <div className="grid gap-4 lg:grid-cols-2">
        {tones.map((tone) => (
          <Callout key={tone} tone={tone} title="En overskrift, der siger det">
            <p>
              Og en sætning, der siger, hvad man så gør. Den kan have et{" "}
              <a href="#knapper">henvisning til knapperne</a>.
            </p>
          </Callout>
        ))}
      </div>
      <EmptyState title="Her er ikke noget endnu" actions={<Button icon="plus">Lav den første</Button>}>
        <p>Når du laver en, står den her.</p>
      </EmptyState>
      <Progress label="Udsteder" done={12} total={30} detail="12 af 30" />
      <Progress label="Regner" />
      <Stepper
        label="Trin"
        steps={[
          { label: "Om dig", state: "done", href: "#" },
          { label: "Din organisation", state: "current" },
          { label: "Betaling", state: "todo" },
          { label: "Se igennem", state: "todo" },
        ]}
      />
      <SkeletonLines lines={4} />
    </Specimen>
  );
}

export function TextSpecimens() {
  return (
    <Specimen title="Tekst">
      <p className="text-display font-semibold">Øve, prøve, måle</p>
      <ProseText
        text={
          "Almindelig tekst i afsnit, skrevet uden HTML. <b>Dette er ikke fed skrift.</b>\n\n- Det første punkt\n- Det andet: æøå, ÆØÅ, åäö, Łódź, 0123456789\n\n1. Først\n2. Dernæst"
        }
      />
      <TabLinks
        label="Visninger"
        tabs={[
          { label: "Overblik", href: "/admin/ui", current: true },
          { label: "Ansøgninger", href: "/admin/ui?tab=2", count: 14 },
          { label: "Kalender", href: "/admin/ui?tab=3" },
        ]}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card>
          <DescriptionList
            items={[
              { term: "Begynder", detail: "13. maj 2019, uge 20" },
              { term: "Sted", detail: "Odense" },
              { term: "Pladser", detail: "26 af 30" },
            ]}
          />
        </Card>
        <Card>
          <Timeline
            label="Forløb"
            entries={[
              {
                id: "1",
                title: "Modtaget",
                when: "2. april 2019 kl. 09.14",
                dateTime: "2019-04-02T09:14+02:00",
                tone: "success",
              },
              {
                id: "2",
                title: "Under behandling",
                when: "9. april 2019",
                tone: "info",
                children: <p>Sagen er hos Anne-Mette.</p>,
              },
              { id: "3", title: "Svar", when: "Senest 1. maj 2019", tone: "neutral", icon: "dashed" },
            ]}
          />
        </Card>
      </div>
      <Row>
        <Avatar name="Anne-Mette Østergaard Holm" />
        <Avatar name="Åke Lind" />
        <Logo />
      </Row>
    </Specimen>
  );
}
