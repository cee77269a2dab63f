import { Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useCompany } from '../../../api/company.ts';
import { client } from '../../../api/queries.ts';
import { sayInstant } from '../../../api/time.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { say } from '../../../words/say.ts';
import { AccountCard } from './account-card.tsx';
import { OpenInvoices } from './open-invoices.tsx';
import { People } from './people.tsx';
import { RecentChanges } from './recent-changes.tsx';

/** A company from all sides: its accounts, what it owes, its people, what was done lately. */
export function CompanyPage() {
  const { company = '' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: ['company', company],
    queryFn: () => client.get('/v1/companies/{co}', { params: { co: company } }),
  });
  return (
    <Loaded query={found} height={520}>
      {(data) => (
        <>
          <PageHeading
            title={data.name}
            about={aboutCompany(data)}
            actions={<SeeAsCompany company={company} />}
          />
          <Stack gap="lg">
            <Accounts company={company} />
            <OpenInvoices company={company} />
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <People company={company} />
              <RecentChanges company={company} />
            </SimpleGrid>
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function aboutCompany({ created_at: at, external_id: id }: Schemas['Company']): string {
  const instant = sayInstant(at);
  return id === null
    ? say('Customer since {instant}', { instant })
    : say('Customer since {instant} · your id {id}', { instant, id });
}

/** Its own pages, as the operator may see and change them. */
function SeeAsCompany({ company }: { company: string }) {
  const { choose } = useCompany();
  const navigate = useNavigate();
  return (
    <Button
      onClick={() => {
        choose(company);
        void navigate({ to: '/billing-information' });
      }}
    >
      {say('Open its pages')}
    </Button>
  );
}

function Accounts({ company }: { company: string }) {
  const information = useQuery({
    queryKey: ['billing-information', company],
    queryFn: () =>
      client.get('/v1/companies/{co}/billing-information', { params: { co: company } }),
  });
  return (
    <Loaded query={information} height={240}>
      {({ billing_accounts: accounts }) =>
        accounts.length === 0 ? (
          <Card>
            <Group justify="space-between">
              <Text>{say('It has no billing account yet.')}</Text>
              <SeeAsCompany company={company} />
            </Group>
          </Card>
        ) : (
          accounts.map((account) => <AccountCard key={account.id} account={account} />)
        )
      }
    </Loaded>
  );
}
