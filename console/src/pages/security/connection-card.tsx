import {
  Button,
  Card,
  Code,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';

interface Props {
  readonly company: string;
  readonly connection: Schemas['SsoConnection'] | null;
}

/** Where the identity provider is, and as whom we ask there. */
export function ConnectionCard({ company, connection }: Props) {
  const [issuer, setIssuer] = useState(connection?.issuer ?? '');
  const [clientId, setClientId] = useState(connection?.client_id ?? '');
  const [secret, setSecret] = useState('');
  const [domain, setDomain] = useState(connection?.domain ?? '');
  const [open, setOpen] = useState<'save' | 'remove'>();
  const params = { co: company };
  const isComplete =
    issuer !== '' && clientId !== '' && domain !== '' && (connection !== null || secret !== '');

  const save = async (authorizedBy: TypedName) => {
    await client.put('/v1/companies/{co}/sso-connection', {
      params,
      authorizedBy,
      body: {
        issuer: issuer.trim(),
        client_id: clientId.trim(),
        domain: domain.trim(),
        ...(secret === '' ? {} : { client_secret: secret }),
      },
    });
    setSecret('');
    await refresh();
  };
  const remove = async (authorizedBy: TypedName) => {
    await client.delete('/v1/companies/{co}/sso-connection', { params, authorizedBy });
    await refresh();
  };
  return (
    <Card component="section" aria-labelledby="connection-heading">
      <Title order={2} size="h4" id="connection-heading" mb="xs">
        {say('Identity provider')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {say(
          'Any provider that speaks OpenID Connect. Only employees who are here already are let in, by their verified e-mail address.',
        )}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setOpen('save');
        }}
      >
        <Stack maw={560}>
          <TextInput
            label={say('Issuer')}
            description={say('As its discovery document names it')}
            placeholder="https://login.example.com"
            type="url"
            required
            value={issuer}
            onChange={(event) => setIssuer(event.currentTarget.value)}
          />
          <TextInput
            label={say('Client id')}
            required
            autoComplete="off"
            value={clientId}
            onChange={(event) => setClientId(event.currentTarget.value)}
          />
          <PasswordInput
            label={say('Client secret')}
            description={connection === null ? undefined : say('Empty: as before')}
            required={connection === null}
            autoComplete="off"
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': say('Show the client secret') }}
          />
          <TextInput
            label={say('Domain of your e-mail addresses')}
            placeholder="example.com"
            required
            value={domain}
            onChange={(event) => setDomain(event.currentTarget.value)}
          />
          {connection === null ? null : <RedirectAddress at={connection.redirect_uri} />}
          <Group>
            <Button type="submit" disabled={!isComplete}>
              {say('Save')}
            </Button>
            {connection === null ? null : (
              <Button variant="default" onClick={() => setOpen('remove')}>
                {say('Remove')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      {open === undefined ? null : (
        <AuthorizeDialog
          title={open === 'save' ? say('Save the identity provider') : say('Remove single sign-on')}
          confirm={open === 'save' ? say('Save') : say('Remove')}
          onConfirm={open === 'save' ? save : remove}
          onClose={() => setOpen(undefined)}
        >
          {open === 'save'
            ? say('Everybody at {domain} can sign in through {issuer} once the domain is proved.', {
                domain,
                issuer,
              })
            : say('Your people sign in by password, passkey or link from then on.')}
        </AuthorizeDialog>
      )}
    </Card>
  );
}

function RedirectAddress({ at }: { at: string }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {say('Redirect address to allow at the provider')}
      </Text>
      <Code block className="wraps">
        {at}
      </Code>
    </Stack>
  );
}
