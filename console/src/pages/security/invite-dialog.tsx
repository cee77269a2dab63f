import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAttempt } from '../../api/attempt.ts';
import { client, refresh } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { ROLES, type Role } from './roles.ts';

/** Makes somebody one of the operator's people; they sign in with the link that comes of it. */
export function InviteDialog(props: {
  onInvited: (link: { name: string; url: string; expires_at: string; mailed: boolean }) => void;
  onClose: () => void;
}) {
  const { onInvited, onClose } = props;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('support');
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const attempt = useAttempt();
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const made = await client.post('/v1/staff', {
        body: { name, email, role },
        idempotencyKey: attempt.key(),
      });
      await refresh();
      onInvited({ name, ...made.sign_in_link, mailed: made.mailed });
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
      title={say('Invite somebody')}
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
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={say('E-mail address')}
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Select
            label={say('Role')}
            description={ROLES.find(({ value }) => value === role)?.about}
            data={ROLES.map(({ value, label }) => ({ value, label }))}
            value={role}
            allowDeselect={false}
            onChange={(value) => value !== null && setRole(value as Role)}
          />
          {error === undefined ? null : <Failed error={error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={name.trim() === '' || email === ''}>
              {say('Invite')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
