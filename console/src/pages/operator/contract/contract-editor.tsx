import { Group, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { effectOf, type TermsDraft, termsBody, termsOf } from './terms-draft.ts';

type Details = Schemas['BillingAccountDetails'];

/** A contract's terms as a draft: it binds nobody and charges nothing until it is signed. */
export function ContractEditor(props: {
  details: Details;
  draft: Schemas['Contract'] | undefined;
  onClose: () => void;
}) {
  const { details, draft, onClose } = props;
  const [terms, setTerms] = useState(() => termsOf(details, draft));
  const change = (news: Partial<TermsDraft>) => setTerms((now) => ({ ...now, ...news }));
  const body = termsBody(terms);
  return (
    <FormDialog
      title={draft === undefined ? 'Prepare a contract' : 'Edit the draft'}
      confirm="Save the draft"
      ready={body !== undefined}
      size="lg"
      onClose={onClose}
      submit={(idempotencyKey) => {
        if (body === undefined) return Promise.resolve();
        return draft === undefined
          ? client.post('/v1/billing-accounts/{ba}/contracts', {
              params: { ba: details.id },
              body: { ...body, draft: true },
              idempotencyKey,
            })
          : client.put('/v1/contracts/{ctr}', { params: { ctr: draft.id }, body });
      }}
    >
      <Group grow align="flex-start">
        <TextInput
          label="First day"
          type="date"
          required
          value={terms.startsOn}
          onChange={(event) => change({ startsOn: event.currentTarget.value })}
        />
        <NumberInput
          label="Months"
          required
          min={1}
          max={600}
          allowDecimal={false}
          value={terms.months}
          onChange={(months) => change({ months: Number(months) })}
        />
      </Group>
      <Radio.Group
        label="At its end"
        value={terms.atEnd}
        onChange={(atEnd) => change({ atEnd: atEnd === 'renew' ? 'renew' : 'lapse' })}
      >
        <Group mt={6}>
          <Radio value="lapse" label="Month to month" />
          <Radio value="renew" label="Renew for as long again" />
        </Group>
      </Radio.Group>
      <Licenses details={details} terms={terms} onChange={change} />
    </FormDialog>
  );
}

function Licenses(props: {
  details: Details;
  terms: TermsDraft;
  onChange: (news: Partial<TermsDraft>) => void;
}) {
  const { details, terms, onChange } = props;
  return (
    <Stack gap="md">
      {Object.entries(details.licenses).map(([code, license]) => (
        <div key={code}>
          <Group grow align="flex-end">
            <NumberInput
              label={`${license.name}: floor`}
              placeholder="none"
              min={0}
              allowDecimal={false}
              value={terms.floors[code] ?? ''}
              onChange={(floor) => onChange({ floors: { ...terms.floors, [code]: String(floor) } })}
            />
            <TextInput
              label={`Price in ${details.currency} a month`}
              placeholder={license.unit_price === null ? '–' : license.unit_price.amount}
              inputMode="decimal"
              value={terms.prices[code] ?? ''}
              onChange={(event) =>
                onChange({ prices: { ...terms.prices, [code]: event.currentTarget.value } })
              }
            />
          </Group>
          <Text size="xs" c="dimmed" mt={4} className="figure">
            {license.unit_price === null
              ? 'The catalog has no price in this currency.'
              : `Now ${license.total} at ${sayMoney(license.unit_price)} each.`}{' '}
            {effectOf(license, terms.floors[code], details.period.end)}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
