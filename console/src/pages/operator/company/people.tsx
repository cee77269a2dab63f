import { Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { client } from '../../../api/queries.ts';
import { usePages } from '../../../api/use-pages.ts';
import { MorePages } from '../../../parts/more-pages.tsx';
import { say } from '../../../words/say.ts';

/** Who works there; each leads to why they can or cannot dial. */
export function People({ company }: { company: string }) {
  const people = usePages(['employees-of', company], (from) =>
    client.get('/v1/companies/{co}/employees', {
      params: { co: company },
      query: { limit: 12, ...from },
    }),
  );
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say('Employees')}
      </Title>
      <MorePages query={people} empty={say('Nobody works there yet.')}>
        {(rows) => (
          <Card>
            <Stack gap={0} component="ul" m={0} p={0} className="rows">
              {rows.map((person) => (
                <Group
                  component="li"
                  className="row"
                  key={person.id}
                  py={8}
                  justify="space-between"
                  wrap="nowrap"
                >
                  <Anchor component={Link} to={`/employees/${person.id}`} size="sm">
                    {person.first_name} {person.last_name}
                  </Anchor>
                  <Group gap="xs" wrap="nowrap">
                    <Text size="sm" c="dimmed">
                      {person.permission_group}
                    </Text>
                    {person.hidden ? <Badge color="gray">{say('hidden')}</Badge> : null}
                  </Group>
                </Group>
              ))}
            </Stack>
          </Card>
        )}
      </MorePages>
    </section>
  );
}
