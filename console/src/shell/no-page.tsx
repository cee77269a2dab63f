import { Button, Card, Center, Stack, Text, Title } from '@mantine/core';
import { say } from '../words/say.ts';

/** An address that is no page of the console. */
export function NoPage() {
  return (
    <Note
      title={say('There is no such page')}
      button={say('To the first page')}
      onClick={toFirstPage}
    >
      {say('The address may have been typed wrong, or the page may have moved.')}
    </Note>
  );
}

/** A page that could not be shown; mostly the console was renewed since the tab was opened. */
export function PageFailed() {
  return (
    <Note
      title={say('This page could not be shown')}
      button={say('Load it again')}
      onClick={loadAgain}
    >
      {say(
        'Mostly that is because Tollkeeper was renewed since you opened this tab. Nothing was changed.',
      )}
    </Note>
  );
}

const toFirstPage = () => window.location.assign('/');
const loadAgain = () => window.location.reload();

function Note(props: { title: string; button: string; onClick: () => void; children: string }) {
  return (
    <Center component="main" mih="60vh" p="md">
      <Card padding="xl" maw={460}>
        <Stack align="flex-start">
          <Title order={1} size="h3">
            {props.title}
          </Title>
          <Text>{props.children}</Text>
          <Button onClick={props.onClick}>{props.button}</Button>
        </Stack>
      </Card>
    </Center>
  );
}
