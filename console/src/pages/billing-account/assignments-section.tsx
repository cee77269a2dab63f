import {
  Anchor,
  Button,
  Card,
  Checkbox,
  Group,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Scrolls } from '../../parts/scrolls.tsx';

type Details = Schemas['BillingAccountDetails'];
type Employee = Schemas['Employee'];
/** Ticks that differ from what is held, by `employee code`. */
type Changes = Readonly<Record<string, boolean>>;

/** Who holds what: a tick assigns, with whatever it requires; taking one away frees it. */
export function AssignmentsSection({ details }: { details: Details }) {
  const [search, setSearch] = useState('');
  const [changes, setChanges] = useState<Changes>({});
  const [saving, setSaving] = useState(false);
  const people = useQuery({
    queryKey: ['assignments', details.company, search],
    queryFn: () => readPeople(details.company, search.trim()),
  });
  const { data: me } = useMe();
  const mayAssign = me?.permissions.includes('licenses.assign') === true;
  const count = Object.keys(changes).length;
  return (
    <Card>
      <Group justify="space-between" align="flex-end" mb="md">
        <TextInput
          label="Search"
          placeholder="Name or e-mail address"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={{ base: '100%', xs: 320 }}
        />
        {mayAssign ? (
          <Button disabled={count === 0} onClick={() => setSaving(true)}>
            {count === 0 ? 'No changes' : `Save ${count} ${count === 1 ? 'change' : 'changes'}`}
          </Button>
        ) : null}
      </Group>
      <Loaded query={people} height={300}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">Nobody matches. Hidden employees are not listed.</Text>
          ) : (
            <Matrix
              details={details}
              rows={rows}
              changes={changes}
              setChanges={setChanges}
              mayAssign={mayAssign}
            />
          )
        }
      </Loaded>
      {saving ? (
        <SaveDialog
          details={details}
          changes={changes}
          onClose={() => setSaving(false)}
          onSaved={() => setChanges({})}
        />
      ) : null}
    </Card>
  );
}

interface Row {
  readonly employee: Employee;
  readonly held: ReadonlySet<string>;
  /** The account that pays for this employee; null while they hold nothing. */
  readonly account: string | null;
}

async function readPeople(company: string, search: string): Promise<Row[]> {
  const { data } = await client.get('/v1/companies/{co}/employees', {
    params: { co: company },
    query: { limit: 100, hidden: 'false', ...(search === '' ? {} : { search }) },
  });
  return await Promise.all(
    data.map(async (employee) => {
      const licenses = await client.get('/v1/employees/{emp}/licenses', {
        params: { emp: employee.id },
      });
      return {
        employee,
        held: new Set(licenses.licenses.map(({ license_type: code }) => code)),
        account: licenses.billing_account,
      };
    }),
  );
}

function Matrix(props: {
  details: Details;
  rows: readonly Row[];
  changes: Changes;
  setChanges: (changes: Changes) => void;
  mayAssign: boolean;
}) {
  const { details, rows, changes, setChanges, mayAssign } = props;
  const types = Object.entries(details.licenses);
  const toggle = (key: string, held: boolean, ticked: boolean) => {
    const { [key]: _, ...others } = changes;
    setChanges(held === ticked ? others : { ...others, [key]: ticked });
  };
  return (
    <Scrolls label="Assignments, which scrolls">
      <Table miw={620} stickyHeader={false} aria-label="Assignments">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Employee</Table.Th>
            {types.map(([code, license]) => (
              <Table.Th key={code} ta="center">
                {license.name}
                <Text size="xs" c="dimmed" fw={400} className="figure">
                  {license.kind === 'named'
                    ? `${license.assigned} of ${license.total}`
                    : `${license.assigned}, pool of ${license.total}`}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ employee, held, account }) => {
            const name = `${employee.first_name} ${employee.last_name}`;
            const elsewhere = account !== null && account !== details.id;
            return (
              <Table.Tr key={employee.id}>
                <Table.Td>
                  <Anchor component={Link} to={`/employees/${employee.id}`} size="sm" fw={600}>
                    {name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {elsewhere ? 'paid for by another billing account' : employee.permission_group}
                  </Text>
                </Table.Td>
                {types.map(([code, license]) => {
                  const key = `${employee.id} ${code}`;
                  const holds = held.has(code) && !elsewhere;
                  return (
                    <Table.Td key={code}>
                      <Checkbox
                        aria-label={`${license.name} for ${name}`}
                        checked={changes[key] ?? holds}
                        disabled={!mayAssign || elsewhere}
                        onChange={(event) => toggle(key, holds, event.currentTarget.checked)}
                        styles={{ body: { justifyContent: 'center' } }}
                      />
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Scrolls>
  );
}

function SaveDialog(props: {
  details: Details;
  changes: Changes;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { details, changes, onClose, onSaved } = props;
  const entries = Object.entries(changes).map(([key, ticked]) => {
    const [employee = '', code = ''] = key.split(' ');
    return { employee, code, ticked };
  });
  const given = entries.filter(({ ticked }) => ticked).length;
  const save = async (authorizedBy: TypedName) => {
    // What is taken comes first: it may be what makes room for what is given.
    for (const { employee, code } of entries.filter(({ ticked }) => !ticked)) {
      await client.delete('/v1/employees/{emp}/licenses/{code}', {
        params: { emp: employee, code },
        body: { with_required: true },
        authorizedBy,
      });
    }
    for (const { employee, code } of entries.filter(({ ticked }) => ticked)) {
      await client.put('/v1/employees/{emp}/licenses/{code}', {
        params: { emp: employee, code },
        body: { billing_account: details.id, with_required: true },
        authorizedBy,
      });
    }
    onSaved();
    await refresh();
    notifications.show({ message: 'The assignments were changed.' });
  };
  return (
    <AuthorizeDialog
      title="Change assignments"
      confirm={`Change ${entries.length}`}
      onConfirm={save}
      onClose={onClose}
    >
      <Stack gap={4}>
        <Text size="sm">
          {given} given, {entries.length - given} taken away. What a license requires is given along
          with it; what needs one that is taken goes along.
        </Text>
        <Text size="sm">Nothing is charged, and no total changes.</Text>
      </Stack>
    </AuthorizeDialog>
  );
}
