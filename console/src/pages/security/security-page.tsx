import { Alert, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { client, useMe } from '../../api/queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';
import { PasskeysCard } from './passkeys-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { TwoFactorCard } from './two-factor-card.tsx';

/** How somebody signs in, and where they are signed in. */
export function SecurityPage() {
  const { data: me } = useMe();
  const security = useQuery({
    queryKey: ['me', 'security'],
    queryFn: () => client.get('/v1/me/security', {}),
  });
  return (
    <>
      <PageHeading
        title={say('Security')}
        about={say('How you sign in, and where you are signed in')}
      />
      <Loaded query={security} height={420}>
        {(state) => (
          <Stack>
            {me?.must_set_up_two_factor === true ? (
              <Alert
                color="orange"
                icon={<IconShieldLock aria-hidden />}
                title={
                  me.operator
                    ? say('All staff are asked for two-factor sign-in')
                    : say('Your company asks for two-factor sign-in')
                }
              >
                {say('Set up an authenticator app or a passkey below. The other pages open then.')}
              </Alert>
            ) : null}
            <PasswordCard me={me} hasPassword={state.has_password} />
            <TwoFactorCard state={state} />
            <PasskeysCard />
            <SessionsCard />
          </Stack>
        )}
      </Loaded>
    </>
  );
}
