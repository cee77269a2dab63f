import { Stack, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { saySentence } from '../api/sentence.ts';
import { Remedies } from './remedies.tsx';

/** What a question is answered, with the account's figures of this instant, and what to do. */
export function AnswerText({ answer }: { answer: Schemas['Answer'] }) {
  return (
    <Stack gap="md" align="flex-start">
      <Text maw={760} role="status" style={{ whiteSpace: 'pre-line' }}>
        {saySentence(answer.answer)}
      </Text>
      <Remedies remedies={answer.remedies} />
    </Stack>
  );
}
