import { BarChart, ColumnChart } from "@/components/ui/charts";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FillBar } from "@/components/ui/fill-bar";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams, sortParam } from "@/components/ui/search-params";
import { StatusTag } from "@/components/ui/status-tag";
import { TimeRange } from "@/components/ui/time-range";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { Specimen } from "./specimen";

type SpecimenRow = { id: string; name: string; place: string; seats: number };

const all: SpecimenRow[] = ["Forår", "Sommer", "Efterår", "Vinter", "Øst", "Vest"].map((name, index) => ({
  id: String(index),
  name: `Hold ${name}`,
  place: ["Odense", "Århus", "Nyköping"][index % 3] ?? "",
  seats: 30 - index * 3,
}));

const hours = { from: new Date("2026-05-13T07:00:00Z"), to: new Date("2026-05-13T14:00:00Z") };

const columns: Column<SpecimenRow>[] = [
  { key: "name", header: "Hold", primary: true, sortable: true, cell: (row) => row.name },
  { key: "place", header: "Sted", sortable: true, cell: (row) => row.place },
  { key: "time", header: "Tid", cell: () => <TimeRange {...hours} timeZone={CIVIL_ZONE} /> },
  { key: "seats", header: "Pladser", align: "end", sortable: true, cell: (row) => row.seats },
  {
    key: "state",
    header: "Status",
    cell: (row) => (
      <StatusTag tone={row.seats > 20 ? "success" : "warning"}>
        {row.seats > 20 ? "Åbent" : "Næsten fuldt"}
      </StatusTag>
    ),
  },
];

export function DataSpecimens({ params }: { params: SearchParams }) {
  const path = "/admin/ui";
  const sort = sortParam(params, ["name", "place", "seats"], { column: "name", descending: false });
  const place = firstParam(params, "place");
  const search = firstParam(params, "q")?.toLowerCase() ?? "";
  const sign = sort.descending ? -1 : 1;
  const rows = all
    .filter((row) => (!place || row.place === place) && row.name.toLowerCase().includes(search))
    .sort((a, b) =>
      sort.column === "seats"
        ? (a.seats - b.seats) * sign
        : String(a[sort.column as "name"]).localeCompare(String(b[sort.column as "name"]), "da") * sign,
    );
  return (
    <Specimen title="Tabel">
      <div>
        <FilterBar
          path={path}
          params={params}
          label="Filtrér hold"
          filters={[
            { kind: "search", name: "q", label: "Navn" },
            {
              kind: "choice",
              name: "place",
              label: "Sted",
              all: "Alle steder",
              options: ["Odense", "Århus", "Nyköping"].map((value) => ({ value, label: value })),
            },
          ]}
        />
        <DataTable
          caption="Hold"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          order={{ path, params, sort }}
          selectLabel={(row) => `Vælg ${row.name}`}
          empty={<EmptyState title="Ingen hold passer" icon="search" />}
        />
        <Pagination path={path} params={params} page={pageParam(params)} pageSize={6} total={62} />
      </div>
    </Specimen>
  );
}

export function ChartSpecimens() {
  return (
    <Specimen title="Billeder af tal">
      <FillBar
        label="Pladser"
        total={30}
        parts={[
          { label: "optaget", value: 22, tone: "accent" },
          { label: "tilbudt", value: 4, tone: "soft" },
        ]}
      >
        22 optaget, 4 tilbudt, 4 ledige af 30
      </FillBar>
      <div className="grid gap-10 lg:grid-cols-2">
        <BarChart
          title="Fra ansøgning til certifikat"
          summary="To ud af tre, der begynder, bliver certificeret."
          rowsName="Trin"
          rows={[
            { label: "Søgt", values: [{ name: "Personer", value: 48 }] },
            { label: "Optaget", values: [{ name: "Personer", value: 30 }] },
            { label: "Gennemført", values: [{ name: "Personer", value: 26 }] },
            { label: "Certificeret", values: [{ name: "Personer", value: 20 }] },
          ]}
        />
        <ColumnChart
          title="Fremmøde"
          summary="Fremmødet faldt omkring sommerferien."
          rowsName="Gang"
          max={30}
          rows={[28, 27, 29, 21, 19, 26, 27].map((present, index) => ({
            label: String(index + 1),
            values: [
              { name: "Mødt", value: present },
              { name: "Afbud", value: 30 - present },
            ],
          }))}
        />
      </div>
    </Specimen>
  );
}
