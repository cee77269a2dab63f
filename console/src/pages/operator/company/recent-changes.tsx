import { Card, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { sayAction } from '../../../api/audit-actions.ts';
import { client } from '../../../api/queries.ts';
import { sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { MorePages } from '../../../parts/more-pages.tsx';
import { say } from '../../../words/say.ts';

/** What was changed there lately, and under whose name. */
export function RecentChanges({ company }: { company: string }) {
  const changes = usePages(['audit-of', company], (from) =>
    client.get('/v1/companies/{co}/audit', {
      params: { co: company },
      query: { limit: 12, ...from },
    }),
  );
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say('Changes')}
      </Title>
      <MorePages query={changes} empty={say('Nothing was changed yet.')}>
        {(rows) => (
          <Card>
            <Stack gap={0} component="ul" m={0} p={0} className="rows">
              {rows.map((entry) => (
                <li className="row" key={entry.id}>
                  <Text size="sm" pt={8}>
                    {sayAction(entry.action)}
                  </Text>
                  <Text size="xs" c="dimmed" pb={8}>
                    {whoseName(entry)}, {sayInstant(entry.occurred_at)}
                  </Text>
                </li>
              ))}
            </Stack>
          </Card>
        )}
      </MorePages>
    </section>
  );
}

function whoseName({ authorized_by: typed, actor }: Schemas['AuditEntry']): string {
  if (typed === null) return actor.name;
  return say('{name} (signed in as {account})', {
    name: `${typed.first_name} ${typed.last_name}`,
    account: actor.name,
  });
}
