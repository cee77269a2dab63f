import { Badge, Button, Group, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh } from '../../../api/queries.ts';
import { sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { AuthorizeDialog } from '../../../parts/authorize.tsx';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { say } from '../../../words/say.ts';
import { MakeKey } from './make-key.tsx';

type Key = Schemas['ApiKey'];

/** The operator's own API keys: what they may do, since when, and the end of them. */
export function KeysPage() {
  const [making, dialog] = useDisclosure(false);
  const [revoking, setRevoking] = useState<Key>();
  const keys = usePages(['api-keys'], (from) =>
    client.get('/v1/api-keys', { query: { limit: 50, ...from } }),
  );
  return (
    <>
      <PageHeading
        title={say('API keys')}
        about={say('The operator’s own: each may do what its scopes say, for every company')}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
            {say('Make a key')}
          </Button>
        }
      />
      <PagedTable
        query={keys}
        empty={say('There is no key yet.')}
        label={say('API keys')}
        scrolls={say('API keys, which scroll')}
        columns={[[say('Name')], [say('Scopes')], [say('Since')], [say('Revoke'), 'unseen']]}
        row={(key) => (
          <Table.Tr key={key.id}>
            <Table.Td fw={600}>{key.name}</Table.Td>
            <Table.Td>
              <Group gap={4}>
                {key.scopes.map((scope) => (
                  <Badge key={scope} color="gray">
                    {scope}
                  </Badge>
                ))}
              </Group>
            </Table.Td>
            <Table.Td>{sayInstant(key.created_at)}</Table.Td>
            <Table.Td ta="right">
              {key.revoked_at === null ? (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => setRevoking(key)}
                  aria-label={say('Revoke {name}', { name: key.name })}
                >
                  {say('Revoke')}
                </Button>
              ) : (
                say('revoked {instant}', { instant: sayInstant(key.revoked_at) })
              )}
            </Table.Td>
          </Table.Tr>
        )}
      />
      {making ? <MakeKey onClose={dialog.close} /> : null}
      {revoking === undefined ? null : (
        <AuthorizeDialog
          title={say('Revoke {name}', { name: revoking.name })}
          confirm={say('Revoke it')}
          onClose={() => setRevoking(undefined)}
          onConfirm={async (authorizedBy) => {
            await client.delete('/v1/api-keys/{key}', {
              params: { key: revoking.id },
              authorizedBy,
            });
            await refresh();
          }}
        >
          {say('Whoever uses it is refused within a second. A revoked key never works again.')}
        </AuthorizeDialog>
      )}
    </>
  );
}
