import {
  ActionIcon,
  Button,
  Card,
  Group,
  Modal,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ProblemError, type Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { addPasskey, hasPasskeys } from '../../api/passkeys.ts';
import { client, refresh } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { Failed, Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

type Passkey = Schemas['Passkey'];

/** Passkeys: no password to learn, and nothing that a false page could take. */
export function PasskeysCard() {
  const [naming, setNaming] = useState<Passkey | 'new'>();
  const passkeys = useQuery({
    queryKey: ['me', 'passkeys'],
    queryFn: () => client.get('/v1/me/passkeys', {}),
  });
  return (
    <Card component="section" aria-labelledby="passkeys-heading">
      <Title order={2} size="h4" id="passkeys-heading" mb="xs">
        {say('Passkeys')}
      </Title>
      <Text size="sm" c="dimmed" mb="md" maw={620}>
        {say(
          'Your fingerprint, face or device code signs you in, without a password and without a code.',
        )}
      </Text>
      <Loaded query={passkeys} height={60}>
        {({ data }) => (
          <Stack component="ul" className="rows" p={0} m={0} mb="md" gap={0}>
            {data.map((one) => (
              <Row key={one.id} passkey={one} onRename={() => setNaming(one)} />
            ))}
          </Stack>
        )}
      </Loaded>
      {hasPasskeys ? (
        <Button
          variant="default"
          onClick={() => setNaming('new')}
          style={{ alignSelf: 'flex-start' }}
        >
          {say('Add a passkey')}
        </Button>
      ) : (
        <Text size="sm">{say('This browser cannot make passkeys.')}</Text>
      )}
      {naming === undefined ? null : (
        <NameDialog passkey={naming} onClose={() => setNaming(undefined)} />
      )}
    </Card>
  );
}

function Row({ passkey, onRename }: { passkey: Passkey; onRename: () => void }) {
  const remove = async () => {
    await client.delete('/v1/me/passkeys/{pky}', { params: { pky: passkey.id } });
    await refresh();
  };
  return (
    <Group component="li" className="row" justify="space-between" py="xs" wrap="nowrap">
      <Stack gap={0} style={{ minWidth: 0 }}>
        <Text fw={500} truncate>
          {passkey.name}
        </Text>
        <Text size="xs" c="dimmed">
          {keptWhere(passkey)}
        </Text>
      </Stack>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say('Rename {name}', { name: passkey.name })}
          onClick={onRename}
        >
          <IconPencil size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say('Remove {name}', { name: passkey.name })}
          onClick={remove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
    </Group>
  );
}

function keptWhere({ created_at: at, backed_up: isBackedUp }: Passkey): string {
  const instant = sayInstant(at);
  return isBackedUp
    ? say('Added {instant}, also kept in your password manager', { instant })
    : say('Added {instant}, on this one device only', { instant });
}

function NameDialog({ passkey, onClose }: { passkey: Passkey | 'new'; onClose: () => void }) {
  const isNew = passkey === 'new';
  const [name, setName] = useState(isNew ? '' : passkey.name);
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      if (isNew) await addPasskey(name);
      else {
        await client.patch('/v1/me/passkeys/{pky}', {
          params: { pky: passkey.id },
          body: { name },
        });
      }
      await refresh();
      onClose();
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isNew ? say('Add a passkey') : say('Rename the passkey')}
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
            description={say('Where it is, such as “Laptop” or “Blue key”')}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {error instanceof ProblemError ? <Failed error={error} /> : null}
          {error === undefined || error instanceof ProblemError ? null : (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {error.message}
            </Text>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={name.trim() === ''}>
              {isNew ? say('Continue') : say('Rename')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
