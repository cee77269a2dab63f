import { Badge, Select, Table, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { TryAgain } from '../../../parts/try-again.tsx';
import { say } from '../../../words/say.ts';

type State = Schemas['Mail']['state'];

const LOOKS: Record<State, { color: string; word: string }> = {
  pending: { color: 'ink', word: say('pending') },
  sent: { color: 'teal', word: say('sent') },
  refused: { color: 'red', word: say('refused') },
  abandoned: { color: 'red', word: say('abandoned') },
  unsent: { color: 'orange', word: say('unsent') },
};

/** Every mail, also those that no server took. */
export function Mails() {
  const [state, setState] = useState<State | null>(null);
  const mails = usePages(['mails', state], (from) =>
    client.get('/v1/mails', {
      query: { limit: 50, ...(state === null ? {} : { state }), ...from },
    }),
  );
  return (
    <>
      <Select
        label={say('State')}
        placeholder={say('all')}
        clearable
        data={Object.entries(LOOKS).map(([value, { word: label }]) => ({ value, label }))}
        value={state}
        onChange={(chosen) => setState(chosen as State | null)}
        maw={220}
        mb="md"
      />
      <PagedTable
        query={mails}
        empty={say('No mail was written yet.')}
        label={say('Mails')}
        scrolls={say('Mails, which scroll')}
        columns={[
          [say('To')],
          [say('Subject')],
          [say('State')],
          [say('Written')],
          [say('Send again'), 'unseen'],
        ]}
        row={(mail) => (
          <Table.Tr key={mail.id}>
            <Table.Td>{mail.to.address}</Table.Td>
            <Table.Td>
              {mail.subject}
              {mail.last_result === null || mail.state === 'sent' ? null : (
                <Text size="xs" c="dimmed">
                  {mail.last_result}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <Badge color={LOOKS[mail.state].color}>{LOOKS[mail.state].word}</Badge>
            </Table.Td>
            <Table.Td>{sayInstant(mail.created_at)}</Table.Td>
            <Table.Td>
              {mail.state === 'pending' || mail.state === 'sent' ? null : (
                <TryAgain
                  label={say('Send again')}
                  about={say('{subject} to {address}', {
                    subject: mail.subject,
                    address: mail.to.address,
                  })}
                  run={(idempotencyKey) =>
                    client.post('/v1/mails/{mail}/retry', {
                      params: { mail: mail.id },
                      idempotencyKey,
                    })
                  }
                />
              )}
            </Table.Td>
          </Table.Tr>
        )}
      />
    </>
  );
}
