import {
  Button,
  Checkbox,
  Code,
  CopyButton,
  Group,
  Modal,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';

type Scope = 'read' | 'manage' | 'admission';

const SCOPES: readonly { value: Scope; label: string }[] = [
  { value: 'read', label: say('read: see everything') },
  { value: 'manage', label: say('manage: change and order') },
  { value: 'admission', label: say('admission: ask before calls, and settle them') },
];

/** A new key; its secret is shown once, and nobody can read it again. */
export function MakeKey({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const [secret, setSecret] = useState<string>();
  if (secret !== undefined) return <Secret secret={secret} onClose={onClose} />;
  return (
    <FormDialog
      title={say('Make an API key')}
      confirm={say('Make the key')}
      ready={name.trim() !== '' && scopes.length > 0}
      onClose={onClose}
      submit={async (idempotencyKey) => {
        const made = await client.post('/v1/api-keys', {
          body: { name: name.trim(), scopes },
          idempotencyKey,
        });
        setSecret(made.key);
      }}
      staysOpen
    >
      <Stack gap="sm">
        <TextInput
          label={say('Name')}
          description={say('Where it is used')}
          required
          data-autofocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={say('It may')}
          value={scopes}
          onChange={(chosen) => setScopes(chosen as Scope[])}
        >
          <Stack gap="xs" mt={6}>
            {SCOPES.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </FormDialog>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('Keep this secret')}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <Stack>
        <Text size="sm">
          {say('It is shown this once. Whoever has it may do what its scopes say.')}
        </Text>
        <Code block>{secret}</Code>
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? say('Copied') : say('Copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{say('I have kept it')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
