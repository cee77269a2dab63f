import { Group, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAttempt } from '../../api/attempt.ts';
import { client, refresh } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';

/** The permission groups that a company's employees can be in. */
export function usePermissionGroups(company: string) {
  return useQuery({
    queryKey: ['permission-groups', company],
    queryFn: () => client.get('/v1/companies/{co}/permission-groups', { params: { co: company } }),
  });
}

export function AddEmployeeDialog({ company, onClose }: { company: string; onClose: () => void }) {
  const groups = usePermissionGroups(company);
  const navigate = useNavigate();
  const attempt = useAttempt();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [email, setEmail] = useState('');
  const [group, setGroup] = useState<string | null>('Basic User');
  const add = async (authorizedBy: TypedName) => {
    try {
      const made = await client.post('/v1/companies/{co}/employees', {
        params: { co: company },
        body: {
          first_name: first.trim(),
          last_name: last.trim(),
          email: email.trim(),
          permission_group: group ?? '',
        },
        authorizedBy,
        idempotencyKey: attempt.key(),
      });
      await refresh();
      await navigate({ to: `/employees/${made.id}` });
    } catch (error) {
      attempt.renew();
      throw error;
    }
  };
  return (
    <AuthorizeDialog
      title={say('Add an employee')}
      confirm={say('Add')}
      onConfirm={add}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            label={say('Employee’s first name')}
            required
            maxLength={100}
            data-autofocus
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
          />
          <TextInput
            label={say('Employee’s last name')}
            required
            maxLength={100}
            value={last}
            onChange={(event) => setLast(event.currentTarget.value)}
          />
        </Group>
        <TextInput
          label={say('E-mail address')}
          type="email"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Select
          label={say('Permission group')}
          description={say('What they may do; licenses are given on their page')}
          data={groups.data?.data.map(({ name }) => name) ?? []}
          value={group}
          onChange={setGroup}
          allowDeselect={false}
        />
      </Stack>
    </AuthorizeDialog>
  );
}
