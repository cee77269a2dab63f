import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '@tollkeeper/sdk';
import { useCompany } from '../../api/company.ts';
import { client } from '../../api/queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { NoCompany } from '../../parts/no-company.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';
import { ConnectionCard } from './connection-card.tsx';
import { DomainCard } from './domain-card.tsx';
import { PolicyCard } from './policy-card.tsx';

/** A company's own identity provider, and how its people must sign in. */
export function SingleSignOnPage() {
  const { company } = useCompany();
  if (company === undefined) return <NoCompany title={say('Single sign-on')} />;
  return <Page company={company} />;
}

function Page({ company }: { company: string }) {
  const params = { co: company };
  const connection = useQuery({
    queryKey: ['sso-connection', company],
    // That there is none yet is an answer too.
    queryFn: async () =>
      await client.get('/v1/companies/{co}/sso-connection', { params }).catch((error: unknown) => {
        if (error instanceof ProblemError && error.status === 404) return null;
        throw error;
      }),
  });
  const policy = useQuery({
    queryKey: ['sign-in-policy', company],
    queryFn: () => client.get('/v1/companies/{co}/sign-in-policy', { params }),
  });
  return (
    <>
      <PageHeading
        title={say('Single sign-on')}
        about={say('Your own identity provider, and how your people must sign in')}
      />
      <Loaded query={connection} height={360}>
        {(found) => (
          <Stack>
            <ConnectionCard key={found?.id ?? 'none'} company={company} connection={found} />
            {found === null ? null : <DomainCard company={company} connection={found} />}
            <Loaded query={policy} height={160}>
              {(rules) => (
                <PolicyCard
                  company={company}
                  policy={rules}
                  hasProvedConnection={found?.domain_verified === true}
                />
              )}
            </Loaded>
          </Stack>
        )}
      </Loaded>
    </>
  );
}
