import { Badge, Button, Card, Select, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { HeadedTable } from '../../parts/headed-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { ROLES, type Role } from './roles.ts';
import { SignInLinkDialog } from './sign-in-link-dialog.tsx';
import { StaffPolicyCard } from './staff-policy-card.tsx';

type Member = Schemas['StaffMember'];

/** The operator's people: who they are and what they may do. */
export function StaffPage() {
  const { data: me } = useMe();
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<{ name: string; url: string; expires_at: string }>();
  const mayChange = me?.role === 'admin';
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: () => client.get('/v1/staff', { query: { limit: 100 } }),
  });
  const invite = mayChange ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      {say('Invite somebody')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeading
        title={say('Staff')}
        about={say('Your own people, and what they may do')}
        actions={invite}
      />
      <Card>
        <Loaded query={staff}>
          {({ data }) => (
            <HeadedTable
              scrolls={say('Table, which scrolls')}
              columns={[
                [say('Name')],
                [say('E-mail address')],
                [say('Two-factor sign-in')],
                [say('Role')],
                ...(mayChange ? [[say('Actions'), 'unseen'] as const] : []),
              ]}
              rows={data}
              row={(member) => (
                <Row
                  key={member.id}
                  member={member}
                  mayChange={mayChange}
                  isMe={member.id === me?.id}
                  onLink={setLink}
                />
              )}
            />
          )}
        </Loaded>
        <Text size="sm" c="dimmed" mt="md">
          {ROLES.map(({ label, about }) => `${label}: ${about}`).join(' ')}
        </Text>
      </Card>
      <StaffPolicyCard
        mayChange={mayChange}
        without={staff.data?.data.filter((member) => !member.two_factor).length ?? 0}
      />
      {inviting ? <InviteDialog onInvited={setLink} onClose={() => setInviting(false)} /> : null}
      {link === undefined ? null : (
        <SignInLinkDialog link={link} onClose={() => setLink(undefined)} />
      )}
    </>
  );
}

function Row(props: {
  member: Member;
  mayChange: boolean;
  isMe: boolean;
  onLink: (link: { name: string; url: string; expires_at: string }) => void;
}) {
  const { member, mayChange, isMe, onLink } = props;
  const params = { usr: member.id };
  const change = (role: Role) =>
    told(() => client.patch('/v1/staff/{usr}', { params, body: { role } }));
  const remove = () => told(() => client.delete('/v1/staff/{usr}', { params }));
  const makeLink = () =>
    told(async () => {
      const made = await client.post('/v1/staff/{usr}/sign-in-links', { params });
      onLink({ name: member.name, ...made });
    });
  return (
    <Table.Tr>
      <Table.Td>{isMe ? say('{name} (you)', { name: member.name }) : member.name}</Table.Td>
      <Table.Td>{member.email.endsWith('.invalid') ? say('None set yet') : member.email}</Table.Td>
      <Table.Td>
        <Badge color={member.two_factor ? 'teal' : 'gray'}>
          {member.two_factor ? say('on') : say('off')}
        </Badge>
      </Table.Td>
      <Table.Td>
        {mayChange ? (
          <Select
            aria-label={say('Role of {name}', { name: member.name })}
            w={220}
            data={ROLES.map(({ value, label }) => ({ value, label }))}
            value={member.role}
            allowDeselect={false}
            onChange={(role) => role !== null && change(role as Role)}
          />
        ) : (
          ROLES.find(({ value }) => value === member.role)?.label
        )}
      </Table.Td>
      {mayChange ? (
        <Table.Td>
          <Button.Group>
            <Button size="xs" variant="default" onClick={makeLink}>
              {say('Sign-in link')}
            </Button>
            <Button size="xs" variant="default" onClick={remove}>
              {say('Remove')}
            </Button>
          </Button.Group>
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}

/** Does it, and says why not where it is refused: the table then shows what stands. */
async function told(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notifications.show({ color: 'orange', message: (error as Error).message });
  }
  await refresh();
}
