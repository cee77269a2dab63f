import { Anchor, Button, Drawer, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../api/queries.ts';
import { say } from '../words/say.ts';
import { AnswerText } from './answer.tsx';
import { Loaded } from './loaded.tsx';
import { QUESTIONS, type Question } from './questions.ts';

interface Asked {
  readonly question: Question;
  readonly account: string;
  /** Whom it is asked about, where it can be about somebody. */
  readonly employee?: string | undefined;
}

/** The questions that a page gives rise to, each answered beside it without leaving it. */
export function Asks(props: {
  questions: readonly Question[];
  account: string;
  employee?: string | undefined;
}) {
  const { questions, ...about } = props;
  return (
    <Group gap={4} className="no-print" ml={-8}>
      {questions.map((question) => (
        <Ask key={question} question={question} {...about} />
      ))}
    </Group>
  );
}

function Ask(asked: Asked) {
  const [open, drawer] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        fw={500}
        h="auto"
        py={4}
        leftSection={<IconHelpCircle size={16} aria-hidden />}
        styles={{ label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.5 } }}
        onClick={drawer.open}
      >
        {QUESTIONS[asked.question]}
      </Button>
      {open ? <AnswerDrawer {...asked} onClose={drawer.close} /> : null}
    </>
  );
}

function AnswerDrawer({ question, account, employee, onClose }: Asked & { onClose: () => void }) {
  const answer = useQuery({
    queryKey: ['answer', account, question, employee],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/answers/{question}', {
        params: { ba: account, question },
        query: employee === undefined ? {} : { employee },
      }),
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={QUESTIONS[question]}
      styles={{ title: { fontWeight: 650, fontSize: 18 } }}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <Stack gap="lg">
        <Loaded query={answer} height={200}>
          {(data) => <AnswerText answer={data} />}
        </Loaded>
        <Anchor component={Link} to="/ask" size="sm" onClick={onClose}>
          {say('All questions')}
        </Anchor>
      </Stack>
    </Drawer>
  );
}
