import { Badge, Button, Group } from '@mantine/core';
import { IconShoppingCart } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import type { ComponentType } from 'react';
import { client } from '../../api/queries.ts';
import { sayStanding } from '../../api/standing.ts';
import { sayDay } from '../../api/time.ts';
import { HashTabs } from '../../parts/hash-tabs.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';
import './billing-account.css';
import { AssignmentsSection } from './assignments-section.tsx';
import { ContractSection } from './contract-section.tsx';
import { DocumentsSection } from './documents-section.tsx';
import { FundingSection } from './funding-section.tsx';
import { HistorySection } from './history-section.tsx';
import { LicensesSection } from './licenses-section.tsx';
import { MinutesSection } from './minutes-section.tsx';
import { PortsSection } from './ports-section.tsx';
import { SECTIONS, type SectionId } from './section-names.ts';
import { StorageSection } from './storage-section.tsx';

type Details = Schemas['BillingAccountDetails'];

const SHOWN: Record<SectionId, ComponentType<{ details: Details }>> = {
  licenses: LicensesSection,
  assignments: AssignmentsSection,
  minutes: MinutesSection,
  ports: PortsSection,
  storage: StorageSection,
  contract: ContractSection,
  funding: FundingSection,
  invoices: DocumentsSection,
  history: HistorySection,
};

/** Billing Account Details: one account, section by section. */
export function BillingAccountPage() {
  const { account } = useParams({ from: '/shell/billing-accounts/$account' });
  const details = useQuery({
    queryKey: ['billing-account', account],
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: account } }),
  });
  return (
    <Loaded query={details} height={520}>
      {(data) => <Sections details={data} />}
    </Loaded>
  );
}

function Sections({ details }: { details: Details }) {
  const { start, end } = details.period;
  return (
    <>
      <PageHeading
        title={details.name}
        about={say('Billing period {start} to {end} · {zone}', {
          start: sayDay(start),
          end: sayDay(end),
          zone: details.time_zone,
        })}
        actions={
          <Group gap="sm">
            {details.standing === 'good' ? null : (
              <Badge color="red" size="lg">
                {sayStanding(details.standing)}
              </Badge>
            )}
            <Button
              component={Link}
              to={`/billing-accounts/${details.id}/what-if`}
              variant="default"
            >
              {say('What if')}
            </Button>
            <Button
              component={Link}
              to={`/billing-accounts/${details.id}/cart`}
              leftSection={<IconShoppingCart size={16} aria-hidden />}
            >
              {say('Order')}
            </Button>
          </Group>
        }
      />
      <HashTabs label={say('Sections')} views={SECTIONS} mb="lg">
        {({ id }) => {
          const Section = SHOWN[id];
          return <Section details={details} />;
        }}
      </HashTabs>
    </>
  );
}
