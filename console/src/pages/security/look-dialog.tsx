import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, queryClient } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

/** Begins to see what an employee sees; the reason stands in the company's change history. */
export function LookDialog(props: { employee: Schemas['Employee']; onClose: () => void }) {
  const { employee, onClose } = props;
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState('30');
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const begin = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.post('/v1/session/impersonation', {
        body: { employee: employee.id, reason, minutes: Number(minutes) },
      });
      queryClient.clear();
      await navigate({ to: '/' });
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('See what {name} sees', { name: `${employee.first_name} ${employee.last_name}` })}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <Stack>
          <Text size="sm">
            {say(
              'You can change nothing. The company finds in its change history that you looked, when and why.',
            )}
          </Text>
          <Textarea
            label={say('Why')}
            placeholder={say('Ticket number, or what they asked')}
            required
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Select
            label={say('For how long')}
            data={['10', '30', '60'].map((value) => ({
              value,
              label: say('{count} minutes', { count: value }),
            }))}
            value={minutes}
            allowDeselect={false}
            onChange={(value) => setMinutes(value ?? '30')}
          />
          {error === undefined ? null : <Failed error={error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={reason.trim() === ''}>
              {say('Start looking')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
