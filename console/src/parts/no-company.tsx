import { Button, Card, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { say } from '../words/say.ts';
import { PageHeading } from './page-heading.tsx';

/** What an operator sees on a company's page before choosing one. */
export function NoCompany({ title }: { title: string }) {
  return (
    <>
      <PageHeading title={title} />
      <Card>
        <Stack align="flex-start" py="md">
          <Text>{say('This page is about one company, and none is chosen.')}</Text>
          <Button component={Link} to="/companies">
            {say('Choose a company')}
          </Button>
        </Stack>
      </Card>
    </>
  );
}
