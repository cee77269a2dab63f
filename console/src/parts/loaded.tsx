import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ProblemError } from '@tollkeeper/sdk';
import type { ReactNode } from 'react';
import { saySentence } from '../api/sentence.ts';
import { say } from '../words/say.ts';
import { Remedies } from './remedies.tsx';

/** What was asked for; until it is there its shape, and where it failed why and what to do. */
export function Loaded<Data>(props: {
  query: UseQueryResult<Data>;
  /** Height of the shape, so that nothing jumps when the answer comes. */
  height?: number;
  children: (data: Data) => ReactNode;
}) {
  const { query, height = 160, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <Failed error={query.error} retry={() => query.refetch()} />;
  return <Skeleton height={height} radius="md" role="status" aria-label={say('Loading')} />;
}

/** Whether something was changed is not known then; asking again does no harm. */
const LOST = say('The connection was lost. Trying again is safe: nothing is done twice.');

/** A refusal or a fault in words, with its remedies. */
export function Failed({ error, retry }: { error: Error; retry?: () => unknown }) {
  const problem = error instanceof ProblemError ? error : undefined;
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={titleOf(problem)}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{saySentence(problem?.message ?? LOST)}</Text>
        {problem?.requestId === undefined ? null : (
          <Text size="xs" c="dimmed">
            {say('Reference {number}', { number: problem.requestId })}
          </Text>
        )}
        <Remedies remedies={problem?.remedies ?? []} />
        {retry === undefined ? null : (
          <Button size="xs" variant="default" onClick={retry}>
            {say('Try again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function titleOf(problem: ProblemError | undefined): string {
  return problem?.title ?? say('No answer');
}
