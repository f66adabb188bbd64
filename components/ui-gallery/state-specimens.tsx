"use client";

import { CheckboxField, RadioGroup } from "@/components/ui/choice-fields";
import { ComboboxField } from "@/components/ui/combobox-field";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileDrop } from "@/components/ui/file-drop";
import { FormContext } from "@/components/ui/form-context";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import { TimeField } from "@/components/ui/time-field";
import { UploadProgress } from "@/components/ui/upload-progress";
import { Specimen } from "./specimen";

const options = [
  { value: "a", label: "Første" },
  { value: "b", label: "Anden" },
];
const errors = {
  wrongName: ["Skriv dit navn, som det skal stå på certifikatet."],
  wrongSeats: ["Skriv et tal fra 1 til 60."],
  wrongDay: ["Datoen ligger efter ansøgningsfristen."],
  wrongTime: ["Skriv klokkeslættet som 9.30."],
  wrongKind: ["Vælg, hvad det er."],
  wrongPlace: ["Vælg et sted fra listen."],
  wrongLevel: ["Vælg ét niveau."],
  wrongText: ["Skriv mindst ti tegn."],
  wrongFile: ["Vælg en PDF på højst 10 MB."],
  wrongConsent: ["Sæt kryds for at gå videre."],
};

function ignore(): void {
  // A specimen checks nothing.
}

/** Fields as they stand after a try that failed, and a form under way: states that otherwise have to be provoked. */
export function StateSpecimens() {
  const form = { values: {}, succeeded: 0, left: ignore, changed: ignore };
  return (
    <Specimen title="Formular med fejl og undervejs">
      <FormContext value={{ ...form, id: "wrong", errors, pending: false }}>
        <div className="grid max-w-form gap-6">
          <ErrorSummary formId="wrong" errors={errors} attempt={0} reference="7F3K2" />
          <TextField name="wrongName" label="Navn" hint="Som det skal stå på certifikatet." />
          <NumberField name="wrongSeats" label="Antal" unit="pladser" defaultValue="600" />
          <div className="grid gap-6 sm:grid-cols-2">
            <DateField name="wrongDay" label="Første dag" />
            <TimeField name="wrongTime" label="Klokkeslæt" />
          </div>
          <SelectField name="wrongKind" label="Slags" options={options} />
          <ComboboxField name="wrongPlace" label="Sted" options={options} />
          <RadioGroup name="wrongLevel" label="Niveau" options={options} />
          <TextAreaField name="wrongText" label="Begrundelse" />
          <FileDrop name="wrongFile" label="Bilag" accept=".pdf" />
          <CheckboxField name="wrongConsent" label="Jeg har læst vilkårene" />
        </div>
      </FormContext>
      <FormContext value={{ ...form, id: "waiting", errors: {}, pending: true }}>
        <SubmitButton pendingLabel="Sender …">Send (venter)</SubmitButton>
      </FormContext>
      <UploadProgress
        sending={{ name: "Oplæg.pptx", sent: 12.4 * 1024 ** 2, total: 60 * 1024 ** 2 }}
        onStop={ignore}
      />
      <UploadProgress sending={{ name: "Oplæg.pptx", sent: 1, total: 1 }} onStop={ignore} />
    </Specimen>
  );
}
