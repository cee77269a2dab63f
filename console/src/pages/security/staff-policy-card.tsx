import { Card, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/queries.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

/** Whether all of the operator's people must sign in with two factors. */
export function StaffPolicyCard({ mayChange, without }: { mayChange: boolean; without: number }) {
  const [wanted, setWanted] = useState<boolean>();
  const policy = useQuery({
    queryKey: ['staff-policy'],
    queryFn: () => client.get('/v1/staff-policy', {}),
  });
  return (
    <Card component="section" aria-labelledby="staff-policy" mt="lg">
      <Title order={2} size="h4" id="staff-policy" mb="md">
        {say('Rules')}
      </Title>
      <Loaded query={policy} height={44}>
        {({ two_factor_required: isRequired }) => (
          <Switch
            label={say('Two-factor sign-in is required')}
            description={say(
              'Whoever has neither an app nor a passkey sets one up before anything else',
            )}
            checked={isRequired}
            disabled={!mayChange}
            onChange={(event) => setWanted(event.currentTarget.checked)}
          />
        )}
      </Loaded>
      {wanted === undefined ? null : (
        <FormDialog
          title={wanted ? say('Require two-factor sign-in') : say('Require it no more')}
          confirm={wanted ? say('Require it') : say('Require it no more')}
          ready
          onClose={() => setWanted(undefined)}
          submit={(idempotencyKey) =>
            client.put('/v1/staff-policy', {
              body: { two_factor_required: wanted },
              idempotencyKey,
            })
          }
        >
          <Text size="sm">
            {wanted
              ? say(
                  '{without, plural, =0 {Everybody has set it up.} one {# person has not set it up: they do so before anything else.} other {# people have not set it up: they do so before anything else.}}',
                  { without },
                )
              : say('Everybody then signs in as they like; what they have set up stays.')}
          </Text>
        </FormDialog>
      )}
    </Card>
  );
}
