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
import { say } from '../../../words/say.ts';
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
        title={say('Contracts of {account}', { account: details.name })}
        about={say('Floors that totals cannot go below, and prices that hold for the term')}
        actions={
          <Button onClick={() => setOpen({ what: 'edit' })}>{say('Prepare a contract')}</Button>
        }
      />
      <Loaded query={contracts} height={200}>
        {({ data }) => (
          <Stack gap="md">
            {data.length === 0 ? (
              <Card>
                <Text>
                  {say('There is none: the account goes month to month at catalog prices.')}
                </Text>
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

const LOOKS: Record<Contract['state'], { color: string; word: string }> = {
  draft: { color: 'gray', word: say('draft') },
  active: { color: 'teal', word: say('active') },
  renewing: { color: 'teal', word: say('renewing') },
  lapsed: { color: 'gray', word: say('lapsed') },
  ended: { color: 'gray', word: say('ended') },
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
    <Card
      component="section"
      aria-label={say('Contract from {day}', { day: sayDay(contract.starts_on) })}
    >
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={2} size="h4">
            {say('{start} to {end}', {
              start: sayDay(contract.starts_on),
              end: sayDay(contract.ends_on),
            })}
          </Title>
          <Badge color={LOOKS[state].color}>{LOOKS[state].word}</Badge>
        </Group>
        <Group gap="xs">
          {state === 'draft' ? (
            <>
              <Button size="xs" variant="default" onClick={() => onOpen('discard')}>
                {say('Discard')}
              </Button>
              <Button size="xs" variant="default" onClick={() => onOpen('edit')}>
                {say('Edit')}
              </Button>
              <Button size="xs" onClick={() => onOpen('sign')}>
                {say('Sign')}
              </Button>
            </>
          ) : null}
          {runs ? (
            <Button size="xs" variant="default" onClick={() => onOpen('end')}>
              {say('End it early')}
            </Button>
          ) : null}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {saySpan(contract)}
      </Text>
      <Stack gap={2} mt="sm" fz="sm" className="figure">
        {Object.keys(contract.floors).map((code) => (
          <Text key={code} inherit>
            {sayFloor(contract, code, details)}
          </Text>
        ))}
        {contract.notices.map((notice) => (
          <Text key={`${notice.license_type} ${notice.term_start}`} inherit c="var(--tk-warn)">
            {say('From {day} at least {floor} {license}: notice was given.', {
              day: sayDay(notice.term_start),
              floor: notice.floor,
              license: nameOf(details, notice.license_type),
            })}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}

function saySpan({ months, at_end: atEnd, renews_on: next }: Contract): string {
  if (atEnd === 'lapse') {
    return say('{months, plural, one {# month} other {# months}}, then month to month.', {
      months,
    });
  }
  if (next === null) {
    return say(
      '{months, plural, one {# month} other {# months}}, then it renews for as long again.',
      { months },
    );
  }
  return say(
    '{months, plural, one {# month} other {# months}}, then it renews for as long again, next on {day}.',
    { months, day: sayDay(next) },
  );
}

function sayFloor({ floors, prices }: Contract, code: string, details: Details): string {
  const least = { floor: floors[code] ?? 0, license: nameOf(details, code) };
  const price = prices[code];
  return price === undefined
    ? say('At least {floor} {license}, at catalog prices', least)
    : say('At least {floor} {license}, each at {price} a month', {
        ...least,
        price: sayMoney(price),
      });
}

const nameOf = ({ licenses }: Details, code: string): string => licenses[code]?.name ?? code;
