import { Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconSignature } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { useId, useState } from 'react';
import { sayInstant } from '../../api/time.ts';
import { HeadedTable } from '../../parts/headed-table.tsx';
import { said, say } from '../../words/say.ts';
import { type Difference, differencesOf, titleOf } from './history-words.ts';

type Entry = Schemas['AuditEntry'];

/** One change: what, who and when in a line; before and after below it. */
export function HistoryRow(props: { entry: Entry; licenses: Record<string, Schemas['License']> }) {
  const { entry, licenses } = props;
  const [open, setOpen] = useState(false);
  const panel = useId();
  const nameOf = (code: string) => licenses[code]?.name ?? code;
  const differences = differencesOf(entry.before, entry.after, nameOf);
  return (
    <li className="row">
      <Group py={10} justify="space-between" gap={4} align="baseline">
        <div style={{ minWidth: 0 }}>
          {differences.length === 0 ? (
            <Text size="sm" fw={600}>
              {titleOf(entry, nameOf)}
            </Text>
          ) : (
            <UnstyledButton
              className="opens"
              fz="sm"
              fw={600}
              aria-expanded={open}
              aria-controls={panel}
              onClick={() => setOpen(!open)}
            >
              <span>{titleOf(entry, nameOf)}</span>
              <IconChevronRight size={14} aria-hidden className="opens-mark" />
            </UnstyledButton>
          )}
          <Who entry={entry} />
        </div>
        <Text size="sm" c="dimmed" className="figure">
          {sayInstant(entry.occurred_at)}
        </Text>
      </Group>
      {open ? <Differences id={panel} differences={differences} /> : null}
    </li>
  );
}

function Who({ entry: { actor, authorized_by: typed } }: { entry: Entry }) {
  const { name } = actor;
  const isKey = actor.kind === 'api_key';
  if (typed === null) {
    return (
      <Text size="sm" c="dimmed">
        {isKey ? say('by the API key {name}', { name }) : say('by {name}', { name })}
      </Text>
    );
  }
  const person = (
    <Text span inherit c="var(--mantine-color-text)" dir="auto">
      {typed.first_name} {typed.last_name}
    </Text>
  );
  const values = { person, version: typed.terms_version, name };
  return (
    <Text size="sm" c="dimmed">
      <IconSignature size={14} aria-label={say('Typed name')} style={{ verticalAlign: -2 }} />{' '}
      {isKey
        ? said('{person} authorized it (terms {version}), by the API key {name}', values)
        : said('{person} authorized it (terms {version}), by {name}', values)}
    </Text>
  );
}

function Differences({ id, differences }: { id: string; differences: readonly Difference[] }) {
  return (
    <div id={id} className="opened history-opened">
      <HeadedTable
        scrolls={say('{what}, which scrolls', { what: say('What was changed') })}
        columns={[[say('What')], [say('Before')], [say('After')]]}
        rows={differences}
        row={({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Td c="dimmed">{field}</Table.Td>
            <Table.Td>{before}</Table.Td>
            <Table.Td fw={600}>{after}</Table.Td>
          </Table.Tr>
        )}
        table={{ fz: 'sm', horizontalSpacing: 'sm', verticalSpacing: 6 }}
      />
    </div>
  );
}
