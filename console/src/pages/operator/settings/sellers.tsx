import { Accordion, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, useMe } from '../../../api/queries.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { say } from '../../../words/say.ts';
import { Letterhead } from './letterhead.tsx';
import { type Seller, sellerDifferences, typedOf } from './seller-draft.ts';
import { SellerEditor } from './seller-editor.tsx';
import { VersionList } from './version-list.tsx';
import { inForce, versionsBy } from './versions.ts';

interface Editing {
  readonly code: string | undefined;
  readonly current: Seller | undefined;
  readonly from: Seller | undefined;
}

/** The legal entities that sell, with all their versions. */
export function Sellers() {
  const { data: me } = useMe();
  const mayChange = me?.permissions.includes('employees.manage') === true;
  const [editing, setEditing] = useState<Editing>();
  const sellers = useQuery({
    queryKey: ['sellers'],
    queryFn: () => client.get('/v1/sellers', {}),
  });
  return (
    <Loaded query={sellers} height={320}>
      {({ data }) => {
        const byCode = versionsBy(data, ({ code }) => code);
        const hasDefault = byCode.has('default');
        return (
          <Stack gap="md">
            {byCode.size === 0 ? <NoSeller /> : null}
            {byCode.size === 0 ? null : (
              <Card padding="xs">
                <Accordion multiple chevronPosition="left" defaultValue={['default']}>
                  {[...byCode].map(([code, versions]) => (
                    <SellerItem
                      key={code}
                      code={code}
                      versions={versions}
                      mayChange={mayChange}
                      onEdit={setEditing}
                    />
                  ))}
                </Accordion>
              </Card>
            )}
            {mayChange ? (
              <Group>
                <Button
                  leftSection={<IconPlus size={16} aria-hidden />}
                  variant={hasDefault ? 'default' : 'filled'}
                  onClick={() =>
                    setEditing({
                      code: hasDefault ? undefined : 'default',
                      current: undefined,
                      from: undefined,
                    })
                  }
                >
                  {hasDefault ? say('Add a seller') : say('Enter who sells')}
                </Button>
              </Group>
            ) : null}
            {editing === undefined ? null : (
              <SellerEditor {...editing} onClose={() => setEditing(undefined)} />
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function NoSeller() {
  return (
    <Card>
      <Text>
        {say(
          'Nobody has entered who sells: documents bear no name, address or VAT ID of yours, and electronic invoices cannot be written.',
        )}
      </Text>
    </Card>
  );
}

function SellerItem(props: {
  code: string;
  versions: readonly Seller[];
  mayChange: boolean;
  onEdit: (editing: Editing) => void;
}) {
  const { code, versions, mayChange, onEdit } = props;
  const current = inForce(versions);
  const newest = versions.at(-1);
  const edit = (from: Seller | undefined) => onEdit({ code, current, from });
  return (
    <Accordion.Item value={code}>
      <Accordion.Control>
        <Group gap="xs" fz="sm" component="span">
          <Text inherit span fw={600}>
            {(current ?? newest)?.legal_name}
          </Text>
          <Text inherit span c="dimmed">
            {code === 'default' ? say('sells where no other was chosen') : code}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="md">
          <Letterhead typed={typedOf(current ?? newest)} />
          {mayChange ? (
            <Group>
              <Button size="xs" onClick={() => edit(newest)}>
                {say('Change')}
              </Button>
            </Group>
          ) : null}
          <VersionList
            versions={versions}
            current={current}
            differences={(before, after) => sellerDifferences(typedOf(before), typedOf(after))}
            {...(mayChange ? { onRepeat: edit } : {})}
          />
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
