import { Card, Center, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { PRODUCT, say } from '../../words/say.ts';

const TITLE = say('What you authorize');

/** What stands for the terms until the operator names their own (TOLLKEEPER_TERMS_URL). */
export function TermsPage() {
  useEffect(() => {
    document.title = `${TITLE} · ${PRODUCT}`;
  }, []);
  return (
    <Center component="main" mih="100vh" p="md">
      <Card padding="xl" maw={640}>
        <Title order={1} size="h3" mb="md">
          {TITLE}
        </Title>
        <Stack gap="sm">
          <Text>
            {say(
              'Your typed first and last name stand for your signature. With each change they are kept, together with the version of the terms that you accepted, and cannot be removed.',
            )}
          </Text>
          <Text>
            {say(
              'More licenses are charged at once, for the days that are left in the billing period. Fewer licenses count from the next billing period; nothing is credited for licenses that are not used.',
            )}
          </Text>
          <Text>
            {say(
              'Dialer minutes are paid in advance and never expire. A contract’s floors hold until its last day.',
            )}
          </Text>
          <Text c="dimmed" size="sm">
            {say(
              'Your operator’s own terms, where there are any, are named where you accept them.',
            )}
          </Text>
        </Stack>
      </Card>
    </Center>
  );
}
