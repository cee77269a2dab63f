import { Alert, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useCatalog } from '../../api/catalog.ts';
import { client, useMe } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Remedies } from '../../parts/remedies.tsx';
import { type Changes, type Refused, type Row, toggled } from './assignment-changes.ts';
import { AssignmentMatrix } from './assignment-matrix.tsx';
import { SaveAssignments } from './save-assignments.tsx';

type Details = Schemas['BillingAccountDetails'];

/** As many rows as are read at a glance; searching is quicker than scrolling further. */
const PAGE = 25;
const TYPING_MS = 200;
const NONE: Changes = new Map();

/** Who holds what: boxes are ticked and cleared, then all is saved under one typed name. */
export function AssignmentsSection({ details }: { details: Details }) {
  const [search, setSearch] = useState('');
  const [changes, setChanges] = useState<Changes>(NONE);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [saving, setSaving] = useState(false);
  const [settled] = useDebouncedValue(search.trim(), TYPING_MS);
  const people = usePeople(details.company, settled);
  const catalog = useCatalog();
  const { data: me } = useMe();
  const mayAssign = me?.permissions.includes('licenses.assign') === true;
  const nameOf = (code: string) => details.licenses[code]?.name ?? code;
  return (
    <Card>
      <Group justify="space-between" align="flex-end" mb="md">
        <TextInput
          label="Search"
          placeholder="Name or e-mail address"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={{ base: '100%', xs: 320 }}
        />
        {mayAssign ? (
          <SaveBar
            count={changes.size}
            save={() => setSaving(true)}
            discard={() => setChanges(NONE)}
          />
        ) : null}
      </Group>
      <RefusedChanges refused={refused} nameOf={nameOf} />
      <Loaded query={people} height={300}>
        {({ pages }) => {
          const rows = pages.flatMap(({ data }) => data);
          return rows.length === 0 ? (
            <Text c="dimmed" py="md">
              {settled === '' ? 'There are no employees yet.' : `Nobody matches “${settled}”.`}{' '}
              Hidden employees are not listed.
            </Text>
          ) : (
            <AssignmentMatrix
              details={details}
              rows={rows}
              changes={changes}
              mayAssign={mayAssign}
              toggle={(row: Row, code) => setChanges(toggled(row, code, changes, catalog))}
            />
          );
        }}
      </Loaded>
      {people.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={people.isFetchingNextPage}
          onClick={() => people.fetchNextPage()}
        >
          Show more employees
        </Button>
      ) : null}
      {saving ? (
        <SaveAssignments
          account={details.id}
          changes={[...changes.values()]}
          nameOf={nameOf}
          onClose={() => setSaving(false)}
          onDone={(failed) => {
            setRefused(failed);
            setChanges(NONE);
          }}
        />
      ) : null}
    </Card>
  );
}

function usePeople(company: string, search: string) {
  return useInfiniteQuery({
    queryKey: ['assignments', company, search],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      client.get('/v1/companies/{co}/assignments', {
        params: { co: company },
        query: {
          limit: PAGE,
          ...(search === '' ? {} : { search }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

function SaveBar(props: { count: number; save: () => void; discard: () => void }) {
  const { count, save, discard } = props;
  return (
    <Group gap="xs">
      {count === 0 ? null : (
        <Button variant="subtle" onClick={discard}>
          Discard
        </Button>
      )}
      <Button disabled={count === 0} onClick={save}>
        {count === 0 ? 'No changes' : `Save ${count} ${count === 1 ? 'change' : 'changes'}`}
      </Button>
    </Group>
  );
}

/** What was refused, each with its reason and with what would make it possible. */
function RefusedChanges(props: { refused: readonly Refused[]; nameOf: (code: string) => string }) {
  const { refused, nameOf } = props;
  if (refused.length === 0) return null;
  return (
    <Stack gap="xs" mb="md">
      {refused.map(({ change, problem }) => (
        <Alert
          key={`${change.employee} ${change.code}`}
          color="orange"
          icon={<IconAlertTriangle aria-hidden />}
          title={`${nameOf(change.code)} for ${change.name} stays as it was`}
        >
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{saySentence(problem.message)}</Text>
            <Remedies remedies={problem.remedies} />
          </Stack>
        </Alert>
      ))}
    </Stack>
  );
}
