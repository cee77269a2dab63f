import { Group, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { sayFigure, sayMoney } from '../../../api/money.ts';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { say } from '../../../words/say.ts';
import { effectOf, type TermsDraft } from './terms-draft.ts';

type Details = Schemas['BillingAccountDetails'];

interface Fields {
  readonly details: Details;
  readonly terms: TermsDraft;
  readonly onChange: (news: Partial<TermsDraft>) => void;
}

/** A contract's term, and for each license its floor and price beside what holds now. */
export function ContractFields({ details, terms, onChange }: Fields) {
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={say('First day')}
          type="date"
          required
          value={terms.startsOn}
          onChange={(event) => onChange({ startsOn: event.currentTarget.value })}
        />
        <NumberInput
          label={say('Months')}
          required
          min={1}
          max={600}
          allowDecimal={false}
          value={terms.months}
          onChange={(months) => onChange({ months: Number(months) })}
        />
      </Group>
      <Radio.Group
        label={say('At its end')}
        value={terms.atEnd}
        onChange={(atEnd) => onChange({ atEnd: atEnd === 'renew' ? 'renew' : 'lapse' })}
      >
        <Group mt={6}>
          <Radio value="lapse" label={say('Month to month')} />
          <Radio value="renew" label={say('Renew for as long again')} />
        </Group>
      </Radio.Group>
      <Licenses details={details} terms={terms} onChange={onChange} />
    </>
  );
}

function Licenses({ details, terms, onChange }: Fields) {
  return (
    <Stack gap="md">
      {Object.entries(details.licenses).map(([code, license]) => (
        <div key={code}>
          <Group grow align="flex-end">
            <NumberInput
              label={say('{license}: floor', { license: license.name })}
              placeholder={say('none')}
              min={0}
              allowDecimal={false}
              value={terms.floors[code] ?? ''}
              onChange={(floor) => onChange({ floors: { ...terms.floors, [code]: String(floor) } })}
            />
            <AmountInput
              label={say('Price in {currency} a month', { currency: details.currency })}
              placeholder={license.unit_price === null ? '–' : sayFigure(license.unit_price.amount)}
              value={terms.prices[code] ?? ''}
              onChange={(price) => onChange({ prices: { ...terms.prices, [code]: price } })}
            />
          </Group>
          <Text size="xs" c="dimmed" mt={4} className="figure">
            {license.unit_price === null
              ? say('The catalog has no price in this currency.')
              : say('Now {total} at {price} each.', {
                  total: license.total,
                  price: sayMoney(license.unit_price),
                })}{' '}
            {effectOf(license, terms.floors[code], details.period.end)}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
