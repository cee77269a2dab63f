import { Button, Card, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCompany } from '../../api/company.ts';
import { client, useMe } from '../../api/queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { NoCompany } from '../../parts/no-company.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';
import { AccountSummary } from './account-summary.tsx';
import { OpenAccountDialog } from './open-account-dialog.tsx';

/** The summary of all billing accounts: totals, the minutes balance, what is next, receipts. */
export function BillingInformationPage() {
  const { company } = useCompany();
  const information = useQuery({
    queryKey: ['billing-information', company],
    enabled: company !== undefined,
    queryFn: () =>
      client.get('/v1/companies/{co}/billing-information', { params: { co: company ?? '' } }),
  });
  if (company === undefined) return <NoCompany title={say('Billing Information')} />;
  return (
    <>
      <PageHeading
        title={say('Billing Information')}
        about={say('What you pay for, what is left, and what comes next')}
      />
      <Loaded query={information} height={420}>
        {({ billing_accounts: accounts }) =>
          accounts.length === 0 ? (
            <NoAccount company={company} />
          ) : (
            <Stack gap={40}>
              {accounts.map((account) => (
                <AccountSummary key={account.id} account={account} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function NoAccount({ company }: { company: string }) {
  const { data: me } = useMe();
  const [opening, dialog] = useDisclosure(false);
  return (
    <Card>
      <Stack align="flex-start" py="md">
        <Text>{say('There is no billing account yet.')}</Text>
        {me?.operator === true ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
            {say('Open a billing account')}
          </Button>
        ) : (
          <Text c="dimmed">{say('Your operator opens the first one.')}</Text>
        )}
      </Stack>
      {opening ? <OpenAccountDialog company={company} onClose={dialog.close} /> : null}
    </Card>
  );
}
