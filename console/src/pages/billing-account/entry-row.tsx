import { Skeleton, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useId, useState } from 'react';
import { useCatalog } from '../../api/catalog.ts';
import { isNegative, sayMoney } from '../../api/money.ts';
import { client } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { Failed } from '../../parts/loaded.tsx';
import { MoneyText } from '../../parts/money-text.tsx';

type Entry = Schemas['MinutesEntry'];

const KINDS: Record<Entry['kind'], string> = {
  purchase: 'Purchase',
  usage: 'Call or message',
  refund: 'Refund',
  reversal: 'Reversal',
};

/** One movement. A call or message opens to who, where to, how long, and what was held. */
export function EntryRow({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const opens = entry.kind === 'usage' && entry.subject.startsWith('auth_');
  return (
    <>
      <Table.Tr>
        <Table.Td className="figure">{sayInstant(entry.occurred_at)}</Table.Td>
        <Table.Td>
          {opens ? (
            <UnstyledButton
              className="opens"
              fz="sm"
              aria-expanded={open}
              aria-controls={panel}
              onClick={() => setOpen(!open)}
            >
              {KINDS[entry.kind]}
              <IconChevronRight size={14} aria-hidden className="opens-mark" />
            </UnstyledButton>
          ) : (
            KINDS[entry.kind]
          )}
          {entry.reason === null ? null : (
            <Text span size="sm" c="dimmed">
              {' '}
              {entry.reason}
            </Text>
          )}
        </Table.Td>
        <Table.Td ta="right" className="figure">
          {isNegative(entry.amount) ? (
            sayMoney(entry.amount)
          ) : (
            <Text span inherit c="var(--tk-good)" fw={600}>
              +{sayMoney(entry.amount)}
            </Text>
          )}
        </Table.Td>
        <Table.Td ta="right" visibleFrom="xs">
          <MoneyText value={entry.balance} />
        </Table.Td>
      </Table.Tr>
      {open ? (
        <Table.Tr id={panel}>
          <Table.Td colSpan={4} className="opened">
            <UsageDetails authorization={entry.subject} />
          </Table.Td>
        </Table.Tr>
      ) : null}
    </>
  );
}

function UsageDetails({ authorization }: { authorization: string }) {
  const { activityName } = useCatalog();
  const usage = useQuery({
    queryKey: ['authorization', authorization],
    queryFn: async () => {
      const params = { auth: authorization };
      const found = await client.get('/v1/authorizations/{auth}', { params });
      if (found.employee === null) return { ...found, name: null };
      const who = await client.get('/v1/employees/{emp}', { params: { emp: found.employee } });
      return { ...found, name: `${who.first_name} ${who.last_name}` };
    },
  });
  if (usage.error !== null) return <Failed error={usage.error} />;
  if (usage.data === undefined) return <Skeleton height={44} aria-label="Loading" />;
  const { data } = usage;
  const marks = [data.overrun && 'overrun', data.late && 'late', data.conflict && 'conflict'];
  const facts: [string, string][] = [
    ['Activity', activityName(data.activity)],
    ['Who', data.name ?? 'No employee'],
    ['Number', data.destination ?? '–'],
    ['Used', usedText(data)],
    ['Granted', `${data.granted_seconds} s`],
    ['Charged', sayMoney(data.charged)],
    ['Rate', data.rate === null ? '–' : data.rate.code],
    ['Reference', data.reference ?? data.id],
  ];
  const told = marks.filter((mark) => mark !== false).join(', ');
  if (told !== '') facts.push(['Marked', told]);
  return (
    <dl className="facts figure">
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </dl>
  );
}

function usedText({ used_segments: segments, used_seconds: seconds }: Schemas['Authorization']) {
  return segments === null || segments === 0 ? `${seconds} s` : `${segments} segments`;
}
