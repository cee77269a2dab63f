import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { sayRounded } from '../../../api/money.ts';
import { sayCount } from '../../../api/time.ts';
import { barsOf, type Report, type Row } from './report-kinds.ts';

/** The drawing alone: it and its library are fetched when somebody looks at a report. */
export default function ReportChart(props: {
  report: Report;
  rows: readonly Row[];
  series: string;
}) {
  const { report, rows, series } = props;
  const isMoney = rows.some(({ currency }) => currency === series);
  return (
    <BarChart
      h={260}
      data={barsOf(rows, report, series)}
      dataKey="month"
      series={report.drawn.map((one) => ({ ...one }))}
      withLegend={report.drawn.length > 1}
      legendProps={{ verticalAlign: 'top', height: 36 }}
      yAxisProps={{ width: 84 }}
      valueFormatter={(value) =>
        isMoney ? sayRounded({ amount: String(value), currency: series }) : sayCount(value)
      }
    />
  );
}
