import { Group, MultiSelect, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useCompany } from '../../../api/company.ts';
import { figureMarks } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { say } from '../../../words/say.ts';
import type { EntryDraft } from './entry-draft.ts';
import { type CatalogKind, choicesOf } from './kinds.ts';
import { PricesInput } from './prices-input.tsx';

interface FieldsProps {
  readonly draft: EntryDraft;
  readonly catalog: Schemas['Catalog'];
  readonly onChange: (news: Partial<EntryDraft>) => void;
}

/** The fields that belong to a kind of entry. */
export function EntryFields({ kind, ...props }: { kind: CatalogKind } & FieldsProps) {
  switch (kind) {
    case 'license_type':
      return <LicenseTypeFields {...props} />;
    case 'rate':
      return <RateFields {...props} />;
    case 'activity':
      return <ActivityFields {...props} />;
    case 'storage_meter':
      return <MeterFields {...props} />;
  }
}

function LicenseTypeFields({ draft, catalog, onChange }: FieldsProps) {
  return (
    <>
      <NameInput draft={draft} onChange={onChange} />
      <PricesInput
        label={say('Price of one a month')}
        prices={draft.prices}
        onChange={(prices) => onChange({ prices })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={say('Kind')}
          data={[
            { value: 'named', label: say('named: one employee each') },
            { value: 'pooled', label: say('pooled: shared by who is at work') },
          ]}
          allowDeselect={false}
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind ?? draft.kind })}
        />
        <Select
          label={say('Unit')}
          data={choicesOf('seat', 'port')}
          allowDeselect={false}
          value={draft.unit}
          onChange={(unit) => onChange({ unit: unit ?? draft.unit })}
        />
      </SimpleGrid>
      <Codes
        label={say('Requires')}
        catalog={catalog}
        value={draft.requires}
        onChange={(requires) => onChange({ requires })}
      />
    </>
  );
}

function RateFields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <Group grow>
        <Select
          label={say('Meter')}
          data={choicesOf('voice', 'sms')}
          allowDeselect={false}
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind ?? draft.kind })}
        />
        <Direction draft={draft} onChange={onChange} />
      </Group>
      <PricesInput
        label={draft.kind === 'sms' ? say('Price of a segment') : say('Price of a minute')}
        prices={draft.prices}
        onChange={(prices) => onChange({ prices })}
      />
      <Group grow>
        <Whole
          label={say('First increment, seconds')}
          value={draft.firstSeconds}
          onChange={(firstSeconds) => onChange({ firstSeconds })}
        />
        <Whole
          label={say('Next increments, seconds')}
          value={draft.nextSeconds}
          onChange={(nextSeconds) => onChange({ nextSeconds })}
        />
      </Group>
      <PricesInput
        label={say('Connection fee')}
        prices={draft.fees}
        onChange={(fees) => onChange({ fees })}
      />
    </>
  );
}

function ActivityFields({ draft, catalog, onChange }: FieldsProps) {
  return (
    <>
      <NameInput draft={draft} onChange={onChange} />
      <Permission draft={draft} onChange={onChange} />
      <Codes
        label={say('The employee must hold')}
        catalog={catalog}
        value={draft.licenses}
        onChange={(licenses) => onChange({ licenses })}
      />
      <Codes
        label={say('Takes a place in')}
        catalog={catalog}
        value={draft.places}
        onChange={(places) => onChange({ places })}
      />
      <Group grow>
        <Select
          label={say('Metered')}
          data={choicesOf('voice', 'sms', 'none')}
          allowDeselect={false}
          value={draft.metered}
          onChange={(metered) => onChange({ metered: metered ?? draft.metered })}
        />
        <Direction draft={draft} onChange={onChange} />
      </Group>
      <Group grow>
        <Select
          label={say('Seconds count from')}
          data={choicesOf('start', 'answer')}
          allowDeselect={false}
          value={draft.countsFrom}
          onChange={(countsFrom) => onChange({ countsFrom: countsFrom ?? draft.countsFrom })}
        />
        <Whole
          label={say('Rings for, seconds')}
          value={draft.ringSeconds}
          onChange={(ringSeconds) => onChange({ ringSeconds })}
        />
      </Group>
    </>
  );
}

function MeterFields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <NameInput draft={draft} onChange={onChange} />
      <PricesInput
        label={say('Price of a GB and month')}
        prices={draft.prices}
        onChange={(prices) => onChange({ prices })}
      />
      <Group grow>
        <Whole
          label={say('Included, bytes')}
          value={draft.baseBytes}
          onChange={(baseBytes) => onChange({ baseBytes })}
        />
        <Whole
          label={say('Included per user, bytes')}
          value={draft.perUserBytes}
          onChange={(perUserBytes) => onChange({ perUserBytes })}
        />
      </Group>
    </>
  );
}

type Change = Pick<FieldsProps, 'draft' | 'onChange'>;

function NameInput({ draft, onChange }: Change) {
  return (
    <TextInput
      label={say('Name')}
      required
      maxLength={100}
      value={draft.name}
      onChange={(event) => onChange({ name: event.currentTarget.value })}
    />
  );
}

function Direction({ draft, onChange }: Change) {
  return (
    <Select
      label={say('Direction')}
      placeholder={say('both')}
      clearable
      data={choicesOf('outbound', 'inbound')}
      value={draft.direction}
      onChange={(direction) => onChange({ direction })}
    />
  );
}

/** The permissions there are, from what any company's Administrator has: every one. */
function Permission({ draft, onChange }: Change) {
  const { company } = useCompany();
  const groups = useQuery({
    queryKey: ['permission-groups', company],
    enabled: company !== undefined,
    queryFn: () =>
      client.get('/v1/companies/{co}/permission-groups', { params: { co: company ?? '' } }),
  });
  const known = groups.data?.data.flatMap(({ permissions }) => permissions) ?? [];
  const all = [...new Set([...known, ...(draft.permission === null ? [] : [draft.permission])])];
  return (
    <Select
      label={say('Permission')}
      placeholder={say('none: no employee is concerned')}
      clearable
      data={all}
      value={draft.permission}
      onChange={(permission) => onChange({ permission })}
    />
  );
}

function Codes(props: {
  label: string;
  catalog: Schemas['Catalog'];
  value: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  return (
    <MultiSelect
      label={props.label}
      data={props.catalog.license_types.map(({ code }) => code)}
      value={[...props.value]}
      onChange={props.onChange}
    />
  );
}

function Whole(props: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <NumberInput
      label={props.label}
      min={0}
      allowDecimal={false}
      {...figureMarks}
      value={props.value}
      onChange={(value) => props.onChange(Number(value))}
    />
  );
}
