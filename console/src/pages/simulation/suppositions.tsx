import {
  Button,
  Card,
  Fieldset,
  Group,
  NumberInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import type { FaultAt } from '../../api/faults.ts';
import { sayFigure } from '../../api/money.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { say } from '../../words/say.ts';
import { ContractFields } from '../operator/contract/contract-fields.tsx';
import { termsOf } from '../operator/contract/terms-draft.ts';
import { ChangeRow } from './change-row.tsx';
import { INVOICES_MAX, newChange, type Supposed, type SupposedDraft } from './supposed.ts';

type Details = Schemas['BillingAccountDetails'];

/** What is supposed: day by day, a contract, and other prices. */
export function Suppositions(props: {
  details: Details;
  supposed: Supposed;
  /** What was refused of the change at this place. */
  faultOf: (place: number) => string | undefined;
  faultAt: FaultAt;
  onChange: (news: Partial<Supposed>) => void;
}) {
  const { details, supposed, faultOf, faultAt, onChange } = props;
  const { changes, contract } = supposed;
  const put = (place: number, news: Partial<SupposedDraft>) =>
    onChange({ changes: changes.map((one, at) => (at === place ? { ...one, ...news } : one)) });
  return (
    <Card component="section" aria-label={say('What is supposed')} className="no-print">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2} size="h4">
          {say('What is supposed')}
        </Title>
        <NumberInput
          label={say('Invoices to look at')}
          min={1}
          max={INVOICES_MAX}
          allowDecimal={false}
          value={supposed.invoices}
          error={faultAt('/invoices')}
          onChange={(invoices) => onChange({ invoices: Number(invoices) })}
          w={150}
        />
      </Group>
      <Stack gap={0} component="ul" m={0} p={0} className="rows">
        {changes.map((change, place) => (
          <ChangeRow
            key={change.id}
            change={change}
            licenses={details.licenses}
            fault={faultOf(place)}
            onChange={(news) => put(place, news)}
            onRemove={() => onChange({ changes: changes.filter((one) => one !== change) })}
          />
        ))}
      </Stack>
      {contract === undefined ? null : (
        <Fieldset legend={say('A contract is signed today')} my="sm">
          <Stack gap="sm">
            <ContractFields
              details={details}
              terms={contract}
              onChange={(news) => onChange({ contract: { ...contract, ...news } })}
            />
            <Button
              variant="default"
              size="xs"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => onChange({ contract: undefined })}
            >
              {say('Suppose no contract')}
            </Button>
          </Stack>
        </Fieldset>
      )}
      <Prices details={details} supposed={supposed} onChange={onChange} />
      <Adders details={details} supposed={supposed} onChange={onChange} />
    </Card>
  );
}

interface Part {
  readonly details: Details;
  readonly supposed: Supposed;
  readonly onChange: (news: Partial<Supposed>) => void;
}

function Prices({ details, supposed: { prices }, onChange }: Part) {
  const codes = Object.keys(prices.by);
  if (codes.length === 0) return null;
  return (
    <Fieldset legend={say('Catalog prices are other ones')} my="sm">
      <Group align="flex-end" gap="sm">
        <TextInput
          label={say('From')}
          type="date"
          required
          value={prices.from}
          onChange={(event) => onChange({ prices: { ...prices, from: event.currentTarget.value } })}
        />
        {codes.map((code) => (
          <AmountInput
            key={code}
            label={details.licenses[code]?.name ?? code}
            placeholder={sayFigure(details.licenses[code]?.unit_price?.amount ?? '')}
            value={prices.by[code] ?? ''}
            onChange={(price) =>
              onChange({ prices: { ...prices, by: { ...prices.by, [code]: price } } })
            }
            w={120}
          />
        ))}
        <Button variant="default" onClick={() => onChange({ prices: { ...prices, by: {} } })}>
          {say('Suppose no other prices')}
        </Button>
      </Group>
    </Fieldset>
  );
}

function Adders({ details, supposed, onChange }: Part) {
  const { changes, contract, prices } = supposed;
  const add = (what: SupposedDraft['what']) =>
    onChange({ changes: [...changes, newChange(details, what)] });
  const none = Object.fromEntries(Object.keys(details.licenses).map((code) => [code, '']));
  const hasPrices = Object.keys(prices.by).length > 0;
  const adders = [
    { label: say('A total changes'), run: () => add('totals') },
    { label: say('Somebody is hired'), run: () => add('hires') },
    { label: say('Somebody leaves'), run: () => add('leavers') },
    contract === undefined && {
      label: say('A contract is signed'),
      run: () => onChange({ contract: termsOf(details, undefined) }),
    },
    !hasPrices && {
      label: say('Prices change'),
      run: () => onChange({ prices: { ...prices, by: none } }),
    },
  ].filter((adder) => adder !== false);
  return (
    <Stack gap="xs" mt="sm">
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('Add what might happen. Nothing is ordered, and nobody is told.')}
        </Text>
      ) : null}
      <Group gap="xs">
        {adders.map(({ label, run }) => (
          <Button
            key={label}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={run}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
