import { Anchor, Badge, Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, useMe } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { PRODUCT, say } from '../../../words/say.ts';
import { EffectiveDay } from './effective-day.tsx';
import { sayPublished } from './version-list.tsx';

/** The terms that orders accept: each version, its address, and from when it holds. */
export function Terms() {
  const { data: me } = useMe();
  const mayChange = me?.permissions.includes('employees.manage') === true;
  const [publishing, dialog] = useDisclosure(false);
  const terms = useQuery({ queryKey: ['terms'], queryFn: () => client.get('/v1/terms', {}) });
  return (
    <Card component="section" aria-label={say('Terms')}>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h4">
            {say('Terms')}
          </Title>
          <Text size="sm" c="dimmed">
            {say('Every order accepts a version by its name; what was accepted is kept for ever.')}
          </Text>
        </div>
        {mayChange ? <Button onClick={dialog.open}>{say('Publish a version')}</Button> : null}
      </Group>
      <Loaded query={terms} height={160}>
        {({ data }) => (
          <Stack gap={0} component="ul" m={0} p={0} className="rows">
            {data.map((one) => (
              <TermsRow key={one.version} terms={one} />
            ))}
          </Stack>
        )}
      </Loaded>
      {publishing ? (
        <PublishTerms
          current={terms.data?.data.find((one) => one.in_force)}
          onClose={dialog.close}
        />
      ) : null}
    </Card>
  );
}

function TermsRow({ terms }: { terms: Schemas['Terms'] }) {
  return (
    <Group component="li" className="row" py="sm" justify="space-between">
      <div>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {terms.version}
          </Text>
          {terms.in_force ? <Badge color="teal">{say('in force')}</Badge> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {sinceWhen(terms)}
        </Text>
      </div>
      <Anchor href={terms.url} target="_blank" rel="noreferrer" size="sm" className="wraps">
        {terms.url}
      </Anchor>
    </Group>
  );
}

function sinceWhen({ published_at: published, effective_on: from }: Schemas['Terms']): string {
  if (published !== null) return sayPublished({ published_at: published, effective_on: from });
  return say('Named where {product} is started ({variable})', {
    product: PRODUCT,
    variable: 'TOLLKEEPER_TERMS_VERSION',
  });
}

function PublishTerms(props: { current: Schemas['Terms'] | undefined; onClose: () => void }) {
  const { current, onClose } = props;
  const [version, setVersion] = useState('');
  const [url, setUrl] = useState(current?.url ?? '');
  const [day, setDay] = useState('');
  return (
    <FormDialog
      title={say('A new version of the terms')}
      confirm={say('Publish')}
      ready={version.trim() !== '' && url.trim() !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/terms', {
          body: {
            version: version.trim(),
            url: url.trim(),
            ...(day === '' ? {} : { effective_on: day }),
          },
          idempotencyKey,
        })
      }
    >
      {(faultAt) => (
        <>
          <Text size="sm">
            {say(
              'From that day on every order, and every change under a typed name, accepts this version. Whoever has a cart open is asked again.',
            )}
          </Text>
          <TextInput
            label={say('Version')}
            description={
              current === undefined
                ? undefined
                : say('Instead of {version}; it never changes', { version: current.version })
            }
            required
            data-autofocus
            maxLength={40}
            value={version}
            error={faultAt('/version')}
            onChange={(event) => setVersion(event.currentTarget.value)}
          />
          <TextInput
            label={say('Where they can be read')}
            required
            maxLength={500}
            value={url}
            error={faultAt('/url')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <EffectiveDay value={day} onChange={setDay} error={faultAt('/effective_on')} />
        </>
      )}
    </FormDialog>
  );
}
