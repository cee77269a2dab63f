import { Badge, Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useCatalog } from '../../api/catalog.ts';
import { client, refresh } from '../../api/queries.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

type Details = Schemas['BillingAccountDetails'];
type PermissionGroup = Schemas['PermissionGroup'];

/** What new employees are given by themselves, by their permission group. */
export function GroupRules({ details, mayAssign }: { details: Details; mayAssign: boolean }) {
  const rules = useQuery({
    queryKey: ['group-rules', details.id],
    queryFn: async () => {
      const [groups, set] = await Promise.all([
        client.get('/v1/companies/{co}/permission-groups', { params: { co: details.company } }),
        client.get('/v1/billing-accounts/{ba}/group-rules', { params: { ba: details.id } }),
      ]);
      return { groups: groups.data, rules: set.data };
    },
  });
  return (
    <Card component="section" aria-label={say('Rules by permission group')}>
      <Title order={2} size="h4">
        {say('Rules by permission group')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {say(
          'Whoever is newly made in a group is given its licenses, as far as there is room. For those who are there already, choose the group above, select everybody, and give.',
        )}
      </Text>
      <Loaded query={rules} height={160}>
        {({ groups, rules: set }) => (
          <Stack gap={0} component="ul" m={0} p={0} className="rows">
            {groups.map((group) => (
              <RuleRow
                key={group.id}
                details={details}
                group={group}
                types={set.find((rule) => rule.permission_group.id === group.id)?.license_types}
                mayAssign={mayAssign}
              />
            ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

interface RowProps {
  readonly details: Details;
  readonly group: PermissionGroup;
  /** Undefined where the group has no rule. */
  readonly types: readonly string[] | undefined;
  readonly mayAssign: boolean;
}

function RuleRow(props: RowProps) {
  const { details, group, types, mayAssign } = props;
  const [editing, setEditing] = useState(false);
  return (
    <Group component="li" className="row" py="sm" justify="space-between" gap="sm">
      <Group gap="xs">
        <Text size="sm" fw={600} miw={120}>
          {group.name}
        </Text>
        {types === undefined ? (
          <Text size="sm" c="dimmed">
            {say('nothing by itself')}
          </Text>
        ) : (
          types.map((code) => <Badge key={code}>{details.licenses[code]?.name ?? code}</Badge>)
        )}
      </Group>
      {mayAssign ? (
        <Button
          size="xs"
          variant="default"
          aria-label={say('Change what {group} is given', { group: group.name })}
          onClick={() => setEditing(true)}
        >
          {say('Change')}
        </Button>
      ) : null}
      {editing ? <RuleDialog {...props} onClose={() => setEditing(false)} /> : null}
    </Group>
  );
}

function RuleDialog({ details, group, types, onClose }: RowProps & { onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>(types ?? []);
  const { required } = useCatalog();
  const along = new Set(chosen.flatMap(required));
  const params = { ba: details.id, grp: group.id };
  const path = '/v1/billing-accounts/{ba}/group-rules/{grp}';
  return (
    <AuthorizeDialog
      title={say('Whoever is made a {group} is given', { group: group.name })}
      confirm={chosen.length === 0 ? say('Give nothing by itself') : say('Set the rule')}
      onClose={onClose}
      onConfirm={async (authorizedBy) => {
        if (chosen.length === 0) await client.delete(path, { params, authorizedBy });
        else {
          await client.put(path, { params, body: { license_types: [...chosen] }, authorizedBy });
        }
        await refresh();
      }}
    >
      <Stack gap="xs">
        {Object.entries(details.licenses).map(([code, { name }]) => (
          <Checkbox
            key={code}
            label={
              along.has(code) && !chosen.includes(code)
                ? say('{name} (comes along)', { name })
                : name
            }
            checked={chosen.includes(code) || along.has(code)}
            disabled={along.has(code)}
            onChange={(event) =>
              setChosen(
                event.currentTarget.checked
                  ? [...chosen, code]
                  : chosen.filter((one) => one !== code),
              )
            }
          />
        ))}
        <Text size="sm" c="dimmed">
          {say(
            'Nothing is charged: they come from what you pay for. What has no room is not given.',
          )}
        </Text>
      </Stack>
    </AuthorizeDialog>
  );
}
