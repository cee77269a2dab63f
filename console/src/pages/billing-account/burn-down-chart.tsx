import '@mantine/charts/styles.css';
import { AreaChart } from '@mantine/charts';
import type { Schemas } from '@tollkeeper/sdk';
import { sayRounded } from '../../api/money.ts';
import { sayDay, sayShortDay } from '../../api/time.ts';
import { say } from '../../words/say.ts';
import { type BurnDownPoint, burnDown, thresholdOf } from './burn-down.ts';

/** The drawing alone: it and its library are fetched when somebody looks at minutes. */
export default function BurnDownChart(props: {
  days: readonly Schemas['MinutesDay'][];
  minutes: Schemas['Minutes'];
}) {
  const { days, minutes } = props;
  const { currency } = minutes.balance;
  const threshold = thresholdOf(minutes);
  const inMoney = (amount: number) => sayRounded({ amount: String(amount), currency });
  return (
    <AreaChart
      h={260}
      data={burnDown(days, minutes) as (BurnDownPoint & Record<string, unknown>)[]}
      dataKey="day"
      curveType="linear"
      withLegend
      withDots={false}
      legendProps={{ verticalAlign: 'top', height: 36 }}
      series={[
        { name: 'balance', label: say('Balance'), color: 'ink.6' },
        {
          name: 'projected',
          label: say('At the usual pace'),
          color: 'orange.6',
          strokeDasharray: '5 5',
        },
      ]}
      referenceLines={
        threshold.amount > 0
          ? [{ y: threshold.amount, label: threshold.label, color: 'var(--tk-warn)' }]
          : []
      }
      xAxisProps={{ tickFormatter: sayShortDay, minTickGap: 40 }}
      yAxisProps={{ width: 70 }}
      valueFormatter={inMoney}
      tooltipProps={{ labelFormatter: (day) => (typeof day === 'string' ? sayDay(day) : '') }}
    />
  );
}
