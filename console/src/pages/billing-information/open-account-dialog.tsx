import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAttempt } from '../../api/attempt.ts';
import { client, refresh } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

/** Opens a company's billing account; currency, zone and first day never change afterwards. */
export function OpenAccountDialog({ company, onClose }: { company: string; onClose: () => void }) {
  const [name, setName] = useState(say('Main office'));
  const [currency, setCurrency] = useState<string | null>('USD');
  const [zone, setZone] = useState<string | null>(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [anchor, setAnchor] = useState(firstOfThisMonth);
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const attempt = useAttempt();
  const submit = async () => {
    if (currency === null || zone === null) return;
    setBusy(true);
    setError(undefined);
    try {
      await client.post('/v1/companies/{co}/billing-accounts', {
        params: { co: company },
        body: { name, currency, time_zone: zone, anchor_date: anchor },
        idempotencyKey: attempt.key(),
      });
      await refresh();
      onClose();
    } catch (caught) {
      attempt.renew();
      setError(caught as Error);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('Open a billing account')}
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
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={say('Currency')}
            description={say('Never changes afterwards')}
            searchable
            data={Intl.supportedValuesOf('currency')}
            value={currency}
            onChange={setCurrency}
          />
          <Select
            label={say('Time zone')}
            description={say('Billing days begin at its midnight')}
            searchable
            data={['UTC', ...Intl.supportedValuesOf('timeZone')]}
            value={zone}
            onChange={setZone}
          />
          <TextInput
            label={say('First day of a billing period')}
            type="date"
            required
            value={anchor}
            onChange={(event) => setAnchor(event.currentTarget.value)}
          />
          {error === undefined ? null : <Failed error={error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {say('Open the account')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** By the reader's own calendar, as the zone above it is theirs. */
function firstOfThisMonth(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-01`;
}
