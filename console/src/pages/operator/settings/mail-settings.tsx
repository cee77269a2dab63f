import {
  Anchor,
  Badge,
  Button,
  Card,
  Group,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useAttempt } from '../../../api/attempt.ts';
import { client, useMe } from '../../../api/queries.ts';
import { sayInstant } from '../../../api/time.ts';
import { Failed, Loaded } from '../../../parts/loaded.tsx';
import { say } from '../../../words/say.ts';
import { AccountChoice } from './account-choice.tsx';
import './settings.css';

type MailState = Schemas['Settings']['mail'];

/** Where mail goes out, whether it works, and how each kind of mail looks. */
export function MailSettings() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => client.get('/v1/settings', {}),
  });
  return (
    <Stack gap="lg">
      <Loaded query={settings} height={220}>
        {({ mail }) => <ServerCard mail={mail} />}
      </Loaded>
      <Templates />
    </Stack>
  );
}

function ServerCard({ mail }: { mail: MailState }) {
  const { data: me } = useMe();
  const mayChange = me?.permissions.includes('employees.manage') === true;
  return (
    <Card component="section" aria-label={say('Mail server')}>
      <Group gap="xs" mb="sm">
        <Title order={2} size="h4">
          {say('Mail server')}
        </Title>
        {mail.server === null ? (
          <Badge color="orange">{say('none set')}</Badge>
        ) : (
          <Badge color="teal">{say('set')}</Badge>
        )}
      </Group>
      {mail.server === null ? (
        <Text size="sm" mb="sm">
          {say(
            'Mails are written and kept, and none is sent: nobody hears of a renewal or a failed payment by mail. Set {server} and {from}, and start again.',
            { server: 'TOLLKEEPER_SMTP_URL', from: 'TOLLKEEPER_MAIL_FROM' },
          )}
        </Text>
      ) : null}
      <dl className="facts">
        <Fact label={say('Server')} value={mail.server ?? say('none')} />
        <Fact label={say('From')} value={mail.from ?? say('nobody')} />
        <Fact label={say('Name at the top')} value={mail.operator_name} />
        <Fact label={say('Colour')} value={mail.colour} />
        <Fact label={say('Last lines')} value={mail.footer || say('none')} />
      </dl>
      <Text size="sm" c="dimmed" mt="xs">
        {say(
          'What is about a billing account bears its seller’s name, colour and last lines instead.',
        )}
      </Text>
      {mayChange ? <TestMail own={me?.email ?? ''} /> : null}
    </Card>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd style={{ overflowWrap: 'anywhere' }}>{value}</dd>
    </div>
  );
}

const ENDED: ReadonlySet<Schemas['Mail']['state']> = new Set([
  'sent',
  'refused',
  'abandoned',
  'unsent',
]);
const LOOK_AGAIN_MS = 1_000;

/** Sends a mail to oneself, and tells what the server said to it. */
function TestMail({ own }: { own: string }) {
  const attempt = useAttempt();
  const [to, setTo] = useState(own);
  const [sent, setSent] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const mail = await client.post('/v1/mails', {
        body: { to: to.trim() },
        idempotencyKey: attempt.key(),
      });
      attempt.renew();
      setSent(mail.id);
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Group align="flex-end" mt="md">
        <TextInput
          label={say('Send a test mail to')}
          type="email"
          required
          value={to}
          onChange={(event) => {
            attempt.renew();
            setTo(event.currentTarget.value);
          }}
          style={{ flex: '1 1 240px' }}
          maw={360}
        />
        <Button type="submit" variant="default" loading={busy} disabled={to.trim() === ''}>
          {say('Send it')}
        </Button>
      </Group>
      {error === undefined ? null : <Failed error={error} />}
      {sent === undefined ? null : <WhatBecame mail={sent} />}
    </form>
  );
}

function WhatBecame({ mail }: { mail: string }) {
  const { data } = useQuery({
    queryKey: ['mails', 'one', mail],
    queryFn: () => client.get('/v1/mails/{mail}', { params: { mail } }),
    refetchInterval: ({ state }) =>
      state.data === undefined || !ENDED.has(state.data.state) ? LOOK_AGAIN_MS : false,
  });
  return (
    <Text size="sm" mt="sm" role="status">
      {data === undefined ? say('On its way…') : whatBecame(data)}{' '}
      <Anchor component={Link} to="/operator/logs" hash="mails" inherit>
        {say('All mails')}
      </Anchor>
    </Text>
  );
}

function whatBecame({ state, last_result: result, next_attempt_at: next }: Schemas['Mail']) {
  switch (state) {
    case 'sent':
      return say('The server took it: {result}', { result: result ?? '–' });
    case 'unsent':
      return say('Written and kept: no mail server is set.');
    case 'pending':
      return result === null || next === null
        ? say('On its way…')
        : say('Not taken yet ({result}); tried again {instant}.', {
            result,
            instant: sayInstant(next),
          });
    default:
      return say('Not sent: {result}', { result: result ?? '–' });
  }
}

/** Every kind of notice as the mail of a real account, with its own figures and documents. */
function Templates() {
  const [account, setAccount] = useState<string | null>(null);
  const [kind, setKind] = useState<Schemas['NoticeKind']['kind']>('invoice_issued');
  const kinds = useQuery({
    queryKey: ['notice-kinds'],
    queryFn: () => client.get('/v1/notice-kinds', {}),
  });
  const chosen = kinds.data?.data.find((one) => one.kind === kind);
  return (
    <Card component="section" aria-label={say('How mails look')}>
      <Title order={2} size="h4">
        {say('How mails look')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say(
          'With the figures and documents of a billing account; what has not happened to it is supposed. Nothing is sent.',
        )}
      </Text>
      <Stack gap="sm">
        <AccountChoice value={account} onChange={setAccount} />
        <Select
          label={say('Mail')}
          searchable
          allowDeselect={false}
          data={kinds.data?.data.map((one) => ({ value: one.kind, label: one.title })) ?? []}
          value={kind}
          onChange={(next) => next !== null && setKind(next as typeof kind)}
          description={chosen && sayAbout(chosen)}
        />
        {account === null ? (
          <Text size="sm">{say('Choose a billing account to see it.')}</Text>
        ) : (
          <Preview account={account} kind={kind} />
        )}
      </Stack>
    </Card>
  );
}

function sayAbout({ about, required: isRequired }: Schemas['NoticeKind']): string {
  return isRequired ? say('{about}. It cannot be switched off.', { about }) : about;
}

function Preview(props: { account: string; kind: Schemas['NoticeKind']['kind'] }) {
  const { account, kind } = props;
  const preview = useQuery({
    queryKey: ['notice-preview', account, kind],
    queryFn: () =>
      client.get('/v1/notices/{kind}/preview', {
        params: { kind },
        query: { billing_account: account },
      }),
  });
  return (
    <Loaded query={preview} height={600}>
      {({ subject }) => (
        <>
          <Text size="sm">
            <Text span inherit c="dimmed">
              {say('Subject:')}
            </Text>{' '}
            {subject}
          </Text>
          <iframe
            className="mail"
            title={say('Mail: {subject}', { subject })}
            sandbox=""
            src={`/v1/notices/${kind}/preview.html?billing_account=${account}`}
          />
        </>
      )}
    </Loaded>
  );
}
