import { Button, Card, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCompany } from '../../api/company.ts';
import { client, refresh } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { HeadedTable } from '../../parts/headed-table.tsx';
import { Failed, Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';

/** The operator's list of companies: search, open, add. */
export function CompaniesPage() {
  const [search, setSearch] = useState('');
  const [adding, dialog] = useDisclosure(false);
  const { choose } = useCompany();
  const navigate = useNavigate();
  const companies = useQuery({
    queryKey: ['companies', search],
    queryFn: () =>
      client.get('/v1/companies', {
        query: { limit: 100, ...(search.trim() === '' ? {} : { search: search.trim() }) },
      }),
  });
  const open = (company: string) => {
    choose(company);
    void navigate({ to: '/operator/companies/$company', params: { company } });
  };
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
      {say('Add a company')}
    </Button>
  );
  return (
    <>
      <PageHeading
        title={say('Companies')}
        about={say('Every customer that you bill')}
        actions={add}
      />
      <Card>
        <TextInput
          label={say('Search')}
          placeholder={say('Name or your own id')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          mb="md"
          maw={360}
        />
        <Loaded query={companies}>
          {({ data }) =>
            data.length === 0 ? (
              <Stack align="flex-start" gap="sm" py="md">
                <Text>
                  {search === ''
                    ? say('No company yet.')
                    : say('No company matches “{search}”.', { search })}
                </Text>
                {search === '' ? add : null}
              </Stack>
            ) : (
              <HeadedTable
                scrolls={say('Table, which scrolls')}
                columns={[[say('Name')], [say('Your id')], [say('Since')], [say('Open'), 'unseen']]}
                rows={data}
                row={(company) => (
                  <Table.Tr key={company.id}>
                    <Table.Td fw={600}>{company.name}</Table.Td>
                    <Table.Td>{company.external_id ?? '–'}</Table.Td>
                    <Table.Td>{sayInstant(company.created_at)}</Table.Td>
                    <Table.Td ta="right">
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => open(company.id)}
                        aria-label={say('Open {name}', { name: company.name })}
                      >
                        {say('Open')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                )}
                table={{ highlightOnHover: true }}
              />
            )
          }
        </Loaded>
      </Card>
      {adding ? <AddCompany onClose={dialog.close} onAdded={open} /> : null}
    </>
  );
}

function AddCompany(props: { onClose: () => void; onAdded: (company: string) => void }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      const made = await client.post('/v1/companies', { body: { name } });
      await refresh();
      props.onAdded(made.id);
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={say('Add a company')}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <TextInput
            label={say('Name')}
            required
            data-autofocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {error === undefined ? null : <Failed error={error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={name.trim() === ''}>
              {say('Add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
