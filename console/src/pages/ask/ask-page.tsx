import { Accordion, Card, Select, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useCompany } from '../../api/company.ts';
import { client } from '../../api/queries.ts';
import { AnswerText } from '../../parts/answer.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { NoCompany } from '../../parts/no-company.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { QUESTIONS, type Question } from '../../parts/questions.ts';
import { say } from '../../words/say.ts';

/** The questions that can be asked about one employee. */
const ABOUT_SOMEONE: ReadonlySet<Question> = new Set(['why-cannot-dial', 'why-insufficient-ports']);

/** The eight questions that people ask most, answered with the figures of this instant. */
export function AskPage() {
  const { company } = useCompany();
  const { hash } = useLocation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [employee, setEmployee] = useState<string | null>(null);
  const accounts = useAccounts(company);
  const account = chosen ?? accounts.data?.data[0]?.id;
  const answers = useQuery({
    queryKey: ['answers', account, employee],
    enabled: account !== undefined,
    placeholderData: keepPreviousData,
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/answers', {
        params: { ba: account ?? '' },
        query: employee === null ? {} : { employee },
      }),
  });
  if (company === undefined) return <NoCompany title={say('Ask')} />;
  return (
    <>
      <PageHeading
        title={say('Ask')}
        about={say('Answered with your own figures, as they are now')}
      />
      {accounts.data !== undefined && accounts.data.data.length > 1 ? (
        <Select
          label={say('Billing account')}
          data={accounts.data.data.map(({ id, name }) => ({ value: id, label: name }))}
          value={account ?? null}
          onChange={setChosen}
          allowDeselect={false}
          maw={340}
          mb="md"
        />
      ) : null}
      {accounts.data?.data.length === 0 ? (
        <Card>
          <Text>{say('There is no billing account to ask about yet.')}</Text>
        </Card>
      ) : (
        <Loaded query={answers} height={520}>
          {({ data }) => (
            <Card padding={0}>
              <Accordion defaultValue={hash === '' ? null : hash} order={2}>
                {data.map((answer) => (
                  <Accordion.Item value={answer.question} key={answer.question}>
                    <Accordion.Control>
                      <Text fw={600}>{QUESTIONS[answer.question]}</Text>
                    </Accordion.Control>
                    <Accordion.Panel>
                      <Stack gap="md">
                        {ABOUT_SOMEONE.has(answer.question) ? (
                          <EmployeeChoice
                            company={company}
                            value={employee}
                            onChange={setEmployee}
                          />
                        ) : null}
                        <AnswerText answer={answer} />
                      </Stack>
                    </Accordion.Panel>
                  </Accordion.Item>
                ))}
              </Accordion>
            </Card>
          )}
        </Loaded>
      )}
    </>
  );
}

function useAccounts(company: string | undefined) {
  return useQuery({
    queryKey: ['billing-accounts', company],
    enabled: company !== undefined,
    queryFn: () =>
      client.get('/v1/companies/{co}/billing-accounts', {
        params: { co: company ?? '' },
        query: { limit: 100 },
      }),
  });
}

function EmployeeChoice(props: {
  company: string;
  value: string | null;
  onChange: (employee: string | null) => void;
}) {
  const [search, setSearch] = useState('');
  const people = useQuery({
    queryKey: ['employees', props.company, 'choice', search],
    placeholderData: keepPreviousData,
    queryFn: () =>
      client.get('/v1/companies/{co}/employees', {
        params: { co: props.company },
        query: { limit: 50, ...(search.trim() === '' ? {} : { search: search.trim() }) },
      }),
  });
  return (
    <Select
      label={say('About')}
      placeholder={say('Everybody')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('About everybody') }}
      data={
        people.data?.data.map((one) => ({
          value: one.id,
          label: `${one.first_name} ${one.last_name}`,
        })) ?? []
      }
      value={props.value}
      onChange={props.onChange}
      onSearchChange={(text) => setSearch(/\s/.test(text) ? '' : text)}
      maw={340}
    />
  );
}
