import { Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint, IconKey, IconMail } from '@tabler/icons-react';
import { ProblemError } from '@tollkeeper/sdk';
import { useState } from 'react';
import { hasPasskeys, signInWithPasskey } from '../../api/passkeys.ts';
import { client } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { CodeForm } from './code-form.tsx';

interface Props {
  /** Whom it is for, where that is known. */
  readonly email?: string | undefined;
  /** Where single sign-on leads back to. */
  readonly next: string;
  readonly onSignedIn: () => Promise<unknown>;
}

type Way = 'password' | 'passkey' | 'link' | 'sso';

/** Every way in: a password and perhaps a code; a passkey, a link, single sign-on. */
export function SignInForm({ email: known = '', next, onSignedIn }: Props) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState<Way>();
  const [step, setStep] = useState<'first' | 'code' | 'mailed'>('first');

  const go = async (way: Way, work: () => Promise<unknown>) => {
    setBusy(way);
    setError(undefined);
    try {
      await work();
    } catch (caught) {
      setError(caught as Error);
    }
    setBusy(undefined);
  };
  const withPassword = () =>
    go('password', async () => {
      const done = await client.post('/v1/session', { body: { email, password } });
      if (done.signed_in) await onSignedIn();
      else setStep('code');
    });
  const withPasskey = () =>
    go('passkey', async () => {
      await signInWithPasskey();
      await onSignedIn();
    });
  const byMail = () =>
    go('link', async () => {
      await client.post('/v1/session/link-requests', { body: { email } });
      setStep('mailed');
    });
  const bySso = () =>
    go('sso', async () => {
      const { url } = await client.post('/v1/session/sso', { body: { email, next } });
      window.location.assign(url);
    });

  if (step === 'code') return <CodeForm onSignedIn={onSignedIn} onBack={() => setStep('first')} />;
  if (step === 'mailed') return <Mailed email={email} onBack={() => setStep('first')} />;
  const isWrong = busy === undefined && error instanceof ProblemError && error.status === 401;
  const lacksEmail = email.trim() === '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void withPassword();
      }}
    >
      <Stack>
        <TextInput
          label={say('E-mail address')}
          type="email"
          autoComplete="username webauthn"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={say('Password')}
          autoComplete="current-password"
          required
          value={password}
          error={isWrong ? error.message : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': say('Show the password') }}
        />
        {error === undefined || isWrong ? null : <WhyNot error={error} />}
        <Button type="submit" loading={busy === 'password'} fullWidth size="md">
          {say('Sign in')}
        </Button>
        <Divider label={say('or')} />
        {hasPasskeys ? (
          <OtherWay
            icon={<IconFingerprint size={18} aria-hidden />}
            label={say('Use a passkey')}
            loading={busy === 'passkey'}
            onClick={withPasskey}
          />
        ) : null}
        <OtherWay
          icon={<IconMail size={18} aria-hidden />}
          label={say('Mail me a sign-in link')}
          loading={busy === 'link'}
          disabled={lacksEmail}
          onClick={byMail}
        />
        <OtherWay
          icon={<IconKey size={18} aria-hidden />}
          label={say('Single sign-on')}
          loading={busy === 'sso'}
          disabled={lacksEmail}
          onClick={bySso}
        />
        {lacksEmail ? (
          <Text size="xs" c="dimmed" ta="center">
            {say('A link and single sign-on need your e-mail address.')}
          </Text>
        ) : null}
      </Stack>
    </form>
  );
}

function OtherWay(props: {
  icon: React.ReactNode;
  label: string;
  loading: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  const { icon, label, ...rest } = props;
  return (
    <Button variant="default" fullWidth leftSection={icon} {...rest}>
      {label}
    </Button>
  );
}

/** A refusal with what can be done; what the browser itself did not do is said as it is. */
function WhyNot({ error }: { error: Error }) {
  if (error instanceof ProblemError || error instanceof TypeError) return <Failed error={error} />;
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert">
      {error.message}
    </Text>
  );
}

function Mailed({ email, onBack }: { email: string; onBack: () => void }) {
  return (
    <Stack>
      <Text role="status">
        {say(
          'If somebody here has the address {email}, a link is on its way. It signs in once, within 15 minutes.',
          { email },
        )}
      </Text>
      <Button variant="default" onClick={onBack}>
        {say('Sign in another way')}
      </Button>
    </Stack>
  );
}
