import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCompany } from '../api/company.ts';
import { client, type Me } from '../api/queries.ts';
import { say } from '../words/say.ts';

/** The company's name; for the operator a choice of all companies. */
export function CompanyChoice({ me }: { me: Me }) {
  const { company, choose } = useCompany();
  const navigate = useNavigate();
  const companies = useQuery({
    queryKey: ['companies'],
    enabled: me.operator,
    queryFn: () => client.get('/v1/companies', { query: { limit: 100 } }),
  });
  if (!me.operator) {
    return (
      <Text c="dimmed" truncate>
        {me.company?.name}
      </Text>
    );
  }
  return (
    <Select
      aria-label={say('Company')}
      placeholder={say('Choose a company')}
      searchable
      size="sm"
      w={{ base: 150, sm: 230 }}
      data={companies.data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={company ?? null}
      onChange={(value) => {
        if (value === null) return;
        choose(value);
        void navigate({ to: '/billing-information' });
      }}
      allowDeselect={false}
    />
  );
}
