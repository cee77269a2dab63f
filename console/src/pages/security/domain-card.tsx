import { Badge, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';

/** Proves by a TXT record that the domain is the company's; the operator vouches for it. */
export function DomainCard(props: { company: string; connection: Schemas['SsoConnection'] }) {
  const { company, connection } = props;
  const { data: me } = useMe();
  const [proving, setProving] = useState(false);
  const { domain, domain_record: record, domain_verified_at: at } = connection;
  const prove = async (authorizedBy: TypedName) => {
    await client.post('/v1/companies/{co}/sso-connection/verify-domain', {
      params: { co: company },
      authorizedBy,
    });
    await refresh();
  };
  return (
    <Card component="section" aria-labelledby="domain-heading">
      <Group gap="xs" mb="xs">
        <Title order={2} size="h4" id="domain-heading">
          {domain}
        </Title>
        <Badge color={at === null ? 'orange' : 'green'}>
          {at === null ? say('Not proved') : say('Proved')}
        </Badge>
      </Group>
      {at === null ? (
        <Stack align="flex-start">
          <Text size="sm">
            {say(
              'Nobody is led to your provider before the domain says that it is yours. Add this TXT record to it:',
            )}
          </Text>
          <Stack gap={4} w="100%">
            <Code block className="wraps">
              {record.name}
            </Code>
            <Code block className="wraps">
              {record.text}
            </Code>
          </Stack>
          <Button onClick={() => setProving(true)}>
            {me?.operator === true ? say('Vouch for it') : say('Look for the record')}
          </Button>
        </Stack>
      ) : (
        <Text size="sm">
          {say('Since {instant} everybody with an address at {domain} can choose single sign-on.', {
            instant: sayInstant(at),
            domain,
          })}
        </Text>
      )}
      {proving ? (
        <AuthorizeDialog
          title={say('Prove {domain}', { domain })}
          confirm={say('Prove it')}
          onConfirm={prove}
          onClose={() => setProving(false)}
        >
          {say('Everybody with an address at {domain} is led to your provider from then on.', {
            domain,
          })}
        </AuthorizeDialog>
      ) : null}
    </Card>
  );
}
