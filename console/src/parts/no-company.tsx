import { Button, Card, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PageHeading } from './page-heading.tsx';

/** What an operator sees on a company's page before choosing one. */
export function NoCompany({ title }: { title: string }) {
  return (
    <>
      <PageHeading title={title} />
      <Card>
        <Stack align="flex-start" py="md">
          <Text>This page is about one company, and none is chosen.</Text>
          <Button component={Link} to="/companies">
            Choose a company
          </Button>
        </Stack>
      </Card>
    </>
  );
}
