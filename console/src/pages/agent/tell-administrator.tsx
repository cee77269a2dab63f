import { Button, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client, type Me } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';

/** Named at most; all of them may be written to. */
const NAMED_MAX = 3;

/** Who can mend it, and a message to them that says what stands in the way and where to mend it. */
export function TellAdministrator(props: { activity: Schemas['ActivityAccess']; me: Me }) {
  const { activity, me } = props;
  const company = me.company?.id;
  const administrators = useQuery({
    queryKey: ['administrators', company],
    enabled: company !== undefined,
    queryFn: () =>
      client.get('/v1/companies/{co}/employees', {
        params: { co: company ?? '' },
        query: { permission_group: 'Administrator', hidden: 'false', limit: 20 },
      }),
  });
  const people = administrators.data?.data ?? [];
  const message = messageOf(activity, me);
  const subject = `${me.name} cannot dial`;
  const to = people.map(({ email }) => email).join(',');
  const body = new URLSearchParams({ subject, body: message }).toString().replaceAll('+', '%20');
  return (
    <>
      {people.length === 0 ? null : <Text>{`${namesOf(people)} can mend it.`}</Text>}
      <Group gap="xs">
        <Button
          component="a"
          href={`mailto:${to}?${body}`}
          leftSection={<IconMail size={16} aria-hidden />}
        >
          Write to {people.length === 1 ? people[0]?.first_name : 'an Administrator'}
        </Button>
        <CopyButton value={message}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
            >
              {copied ? 'Copied' : 'Copy the message'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </>
  );
}

function namesOf(people: readonly Schemas['Employee'][]): string {
  const names = people.slice(0, NAMED_MAX).map((one) => `${one.first_name} ${one.last_name}`);
  return new Intl.ListFormat(undefined, { type: 'disjunction' }).format(names);
}

function messageOf({ name, checks }: Schemas['ActivityAccess'], me: Me): string {
  const why = checks
    .filter((check) => !check.passed)
    .map((check) => `- ${saySentence(check.admin_message ?? check.message ?? '')}`);
  const link = `${window.location.origin}/employees/${me.id}#access`;
  return [`“${name}” is refused to ${me.name}:`, ...why, '', `To mend it: ${link}`].join('\n');
}
