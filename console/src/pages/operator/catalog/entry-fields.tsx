import { Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useCompany } from '../../../api/company.ts';
import { client } from '../../../api/queries.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { CatalogKind } from './kinds.ts';
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
        label="Price of one a month"
        prices={draft.prices}
        onChange={(prices) => onChange({ prices })}
      />
      <Group grow>
        <Select
          label="Kind"
          data={[
            { value: 'named', label: 'named: one employee each' },
            { value: 'pooled', label: 'pooled: shared by who is at work' },
          ]}
          allowDeselect={false}
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind ?? draft.kind })}
        />
        <Select
          label="Unit"
          data={['seat', 'port']}
          allowDeselect={false}
          value={draft.unit}
          onChange={(unit) => onChange({ unit: unit ?? draft.unit })}
        />
      </Group>
      <Codes
        label="Requires"
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
          label="Meter"
          data={['voice', 'sms']}
          allowDeselect={false}
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind ?? draft.kind })}
        />
        <Direction draft={draft} onChange={onChange} />
      </Group>
      <PricesInput
        label={draft.kind === 'sms' ? 'Price of a segment' : 'Price of a minute'}
        prices={draft.prices}
        onChange={(prices) => onChange({ prices })}
      />
      <Group grow>
        <Whole
          label="First increment, seconds"
          value={draft.firstSeconds}
          onChange={(firstSeconds) => onChange({ firstSeconds })}
        />
        <Whole
          label="Next increments, seconds"
          value={draft.nextSeconds}
          onChange={(nextSeconds) => onChange({ nextSeconds })}
        />
      </Group>
      <PricesInput
        label="Connection fee"
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
        label="The employee must hold"
        catalog={catalog}
        value={draft.licenses}
        onChange={(licenses) => onChange({ licenses })}
      />
      <Codes
        label="Takes a place in"
        catalog={catalog}
        value={draft.places}
        onChange={(places) => onChange({ places })}
      />
      <Group grow>
        <Select
          label="Metered"
          data={['voice', 'sms', 'none']}
          allowDeselect={false}
          value={draft.metered}
          onChange={(metered) => onChange({ metered: metered ?? draft.metered })}
        />
        <Direction draft={draft} onChange={onChange} />
      </Group>
      <Group grow>
        <Select
          label="Seconds count from"
          data={['start', 'answer']}
          allowDeselect={false}
          value={draft.countsFrom}
          onChange={(countsFrom) => onChange({ countsFrom: countsFrom ?? draft.countsFrom })}
        />
        <Whole
          label="Rings for, seconds"
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
        label="Price of a GB and month"
        prices={draft.prices}
        onChange={(prices) => onChange({ prices })}
      />
      <Group grow>
        <Whole
          label="Included, bytes"
          value={draft.baseBytes}
          onChange={(baseBytes) => onChange({ baseBytes })}
        />
        <Whole
          label="Included per user, bytes"
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
      label="Name"
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
      label="Direction"
      placeholder="both"
      clearable
      data={['outbound', 'inbound']}
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
      label="Permission"
      placeholder="none: no employee is concerned"
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
      thousandSeparator=","
      value={props.value}
      onChange={(value) => props.onChange(Number(value))}
    />
  );
}
