import { Anchor, Button, Group, Table, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, useMe } from '../../../api/queries.ts';
import { sayDay } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { say } from '../../../words/say.ts';
import { AccountChoice } from './account-choice.tsx';
import { sayJurisdiction } from './tax-draft.ts';
import { utcToday } from './versions.ts';

type Exemption = Schemas['TaxExemption'];

/** The certificates by which accounts are not taxed; each can be withdrawn. */
export function Exemptions() {
  const { data: me } = useMe();
  const mayChange = me?.permissions.includes('billing.manage') === true;
  const [open, setOpen] = useState<Exemption | 'new'>();
  const close = () => setOpen(undefined);
  const exemptions = usePages(['tax-exemptions'], (from) =>
    client.get('/v1/tax-exemptions', { query: { limit: 50, ...from } }),
  );
  return (
    <section aria-label={say('Exemptions')}>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h4">
            {say('Exemptions')}
          </Title>
          <Text size="sm" c="dimmed">
            {say('A certificate takes away the taxes of its place; documents name it.')}
          </Text>
        </div>
        {mayChange ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setOpen('new')}
          >
            {say('Record a certificate')}
          </Button>
        ) : null}
      </Group>
      <PagedTable
        query={exemptions}
        empty={say('Nobody is exempt.')}
        label={say('Exemptions')}
        scrolls={say('Exemptions, which scroll')}
        columns={[
          [say('Where')],
          [say('Certificate')],
          [say('Billing account')],
          [say('Holds')],
          [say('Withdraw it'), 'unseen'],
        ]}
        row={(row) => (
          <Table.Tr key={row.id}>
            <Table.Td>{sayJurisdiction(row.jurisdiction)}</Table.Td>
            <Table.Td>
              {row.certificate}
              <Text size="xs" c="dimmed">
                {row.reason}
              </Text>
            </Table.Td>
            <Table.Td>
              <Anchor component={Link} to={`/billing-accounts/${row.billing_account}`} inherit>
                {row.billing_account}
              </Anchor>
            </Table.Td>
            <Table.Td>{sayDays(row)}</Table.Td>
            <Table.Td ta="right">
              {mayChange && isOpen(row) ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={say('Withdraw {certificate}', {
                    certificate: row.certificate,
                  })}
                  onClick={() => setOpen(row)}
                >
                  {say('Withdraw it')}
                </Button>
              ) : null}
            </Table.Td>
          </Table.Tr>
        )}
      />
      {open === 'new' ? <RecordExemption onClose={close} /> : null}
      {open === undefined || open === 'new' ? null : (
        <WithdrawExemption exemption={open} onClose={close} />
      )}
    </section>
  );
}

function sayDays({ valid_from: from, valid_to: to }: Exemption): string {
  if (to === null) return say('from {from}', { from: sayDay(from) });
  return say('{from} to {to}', { from: sayDay(from), to: sayDay(to) });
}

const isOpen = ({ valid_to: to }: Exemption) => to === null || to > utcToday();

function RecordExemption({ onClose }: { onClose: () => void }) {
  const [account, setAccount] = useState<string | null>(null);
  const [typed, setTyped] = useState({
    jurisdiction: '',
    certificate: '',
    reason: '',
    from: utcToday(),
    to: '',
  });
  const type = (news: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...news }));
  const { jurisdiction, certificate, reason, from, to } = typed;
  const isComplete = [jurisdiction, certificate.trim(), reason.trim(), from].every(Boolean);
  return (
    <FormDialog
      title={say('Record a certificate')}
      confirm={say('Record it')}
      ready={account !== null && isComplete}
      size="lg"
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/billing-accounts/{ba}/tax-exemptions', {
          params: { ba: account ?? '' },
          body: {
            jurisdiction,
            certificate: certificate.trim(),
            reason: reason.trim(),
            valid_from: from,
            ...(to === '' ? {} : { valid_to: to }),
          },
          idempotencyKey,
        })
      }
    >
      {(faultAt) => (
        <>
          <AccountChoice value={account} onChange={setAccount} />
          <Group grow align="flex-start">
            <TextInput
              label={say('Where')}
              description={say('A country’s covers its regions: US, US-NY')}
              required
              value={jurisdiction}
              error={faultAt('/jurisdiction')}
              onChange={(event) => type({ jurisdiction: event.currentTarget.value.toUpperCase() })}
            />
            <TextInput
              label={say('Certificate')}
              description={say('Its number, as documents name it')}
              required
              maxLength={60}
              value={certificate}
              error={faultAt('/certificate')}
              onChange={(event) => type({ certificate: event.currentTarget.value })}
            />
          </Group>
          <TextInput
            label={say('Reason')}
            description={say('On every document, such as: resale')}
            required
            maxLength={100}
            value={reason}
            error={faultAt('/reason')}
            onChange={(event) => type({ reason: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <TextInput
              label={say('First day')}
              type="date"
              required
              value={from}
              error={faultAt('/valid_from')}
              onChange={(event) => type({ from: event.currentTarget.value })}
            />
            <TextInput
              label={say('Last day')}
              description={say('Empty: until it is withdrawn')}
              type="date"
              value={to}
              error={faultAt('/valid_to')}
              onChange={(event) => type({ to: event.currentTarget.value })}
            />
          </Group>
        </>
      )}
    </FormDialog>
  );
}

function WithdrawExemption(props: { exemption: Exemption; onClose: () => void }) {
  const { exemption, onClose } = props;
  const { jurisdiction } = exemption;
  const [day, setDay] = useState(utcToday());
  return (
    <FormDialog
      title={say('Withdraw {certificate}', { certificate: exemption.certificate })}
      confirm={say('Withdraw it')}
      ready={day !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/tax-exemptions/{txe}/end', {
          params: { txe: exemption.id },
          body: { valid_to: day },
          idempotencyKey,
        })
      }
    >
      {(faultAt) => (
        <>
          <Text size="sm">
            {say(
              'Documents after that day bear the taxes of this place again: {place}. Those that were issued stay as they are.',
              { place: sayJurisdiction(jurisdiction) },
            )}
          </Text>
          <TextInput
            label={say('Last day')}
            type="date"
            required
            value={day}
            error={faultAt('/valid_to')}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
