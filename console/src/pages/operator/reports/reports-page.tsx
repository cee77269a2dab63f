import { Button, Card, Group, SegmentedControl, Skeleton, Table, Tabs, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Loaded } from '../../../parts/loaded.tsx';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { Scrolls } from '../../../parts/scrolls.tsx';
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

/** Money and licenses over the last twelve months, over all companies. */
export function ReportsPage() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const name: ReportName = hash in REPORTS ? (hash as ReportName) : 'mrr';
  const report = REPORTS[name];
  return (
    <>
      <PageHeading
        title={say('Reports')}
        about={report.about}
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
      <Tabs
        value={name}
        onChange={(next) => void navigate({ to: '.', hash: next ?? '', replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md" className="tabs" aria-label={say('Reports')}>
          {Object.entries(REPORTS).map(([id, { label }]) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={name}>
          <ReportCard name={name} report={report} />
        </Tabs.Panel>
      </Tabs>
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
  const isFigure = (value: unknown) => typeof value === 'object' || typeof value === 'number';
  return (
    <Scrolls label={say('{what}, which scrolls', { what: label })}>
      <Table aria-label={label} mt="md" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} ta={isFigure(rows[0]?.[column]) ? 'right' : undefined}>
                {sayColumn(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="figure">
          {rows.toReversed().map((row) => (
            <Table.Tr key={`${String(row.month)} ${String(row.currency)} ${nameOf(row)}`}>
              {columns.map((column) => (
                <Table.Td
                  key={column}
                  ta={isFigure(row[column]) ? 'right' : undefined}
                  style={{ whiteSpace: 'nowrap' }}
                >
                  {sayCell(row[column])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scrolls>
  );
}

const nameOf = (row: Row) => String(row.category ?? row.license_type ?? '');
