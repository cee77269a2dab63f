import { Group, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';
import { DifferenceList } from '../catalog/difference-list.tsx';
import { EffectiveDay } from './effective-day.tsx';
import {
  CATEGORIES,
  exampleOf,
  isComplete,
  type TaxDraft,
  type TaxVersion,
  taxBody,
  taxDifferences,
  taxDraft,
} from './tax-draft.ts';

/** Writes a tax's next version, beside what it changes and what a price comes to. */
export function TaxEditor(props: {
  /** The version in force; undefined for a new tax, or one that is yet to begin. */
  current: TaxVersion | undefined;
  /** What the fields begin with; undefined for a new tax. */
  from: TaxVersion | undefined;
  onClose: () => void;
}) {
  const { current, from, onClose } = props;
  const [draft, setDraft] = useState<TaxDraft>(() => taxDraft(from));
  const change = (news: Partial<TaxDraft>) => setDraft((now) => ({ ...now, ...news }));
  const body = taxBody(draft);
  const differences = taxDifferences(current, body);
  return (
    <FormDialog
      title={
        from === undefined ? say('A new tax') : say('A new version of {name}', { name: from.name })
      }
      confirm={say('Publish')}
      ready={isComplete(draft) && differences.length > 0}
      size="lg"
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.put('/v1/tax-rates/{jurisdiction}/{code}', {
          params: { jurisdiction: draft.jurisdiction, code: draft.code },
          body,
          idempotencyKey,
        })
      }
    >
      {(faultAt) => (
        <>
          {from === undefined ? (
            <Group grow align="flex-start">
              <TextInput
                label={say('Where')}
                description={say('A country, or one with its region: DE, US-NY')}
                required
                data-autofocus
                value={draft.jurisdiction}
                error={faultAt('/jurisdiction')}
                onChange={(event) =>
                  change({ jurisdiction: event.currentTarget.value.toUpperCase() })
                }
              />
              <TextInput
                label={say('Code')}
                description={say('One for each tax of that place: vat')}
                required
                value={draft.code}
                error={faultAt('/code')}
                onChange={(event) => change({ code: event.currentTarget.value.toLowerCase() })}
              />
            </Group>
          ) : null}
          <Group grow align="flex-start">
            <TextInput
              label={say('Name')}
              description={say('As documents say it, such as VAT')}
              required
              maxLength={40}
              value={draft.name}
              error={faultAt('/name')}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <EffectiveDay
              value={draft.effectiveOn}
              onChange={(effectiveOn) => change({ effectiveOn })}
              error={faultAt('/effective_on')}
            />
          </Group>
          <SimpleGrid cols={3} spacing="sm">
            {CATEGORIES.map(({ category, label }) => (
              <TextInput
                key={category}
                label={say('{what}, in %', { what: label })}
                placeholder={say('not taxed')}
                inputMode="decimal"
                value={draft.rates[category]}
                error={faultAt(`/rates/${category}`)}
                onChange={(event) =>
                  change({ rates: { ...draft.rates, [category]: event.currentTarget.value } })
                }
              />
            ))}
          </SimpleGrid>
          <Switch
            label={say('Prices of licenses and storage contain it')}
            description={say(
              'On minutes it always comes on top: what is paid for them is credited whole',
            )}
            checked={draft.pricesInclude}
            onChange={(event) => change({ pricesInclude: event.currentTarget.checked })}
          />
          <Stack gap={4}>
            <Text size="sm" fw={600}>
              {say('What it changes')}
            </Text>
            <DifferenceList differences={differences} />
            <Text size="sm">{exampleOf(draft.rates.licenses, draft.pricesInclude)}</Text>
            <Text size="sm" c="dimmed">
              {say('Documents that were issued are never taxed anew.')}
            </Text>
          </Stack>
        </>
      )}
    </FormDialog>
  );
}

/** Charges a tax no more from some day on: a version without rates. */
export function EndTax({ tax, onClose }: { tax: TaxVersion; onClose: () => void }) {
  const [day, setDay] = useState('');
  return (
    <FormDialog
      title={say('Charge {name} no more', { name: tax.name })}
      confirm={say('End it')}
      ready
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.put('/v1/tax-rates/{jurisdiction}/{code}', {
          params: { jurisdiction: tax.jurisdiction, code: tax.code },
          body: {
            name: tax.name,
            rates: {},
            prices_include: tax.prices_include,
            ...(day === '' ? {} : { effective_on: day }),
          },
          idempotencyKey,
        })
      }
    >
      {(faultAt) => (
        <>
          <Text size="sm">
            {say(
              'Documents from that day on bear no {name}. Its versions stay; going back to one charges it again.',
              { name: tax.name },
            )}
          </Text>
          <EffectiveDay value={day} onChange={setDay} error={faultAt('/effective_on')} />
        </>
      )}
    </FormDialog>
  );
}
