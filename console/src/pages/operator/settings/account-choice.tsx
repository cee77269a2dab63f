import { Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCompany } from '../../../api/company.ts';
import { client } from '../../../api/queries.ts';
import { say } from '../../../words/say.ts';

const TYPING_MS = 200;
/** More than these are found by typing on. */
const SHOWN_MAX = 20;

/** Chooses a billing account of any company: the company by its name, then one of its accounts. */
export function AccountChoice(props: {
  value: string | null;
  onChange: (account: string | null) => void;
}) {
  const { value, onChange } = props;
  const { company: chosenAbove } = useCompany();
  const [company, setCompany] = useState<string | null>(chosenAbove ?? null);
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), TYPING_MS);
  const companies = useQuery({
    queryKey: ['companies', settled, SHOWN_MAX],
    placeholderData: (before) => before,
    queryFn: () =>
      client.get('/v1/companies', {
        query: { limit: SHOWN_MAX, ...(settled === '' ? {} : { search: settled }) },
      }),
  });
  const accounts = useQuery({
    queryKey: ['billing-accounts', company],
    enabled: company !== null,
    queryFn: () =>
      client.get('/v1/companies/{co}/billing-accounts', {
        params: { co: company ?? '' },
        query: { limit: 100 },
      }),
  });
  const chooseCompany = (chosen: string | null) => {
    setCompany(chosen);
    onChange(null);
  };
  return (
    <Group grow align="flex-start">
      <Select
        label={say('Company')}
        placeholder={say('Type its name')}
        searchable
        data={companies.data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        filter={({ options }) => options}
        value={company}
        onSearchChange={setTyped}
        onChange={chooseCompany}
      />
      <Select
        label={say('Billing account')}
        placeholder={company === null ? say('Choose a company first') : say('Choose one')}
        disabled={company === null}
        data={accounts.data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={value}
        onChange={onChange}
      />
    </Group>
  );
}
