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

type Scope = 'read' | 'manage' | 'admission';

const SCOPES: readonly { value: Scope; label: string }[] = [
  { value: 'read', label: 'read: see everything' },
  { value: 'manage', label: 'manage: change and order' },
  { value: 'admission', label: 'admission: ask before calls, and settle them' },
];

/** A new key; its secret is shown once, and nobody can read it again. */
export function MakeKey({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const [secret, setSecret] = useState<string>();
  if (secret !== undefined) return <Secret secret={secret} onClose={onClose} />;
  return (
    <FormDialog
      title="Make an API key"
      confirm="Make the key"
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
          label="Name"
          description="Where it is used"
          required
          data-autofocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group
          label="It may"
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
      title="Keep this secret"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text size="sm">It is shown this once. Whoever has it may do what its scopes say.</Text>
        <Code block>{secret}</Code>
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>I have kept it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
