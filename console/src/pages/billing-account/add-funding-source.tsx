import { Checkbox, Select, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, refresh } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';

/** What the sandbox provider offers to try: each behaves as its name says. */
const SANDBOX_TOKENS = [
  { value: 'tok_ok', label: say('Card that works') },
  { value: 'tok_decline', label: say('Card that is declined') },
  { value: 'tok_timeout_after_success', label: say('Card whose answer is lost') },
  { value: 'tok_ach_pending', label: say('Bank account, clears after 3 days') },
  { value: 'tok_ach_fail', label: say('Bank account, bounces after 3 days') },
];

const STRIPE = { value: 'stripe', label: say('Card or bank account, on Stripe’s page') };
const OFFLINE = { value: 'offline', label: say('Check or wire, recorded by the operator') };

/** Adds a card or bank account: on the provider's page, or one of the sandbox's to try. */
export function AddFundingSource({ account, onClose }: { account: string; onClose: () => void }) {
  const [isDefault, setDefault] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const providers = useQuery({
    queryKey: ['payment-providers'],
    queryFn: () => client.get('/v1/payment-providers', {}),
  });
  const names = new Set(providers.data?.data.map(({ name }) => name));
  const choices = [
    ...(names.has('stripe') ? [STRIPE] : []),
    ...(names.has('sandbox') ? SANDBOX_TOKENS : []),
    OFFLINE,
  ];
  const source = chosen ?? choices[0]?.value ?? 'offline';

  async function goToStripe(authorizedBy: TypedName): Promise<void> {
    const setup = await client.post('/v1/billing-accounts/{ba}/funding-source-setups', {
      params: { ba: account },
      body: { provider: 'stripe', default: isDefault },
      authorizedBy,
    });
    window.location.assign(setup.url);
  }

  async function add(authorizedBy: TypedName): Promise<void> {
    const provider = source === 'offline' ? 'offline' : 'sandbox';
    await client.post('/v1/billing-accounts/{ba}/funding-sources', {
      params: { ba: account },
      body: { provider, token: source, default: isDefault },
      authorizedBy,
    });
    await refresh();
    notifications.show({ message: say('The funding source was added.') });
  }

  return (
    <AuthorizeDialog
      title={say('Add a funding source')}
      confirm={source === 'stripe' ? say('Go to Stripe') : say('Add')}
      onClose={onClose}
      onConfirm={source === 'stripe' ? goToStripe : add}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say('Card numbers are never typed here: the payment provider keeps them.')}
          {names.has('sandbox')
            ? ` ${say('The sandbox’s cards are pretended, to try things out.')}`
            : null}
        </Text>
        {providers.data === undefined ? (
          <Skeleton height={60} aria-label={say('Loading')} />
        ) : (
          <Select
            label={say('What to add')}
            data={choices}
            value={source}
            onChange={(value) => setChosen(value ?? undefined)}
            allowDeselect={false}
          />
        )}
        <Checkbox
          label={say('Charge it first from now on')}
          checked={isDefault}
          onChange={(event) => setDefault(event.currentTarget.checked)}
        />
      </Stack>
    </AuthorizeDialog>
  );
}
