import { Button, Card, Group, SegmentedControl, Skeleton, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { HashTabs, useHashView } from '../../../parts/hash-tabs.tsx';
import { HeadedTable } from '../../../parts/headed-table.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { say } from '../../../words/say.ts';
import {
  REPORTS,
  type Report,
  type ReportName,
  type Row,
  sayCell,
  sayColumn,
  seriesOf,
} from './report-kinds.ts';

const ReportChart = lazy(() => import('./report-chart.tsx'));
const CHART_HEIGHT = 260;

const VIEWS = Object.entries(REPORTS).map(([id, report]) => ({ id: id as ReportName, ...report }));

/** Money and licenses over the last twelve months, over all companies. */
export function ReportsPage() {
  const { id: name, about } = useHashView(VIEWS);
  return (
    <>
      <PageHeading
        title={say('Reports')}
        about={about}
        actions={
          <Button
            component="a"
            href={`/v1/reports/${name}.csv`}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            CSV
          </Button>
        }
      />
      <HashTabs label={say('Reports')} views={VIEWS}>
        {(view) => <ReportCard name={view.id} report={view} />}
      </HashTabs>
    </>
  );
}

function ReportCard({ name, report }: { name: ReportName; report: Report }) {
  const found = useQuery({ queryKey: ['report', name], queryFn: report.fetch });
  return (
    <Loaded query={found} height={420}>
      {({ data }) => (
        <Card>
          {data.length === 0 ? (
            <Text>{say('There is nothing to report yet on the real clock.')}</Text>
          ) : (
            <>
              <Drawn report={report} rows={data} />
              <RowsTable label={report.label} rows={data} />
            </>
          )}
        </Card>
      )}
    </Loaded>
  );
}

function Drawn({ report, rows }: { report: Report; rows: readonly Row[] }) {
  const all = seriesOf(rows);
  const [chosen, setChosen] = useState<string>();
  const series = chosen !== undefined && all.includes(chosen) ? chosen : all[0];
  if (report.drawn.length === 0 || series === undefined) return null;
  return (
    <>
      {all.length < 2 ? null : (
        <Group mb="sm">
          <SegmentedControl
            data={all.map((value) => ({ value, label: sayCell(value) }))}
            value={series}
            onChange={setChosen}
            aria-label={say('What is drawn')}
          />
        </Group>
      )}
      <Suspense fallback={<Skeleton height={CHART_HEIGHT} />}>
        <ReportChart report={report} rows={rows} series={series} />
      </Suspense>
    </>
  );
}

/** The figures themselves, the newest month first. */
function RowsTable({ label, rows }: { label: string; rows: readonly Row[] }) {
  const columns = Object.keys(rows[0] ?? {});
  return (
    <HeadedTable
      label={label}
      scrolls={say('{what}, which scrolls', { what: label })}
      columns={columns.map((column) => [sayColumn(column), sideOf(rows[0]?.[column])])}
      rows={rows.toReversed()}
      row={(row) => (
        <Table.Tr key={`${String(row.month)} ${String(row.currency)} ${nameOf(row)}`}>
          {columns.map((column) => (
            <Table.Td key={column} ta={sideOf(row[column])} style={{ whiteSpace: 'nowrap' }}>
              {sayCell(row[column])}
            </Table.Td>
          ))}
        </Table.Tr>
      )}
      table={{ mt: 'md', horizontalSpacing: 'xs' }}
    />
  );
}

const nameOf = (row: Row) => String(row.category ?? row.license_type ?? '');

const sideOf = (value: unknown) =>
  typeof value === 'object' || typeof value === 'number' ? 'right' : undefined;
