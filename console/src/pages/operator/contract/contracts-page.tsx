import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { sayDay } from '../../../api/time.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { ContractEditor } from './contract-editor.tsx';
import { DiscardDraft, EndContract, SignContract } from './contract-steps.tsx';

type Contract = Schemas['Contract'];
type Details = Schemas['BillingAccountDetails'];
type Open = { what: 'edit' | 'sign' | 'discard' | 'end'; contract?: Contract };

/** The contracts of a billing account: prepare, sign, end. */
export function ContractsPage() {
  const { account = '' } = useParams({ strict: false });
  const details = useQuery({
    queryKey: ['billing-account', account],
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: account } }),
  });
  return (
    <Loaded query={details} height={420}>
      {(data) => <ContractsOf details={data} />}
    </Loaded>
  );
}

function ContractsOf({ details }: { details: Details }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const contracts = useQuery({
    queryKey: ['contracts', details.id],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/contracts', { params: { ba: details.id } }),
  });
  return (
    <>
      <PageHeading
        title={`Contracts of ${details.name}`}
        about="Floors that totals cannot go below, and prices that hold for the term"
        actions={<Button onClick={() => setOpen({ what: 'edit' })}>Prepare a contract</Button>}
      />
      <Loaded query={contracts} height={200}>
        {({ data }) => (
          <Stack gap="md">
            {data.length === 0 ? (
              <Card>
                <Text>There is none: the account goes month to month at catalog prices.</Text>
              </Card>
            ) : null}
            {data.map((contract) => (
              <ContractCard
                key={contract.id}
                contract={contract}
                details={details}
                onOpen={(what) => setOpen({ what, contract })}
              />
            ))}
          </Stack>
        )}
      </Loaded>
      {open?.what === 'edit' ? (
        <ContractEditor details={details} draft={open.contract} onClose={close} />
      ) : null}
      {open?.what === 'sign' && open.contract !== undefined ? (
        <SignContract contract={open.contract} details={details} onClose={close} />
      ) : null}
      {open?.what === 'discard' && open.contract !== undefined ? (
        <DiscardDraft contract={open.contract} onClose={close} />
      ) : null}
      {open?.what === 'end' && open.contract !== undefined ? (
        <EndContract contract={open.contract} details={details} onClose={close} />
      ) : null}
    </>
  );
}

const COLORS: Record<Contract['state'], string> = {
  draft: 'gray',
  active: 'teal',
  renewing: 'teal',
  lapsed: 'gray',
  ended: 'gray',
};

function ContractCard(props: {
  contract: Contract;
  details: Details;
  onOpen: (what: Open['what']) => void;
}) {
  const { contract, details, onOpen } = props;
  const { state } = contract;
  const runs = state === 'active' || state === 'renewing';
  return (
    <Card component="section" aria-label={`Contract from ${contract.starts_on}`}>
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={2} size="h4">
            {sayDay(contract.starts_on)} to {sayDay(contract.ends_on)}
          </Title>
          <Badge color={COLORS[state]}>{state}</Badge>
        </Group>
        <Group gap="xs">
          {state === 'draft' ? (
            <>
              <Button size="xs" variant="default" onClick={() => onOpen('discard')}>
                Discard
              </Button>
              <Button size="xs" variant="default" onClick={() => onOpen('edit')}>
                Edit
              </Button>
              <Button size="xs" onClick={() => onOpen('sign')}>
                Sign
              </Button>
            </>
          ) : null}
          {runs ? (
            <Button size="xs" variant="default" onClick={() => onOpen('end')}>
              End it early
            </Button>
          ) : null}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {contract.months} months, then{' '}
        {contract.at_end === 'renew' ? 'it renews for as long again' : 'month to month'}
        {contract.renews_on === null ? '' : `, next on ${sayDay(contract.renews_on)}`}.
      </Text>
      <Stack gap={2} mt="sm" fz="sm" className="figure">
        {Object.entries(contract.floors).map(([code, floor]) => (
          <Text key={code} inherit>
            At least {floor} {details.licenses[code]?.name ?? code}
            {contract.prices[code] === undefined
              ? ', at catalog prices'
              : `, each at ${sayMoney(contract.prices[code])} a month`}
          </Text>
        ))}
        {contract.notices.map((notice) => (
          <Text key={`${notice.license_type} ${notice.term_start}`} inherit c="var(--tk-warn)">
            From {sayDay(notice.term_start)} at least {notice.floor}{' '}
            {details.licenses[notice.license_type]?.name ?? notice.license_type}: notice was given.
          </Text>
        ))}
      </Stack>
    </Card>
  );
}
