import { Alert, Anchor, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../api/queries.ts';
import { say } from '../../words/say.ts';

interface Funding {
  /** Undefined while they are not known. */
  readonly valid: readonly Schemas['FundingSource'][] | undefined;
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}

/** The valid funding sources of an account, and the one that is charged: at first the default. */
export function useFunding(account: string): Funding {
  const [picked, choose] = useState<string>();
  const { data } = useQuery({
    queryKey: ['funding-sources', account],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/funding-sources', { params: { ba: account } }),
  });
  const valid = data?.data.filter((source) => source.status === 'valid');
  const chosen =
    valid?.find(({ id }) => id === picked) ?? valid?.find((source) => source.default) ?? valid?.[0];
  return { valid, chosen: chosen?.id, choose };
}

/** What is charged; where there are several, the choice. */
export function PaidWith({ account, funding }: { account: string; funding: Funding }) {
  const { valid, chosen, choose } = funding;
  if (valid?.length === 0) {
    return (
      <Alert color="orange" title={say('There is nothing to pay with yet')}>
        <Anchor component={Link} to={`/billing-accounts/${account}`} hash="funding" size="sm">
          {say('Add a funding source')}
        </Anchor>
      </Alert>
    );
  }
  if (valid === undefined || valid.length === 1) {
    return (
      <Text size="sm" mih={22}>
        {valid === undefined ? '' : say('Paid with {source}.', { source: valid[0]?.label ?? '' })}
      </Text>
    );
  }
  return (
    <Select
      label={say('Paid with')}
      data={valid.map(({ id, label }) => ({ value: id, label }))}
      value={chosen ?? null}
      onChange={(id) => id !== null && choose(id)}
      allowDeselect={false}
    />
  );
}
