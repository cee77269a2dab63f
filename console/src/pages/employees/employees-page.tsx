import {
  Badge,
  Box,
  Button,
  Card,
  Group,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
  useMatches,
} from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useCompany } from '../../api/company.ts';
import { client, useMe } from '../../api/queries.ts';
import { Asks } from '../../parts/ask.tsx';
import { Failed } from '../../parts/loaded.tsx';
import { LongTable } from '../../parts/long-table.tsx';
import { NoCompany } from '../../parts/no-company.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { useLongList } from '../../parts/use-long-list.ts';
import { say } from '../../words/say.ts';
import { AddEmployeeDialog } from './add-employee-dialog.tsx';

type Which = 'shown' | 'hidden' | 'all';

/** As many as the server gives at once. */
const PAGE = 100;
const TYPING_MS = 200;

/** The people of a company: found by name or address, added, opened. */
export function EmployeesPage() {
  const { company } = useCompany();
  const { data: me } = useMe();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), TYPING_MS);
  const [which, setWhich] = useState<Which>('shown');
  const [adding, dialog] = useDisclosure(false);
  const employees = useEmployees(company, wanted, which);
  if (company === undefined) return <NoCompany title={say('Employees')} />;
  const mayAdd = me?.permissions.includes('employees.manage') === true;
  const add = mayAdd ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
      {say('Add an employee')}
    </Button>
  ) : null;
  const people = employees.data?.pages.flatMap(({ data }) => data);
  return (
    <>
      <PageHeading
        title={say('Employees')}
        about={say('Who works with the dialer. Employees are never deleted, only hidden.')}
        actions={add}
      />
      <Card>
        <Group align="flex-end" mb="md">
          <TextInput
            label={say('Search')}
            placeholder={say('Name or e-mail address')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            style={{ flex: '1 1 240px' }}
            maw={380}
          />
          <SegmentedControl
            aria-label={say('Which employees')}
            value={which}
            onChange={(value) => setWhich(value as Which)}
            data={[
              { value: 'shown', label: say('Shown') },
              { value: 'hidden', label: say('Hidden') },
              { value: 'all', label: say('All') },
            ]}
          />
        </Group>
        {employees.error === null ? null : <Failed error={employees.error} />}
        {people?.length === 0 ? (
          <Stack align="flex-start" py="md">
            <Text>
              {wanted === ''
                ? emptyText(which)
                : say('Nobody matches “{search}”.', { search: wanted })}
            </Text>
            {wanted === '' && which !== 'hidden' ? add : null}
          </Stack>
        ) : (
          <PeopleTable people={people ?? []} employees={employees} />
        )}
      </Card>
      <NewUserQuestion company={company} />
      {adding ? <AddEmployeeDialog company={company} onClose={dialog.close} /> : null}
    </>
  );
}

/** What one more costs is asked where one more is added. */
function NewUserQuestion({ company }: { company: string }) {
  const { data: me } = useMe();
  const accounts = useQuery({
    queryKey: ['billing-accounts', company],
    enabled: me?.permissions.includes('billing.view') === true,
    queryFn: () =>
      client.get('/v1/companies/{co}/billing-accounts', {
        params: { co: company },
        query: { limit: 100 },
      }),
  });
  const account = accounts.data?.data[0]?.id;
  if (account === undefined) return null;
  return (
    <Box mt="sm">
      <Asks
        account={account}
        questions={['what-does-a-new-user-cost', 'how-to-stop-paying-for-leavers']}
      />
    </Box>
  );
}

const emptyText = (which: Which) =>
  which === 'hidden' ? say('Nobody is hidden.') : say('There is no employee yet.');

function useEmployees(company: string | undefined, search: string, which: Which) {
  return useInfiniteQuery({
    queryKey: ['employees', company, search, which],
    enabled: company !== undefined,
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      client.get('/v1/companies/{co}/employees', {
        params: { co: company ?? '' },
        query: {
          limit: PAGE,
          ...(search === '' ? {} : { search }),
          ...(which === 'all' ? {} : { hidden: which === 'hidden' ? 'true' : 'false' }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

/** What a name and its button take; measured again where they take more. */
const ROW_PX = 51;

function PeopleTable(props: {
  people: readonly Schemas['Employee'][];
  employees: ReturnType<typeof useEmployees>;
}) {
  const { people, employees } = props;
  const columns = useMatches({ base: 2, xs: 3, sm: 4 });
  const list = useLongList({
    count: people.length,
    rowPx: ROW_PX,
    hasMore: employees.hasNextPage,
    isLoading: employees.isFetchingNextPage,
    loadMore: employees.fetchNextPage,
  });
  return (
    <LongTable
      label={say('Employees')}
      list={list}
      columns={columns}
      head={
        <Table.Tr>
          <Table.Th>{say('Name')}</Table.Th>
          <Table.Th visibleFrom="sm">{say('E-mail address')}</Table.Th>
          <Table.Th visibleFrom="xs">{say('Permission group')}</Table.Th>
          <Table.Th aria-label={say('Open')} />
        </Table.Tr>
      }
      row={(index) => {
        const person = people[index];
        return person === undefined ? null : <PersonRow person={person} />;
      }}
    />
  );
}

function PersonRow({ person }: { person: Schemas['Employee'] }) {
  return (
    <tr>
      <Table.Td>
        <Group gap="xs">
          <Text inherit fw={600} component="span" dir="auto">
            {person.first_name} {person.last_name}
          </Text>
          {person.hidden ? <Badge color="gray">{say('Hidden')}</Badge> : null}
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">{person.email}</Table.Td>
      <Table.Td visibleFrom="xs">{person.permission_group}</Table.Td>
      <Table.Td ta="right">
        <Button
          component={Link}
          to={`/employees/${person.id}`}
          size="xs"
          variant="default"
          aria-label={say('Open {name}', { name: `${person.first_name} ${person.last_name}` })}
        >
          {say('Open')}
        </Button>
      </Table.Td>
    </tr>
  );
}
