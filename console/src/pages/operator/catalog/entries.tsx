import { Accordion, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { say } from '../../../words/say.ts';
import { DifferenceList } from './difference-list.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { type CatalogKind, differences, type Fields, inForceOn, KINDS, sayCode } from './kinds.ts';

type Entry = Schemas['CatalogEntry'];

/** The UTC day: effective days of the catalog are of its calendar. */
const today = () => new Date().toISOString().slice(0, 10);

/** Entries of one kind; each opens to its fields and to all its versions. */
export function Entries(props: {
  kind: CatalogKind;
  entries: readonly Entry[];
  catalog: Schemas['Catalog'];
}) {
  const { kind, entries, catalog } = props;
  const [editing, setEditing] = useState<Entry | 'new'>();
  return (
    <>
      <Accordion multiple chevronPosition="left">
        {entries.map((entry) => (
          <EntryItem key={entry.code} kind={kind} entry={entry} onEdit={() => setEditing(entry)} />
        ))}
      </Accordion>
      {entries.length === 0 ? <Text size="sm">{say('Nothing matches.')}</Text> : null}
      <Button
        mt="md"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setEditing('new')}
      >
        {say('Draft a new entry')}
      </Button>
      {editing === undefined ? null : (
        <EntryEditor
          kind={kind}
          entry={editing === 'new' ? undefined : editing}
          catalog={catalog}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function EntryItem(props: { kind: CatalogKind; entry: Entry; onEdit: () => void }) {
  const { kind, entry, onEdit } = props;
  const current = inForceOn(entry.versions, today());
  const shown: Fields = current ?? entry;
  const { fields } = KINDS[kind];
  const price = fields.find(({ name }) => name === 'prices');
  return (
    <Accordion.Item value={entry.code}>
      <Accordion.Control>
        <Group justify="space-between" gap="sm" fz="sm" className="figure">
          <Group gap="xs" component="span">
            <Text inherit span fw={600}>
              {typeof shown.name === 'string' ? shown.name : sayCode(kind, entry.code)}
            </Text>
            {current === undefined ? <Badge color="orange">{say('not in force yet')}</Badge> : null}
          </Group>
          <span>{price?.text(shown.prices)}</span>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="md">
          <dl className="facts">
            {fields.map(({ name, label, text }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{text(shown[name])}</dd>
              </div>
            ))}
          </dl>
          <Versions kind={kind} versions={entry.versions} current={current?.version} />
          <Group>
            <Button size="xs" onClick={onEdit}>
              {say('Draft a new version')}
            </Button>
          </Group>
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Versions(props: {
  kind: CatalogKind;
  versions: Entry['versions'];
  current: number | undefined;
}) {
  const { kind, versions, current } = props;
  return (
    <Stack gap="xs" component="ul" m={0} p={0} className="rows">
      {versions.toReversed().map((version, index, newestFirst) => {
        const before = newestFirst[index + 1];
        return (
          <li key={version.version} className="row">
            <Group gap="xs" pt="xs">
              <Text size="sm" fw={600}>
                {say('Version {number}', { number: version.version })}
              </Text>
              {version.version === current ? <Badge color="teal">{say('in force')}</Badge> : null}
              <Text size="sm" c="dimmed">
                {sayPublished(version)}
              </Text>
            </Group>
            {before === undefined ? null : (
              <DifferenceList differences={differences(kind, before, version)} />
            )}
          </li>
        );
      })}
    </Stack>
  );
}

function sayPublished({ published_at: at, effective_on: from }: Entry['versions'][number]): string {
  const instant = sayInstant(at);
  return from === null
    ? say('published {instant}', { instant })
    : say('published {instant}, from {day}', { instant, day: sayDay(from) });
}
