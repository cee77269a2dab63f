import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { Schemas } from '@tollkeeper/sdk';
import { sayRounded } from '../../api/money.ts';
import { sayShortDay } from '../../api/time.ts';
import { say } from '../../words/say.ts';

type Invoices = Schemas['Simulation']['invoices'];

/** The drawing alone; its library is fetched when something is supposed. */
export default function InvoicesChart(props: { supposed: Invoices; asItStands: Invoices }) {
  const { supposed, asItStands } = props;
  const currency = supposed[0]?.total.currency ?? 'USD';
  const names = { stands: say('As things stand'), supposed: say('As supposed') };
  const bars = supposed.map((invoice, index) => ({
    day: sayShortDay(invoice.due_on),
    [names.stands]: Number(asItStands[index]?.total.amount ?? 0),
    [names.supposed]: Number(invoice.total.amount),
  }));
  return (
    <BarChart
      h={260}
      data={bars}
      dataKey="day"
      series={[
        { name: names.stands, color: 'gray.5' },
        { name: names.supposed, color: 'ink.6' },
      ]}
      withLegend
      legendProps={{ verticalAlign: 'top', height: 36 }}
      yAxisProps={{ width: 84 }}
      valueFormatter={(value) => sayRounded({ amount: String(value), currency })}
    />
  );
}
