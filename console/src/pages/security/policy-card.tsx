import { Card, Stack, Switch, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';

type Policy = Schemas['SignInPolicy'];

/** What everybody in the company must do to sign in. */
export function PolicyCard(props: {
  company: string;
  policy: Policy;
  hasProvedConnection: boolean;
}) {
  const { company, policy, hasProvedConnection } = props;
  const [wanted, setWanted] = useState<Policy>();
  const set = async (authorizedBy: TypedName) => {
    await client.put('/v1/companies/{co}/sign-in-policy', {
      params: { co: company },
      authorizedBy,
      body: wanted ?? policy,
    });
    await refresh();
  };
  return (
    <Card component="section" aria-labelledby="policy-heading">
      <Title order={2} size="h4" id="policy-heading" mb="md">
        {say('Rules')}
      </Title>
      <Stack>
        <Switch
          label={say('Two-factor sign-in is required')}
          description={say(
            'Whoever has neither an app nor a passkey sets one up before anything else',
          )}
          checked={policy.two_factor_required}
          onChange={(event) =>
            setWanted({ ...policy, two_factor_required: event.currentTarget.checked })
          }
        />
        <Switch
          label={say('Single sign-on is required')}
          description={
            hasProvedConnection
              ? say(
                  'Passwords, passkeys and mailed links are switched off; links made by hand work',
                )
              : say('Prove your domain first')
          }
          disabled={!hasProvedConnection && !policy.sso_required}
          checked={policy.sso_required}
          onChange={(event) => setWanted({ ...policy, sso_required: event.currentTarget.checked })}
        />
      </Stack>
      {wanted === undefined ? null : (
        <AuthorizeDialog
          title={say('Change how your people sign in')}
          confirm={say('Change')}
          onConfirm={set}
          onClose={() => setWanted(undefined)}
        >
          {say('Two-factor sign-in: {twoFactor}. Single sign-on: {singleSignOn}.', {
            twoFactor: sayRequired(wanted.two_factor_required),
            singleSignOn: sayRequired(wanted.sso_required),
          })}
        </AuthorizeDialog>
      )}
    </Card>
  );
}

function sayRequired(isRequired: boolean): string {
  return isRequired ? say('required') : say('as everybody likes');
}
