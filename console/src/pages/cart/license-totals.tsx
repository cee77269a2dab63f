import { Badge, Button, Card, Group, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { sayDay } from '../../api/time.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { QuantityBox } from '../../parts/quantity-box.tsx';
import { said, say } from '../../words/say.ts';
import { type Wanted, withTotal } from './wanted.ts';

/** How many of each license type it shall be. */
export function LicenseTotals(props: {
  details: Schemas['BillingAccountDetails'];
  wanted: Wanted;
  setWanted: (wanted: Wanted) => void;
}) {
  const { details, wanted, setWanted } = props;
  return (
    <Card component="section" aria-label={say('Licenses')}>
      <Title order={2} size="h4" mb="xs">
        {say('Licenses')}
      </Title>
      {Object.entries(details.licenses).map(([code, license]) => {
        const total = wanted.totals[code] ?? license.total;
        return (
          <Group key={code} py="sm" justify="space-between" className="row" gap="sm" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <Text fw={600} size="sm">
                  {license.name}
                </Text>
                <Difference by={total - license.total} />
              </Group>
              <Text size="xs" c="dimmed" className="figure">
                {license.unit_price === null
                  ? say('no price in this currency')
                  : said('{price} a month', { price: <MoneyText value={license.unit_price} /> })}
                {' · '}
                {aboutOf(license)}
              </Text>
            </div>
            <QuantityBox
              license={license}
              value={total}
              onChange={(next) => setWanted(withTotal(wanted, code, next))}
            />
          </Group>
        );
      })}
      {wanted.effectiveOn === undefined ? null : (
        <Group className="row" pt="sm" gap="sm">
          <Text size="sm">
            {say('Lower totals count from {day}.', { day: sayDay(wanted.effectiveOn) })}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setWanted({ ...wanted, effectiveOn: undefined })}
          >
            {say('As early as possible instead')}
          </Button>
        </Group>
      )}
    </Card>
  );
}

function Difference({ by }: { by: number }) {
  if (by === 0) return null;
  return (
    <Badge color={by > 0 ? 'ink' : 'orange'} className="figure">
      {by > 0 ? `+${by}` : `−${-by}`}
    </Badge>
  );
}

function aboutOf({ total, assigned, floor, pending }: Schemas['License']): string {
  const parts = [
    say('{count} now', { count: total }),
    say('{count} assigned', { count: assigned }),
  ];
  if (floor !== undefined) parts.push(say('at least {floor} by contract', { floor }));
  if (pending !== undefined) {
    const day = sayDay(pending.effective_on);
    parts.push(say('{total} from {day}', { total: pending.total, day }));
  }
  return parts.join(', ');
}
