import { Button, Card, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useCatalog } from '../../api/catalog.ts';
import { client, useMe } from '../../api/queries.ts';
import { Asks } from '../../parts/ask.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { type Changes, type Row, toggled, withAll } from './assignment-changes.ts';
import { AssignmentFiles } from './assignment-files.tsx';
import { AssignmentMatrix } from './assignment-matrix.tsx';
import { AssignmentsMade } from './assignments-made.tsx';
import { GroupRules } from './group-rules.tsx';
import { type Outcome, undoOf } from './make-assignments.ts';
import { SaveAssignments, UndoAssignments } from './save-assignments.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { everybody, type PeopleFilter, usePeople } from './use-people.ts';

type Details = Schemas['BillingAccountDetails'];

const TYPING_MS = 200;
const NONE: Changes = new Map();
const NOBODY: ReadonlyMap<string, Row> = new Map();

/** Who holds what: boxes are ticked and cleared, then all is saved under one typed name. */
export function AssignmentsSection({ details }: { details: Details }) {
  const [search, setSearch] = useState('');
  const [group, setGroup] = useState('');
  const [settled] = useDebouncedValue(search.trim(), TYPING_MS);
  const filter = { search: settled, group };
  const { data: me } = useMe();
  const mayAssign = me?.permissions.includes('licenses.assign') === true;
  return (
    <Stack gap="lg">
      <Card component="section" aria-label={say('Assignments')}>
        <Group justify="space-between" align="flex-end" mb="md">
          <Group align="flex-end" gap="sm">
            <TextInput
              label={say('Search')}
              placeholder={say('Name or e-mail address')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
              w={{ base: '100%', xs: 260 }}
            />
            <GroupFilter company={details.company} value={group} onChange={setGroup} />
          </Group>
          <AssignmentFiles details={details} filter={filter} mayAssign={mayAssign} />
        </Group>
        <Editing details={details} filter={filter} mayAssign={mayAssign} />
      </Card>
      <GroupRules details={details} mayAssign={mayAssign} />
      <Asks account={details.id} questions={['why-cannot-dial', 'what-does-a-new-user-cost']} />
    </Stack>
  );
}

function Editing(props: { details: Details; filter: PeopleFilter; mayAssign: boolean }) {
  const { details, filter, mayAssign } = props;
  const [changes, setChanges] = useState<Changes>(NONE);
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(NOBODY);
  const [isSelecting, setSelecting] = useState(false);
  const [made, setMade] = useState<readonly Outcome[]>([]);
  const [open, setOpen] = useState<'save' | 'undo'>();
  const people = usePeople(details.company, filter);
  const chain = useCatalog();
  const nameOf = (code: string) => details.licenses[code]?.name ?? code;
  const select = (rows: readonly Row[], isSelected: boolean) => {
    const next = new Map(selected);
    for (const row of rows) {
      if (isSelected) next.set(row.employee.id, row);
      else next.delete(row.employee.id);
    }
    setSelected(next);
  };
  const selectEverybody = async () => {
    setSelecting(true);
    try {
      select(await everybody(details.company, filter), true);
    } finally {
      setSelecting(false);
    }
  };
  const finish = (outcomes: Outcome[]) => {
    setMade(outcomes);
    setChanges(NONE);
    setSelected(NOBODY);
  };
  const close = () => setOpen(undefined);
  return (
    <>
      <AssignmentsMade
        made={made}
        nameOf={nameOf}
        undo={() => setOpen('undo')}
        dismiss={() => setMade([])}
      />
      <SelectionBar
        count={selected.size}
        licenses={details.licenses}
        change={(code, gives) =>
          setChanges(withAll([...selected.values()], code, gives, changes, chain))
        }
        selectEverybody={people.hasNextPage ? selectEverybody : undefined}
        isSelecting={isSelecting}
        clear={() => setSelected(NOBODY)}
      />
      <Loaded query={people} height={300}>
        {({ pages }) => {
          const rows = pages.flatMap(({ data }) => data);
          return rows.length === 0 ? (
            <Nobody filter={filter} />
          ) : (
            <AssignmentMatrix
              details={details}
              rows={rows}
              people={people}
              changes={changes}
              mayAssign={mayAssign}
              toggle={(row, code) => setChanges(toggled(row, code, changes, chain))}
              selected={new Set(selected.keys())}
              select={select}
            />
          );
        }}
      </Loaded>
      {mayAssign ? (
        <SaveBar
          count={changes.size}
          save={() => setOpen('save')}
          discard={() => setChanges(NONE)}
        />
      ) : null}
      {open === 'save' ? (
        <SaveAssignments
          account={details.id}
          changes={[...changes.values()]}
          nameOf={nameOf}
          onClose={close}
          onDone={finish}
        />
      ) : null}
      {open === 'undo' ? (
        <UndoAssignments
          account={details.id}
          wanted={undoOf(made)}
          onClose={close}
          onDone={finish}
        />
      ) : null}
    </>
  );
}

function Nobody({ filter: { search, group } }: { filter: PeopleFilter }) {
  const isAsked = search !== '' || group !== '';
  return (
    <Text c="dimmed" py="md">
      {isAsked ? say('Nobody matches.') : say('There are no employees yet.')}{' '}
      {say('Hidden employees are not listed.')}
    </Text>
  );
}

function GroupFilter(props: { company: string; value: string; onChange: (group: string) => void }) {
  const groups = useQuery({
    queryKey: ['permission-groups', props.company],
    queryFn: () =>
      client.get('/v1/companies/{co}/permission-groups', { params: { co: props.company } }),
  });
  return (
    <Select
      label={say('Permission group')}
      placeholder={say('All')}
      clearable
      clearButtonProps={{ 'aria-label': say('All permission groups') }}
      data={groups.data?.data.map(({ name }) => name) ?? []}
      value={props.value === '' ? null : props.value}
      onChange={(value) => props.onChange(value ?? '')}
      w={{ base: '100%', xs: 190 }}
    />
  );
}

function SaveBar(props: { count: number; save: () => void; discard: () => void }) {
  const { count, save, discard } = props;
  return (
    <Group gap="xs" justify="flex-end" mt="md">
      {count === 0 ? null : (
        <Button variant="subtle" onClick={discard}>
          {say('Discard')}
        </Button>
      )}
      <Button disabled={count === 0} onClick={save}>
        {count === 0
          ? say('No changes')
          : say('Save {count, plural, one {# change} other {# changes}}', { count })}
      </Button>
    </Group>
  );
}
