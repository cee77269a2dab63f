import { Badge, Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBuildingBank, IconCreditCard, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { addDays, sayDay, sayInstant } from '../../api/time.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { AddFundingSource } from './add-funding-source.tsx';
import { useFinishSetup } from './use-finish-setup.ts';

type Source = Schemas['FundingSource'];

const KINDS = {
  card: { icon: IconCreditCard, note: say('Card, charged at once') },
  bank: { icon: IconBuildingBank, note: say('Bank debit, clears after some days') },
  offline: { icon: IconMail, note: say('Check or wire, by invoice') },
} as const;

const STATUSES = { invalid: say('invalid'), removed: say('removed') } as const;

/** Cards and bank accounts: the default, and the backups in the order in which they are tried. */
export function FundingSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  useFinishSetup();
  const [adding, setAdding] = useState(false);
  const { data: me } = useMe();
  const mayManage = me?.permissions.includes('billing.manage') === true;
  const sources = useQuery({
    queryKey: ['funding-sources', details.id],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/funding-sources', {
        params: { ba: details.id },
      }),
  });
  return (
    <Card>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h4">
            {say('Funding sources')}
          </Title>
          <Text size="sm" c="dimmed">
            {say(
              'The default is charged first; where it fails, the others are tried in this order.',
            )}
          </Text>
        </div>
        {mayManage ? <Button onClick={() => setAdding(true)}>{say('Add one')}</Button> : null}
      </Group>
      <Loaded query={sources} height={120}>
        {({ data }) =>
          data.length === 0 ? (
            <Text c="dimmed" size="sm">
              {say('None yet; buying needs one, lowering a total does not.')}
            </Text>
          ) : (
            <Stack gap={0} component="ul" m={0} p={0} className="rows">
              {data.map((source) => (
                <SourceRow
                  key={source.id}
                  source={source}
                  today={details.now.slice(0, 10)}
                  mayManage={mayManage}
                  onReplace={() => setAdding(true)}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {adding ? <AddFundingSource account={details.id} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

/** As long before its last day as the alert of Billing Information begins. */
const EXPIRES_SOON_DAYS = 30;

function SourceRow(props: {
  source: Source;
  today: string;
  mayManage: boolean;
  onReplace: () => void;
}) {
  const { source, today, mayManage, onReplace } = props;
  const [doing, setDoing] = useState<'default' | 'remove'>();
  const { icon: Icon, note } = KINDS[source.kind];
  const { label } = source;
  const instant = sayInstant(source.created_at);
  const isEnding =
    source.status === 'valid' &&
    source.expires_on !== null &&
    source.expires_on <= addDays(today, EXPIRES_SOON_DAYS);
  const act = async (authorizedBy: TypedName) => {
    const params = { fs: source.id };
    if (doing === 'default') {
      await client.post('/v1/funding-sources/{fs}/default', { params, authorizedBy });
    } else {
      await client.delete('/v1/funding-sources/{fs}', { params, authorizedBy });
    }
    await refresh();
    notifications.show({
      message:
        doing === 'default'
          ? say('{label} is the default.', { label })
          : say('{label} is gone.', { label }),
    });
  };
  return (
    <Group component="li" className="row" py="sm" justify="space-between">
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon variant="default" size={36} radius="md">
          <Icon size={20} aria-hidden />
        </ThemeIcon>
        <div>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {label}
            </Text>
            {source.default ? <Badge color="ink">{say('default')}</Badge> : null}
            {source.status === 'valid' ? null : (
              <Badge color="red">{STATUSES[source.status]}</Badge>
            )}
            {isEnding && source.expires_on !== null ? (
              <Badge color={source.expires_on < today ? 'red' : 'orange'}>
                {source.expires_on < today ? say('expired') : say('expires soon')}
              </Badge>
            ) : null}
          </Group>
          <Text size="xs" c="dimmed">
            {source.expires_on === null
              ? say('{kind}, added {instant}', { kind: note, instant })
              : say('{kind}, added {instant}, expires {day}', {
                  kind: note,
                  instant,
                  day: sayDay(source.expires_on),
                })}
          </Text>
        </div>
      </Group>
      {mayManage && source.status !== 'removed' ? (
        <Group gap="xs">
          {isEnding ? (
            <Button size="xs" onClick={onReplace} aria-label={say('Replace {label}', { label })}>
              {say('Add the new one')}
            </Button>
          ) : null}
          {source.default ? null : (
            <Button
              size="xs"
              variant="default"
              onClick={() => setDoing('default')}
              aria-label={say('Make {label} the default', { label })}
            >
              {say('Make default')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            onClick={() => setDoing('remove')}
            aria-label={say('Remove {label}', { label })}
          >
            {say('Remove')}
          </Button>
        </Group>
      ) : null}
      {doing === undefined ? null : (
        <AuthorizeDialog
          title={
            doing === 'default'
              ? say('Use {label} first', { label })
              : say('Remove {label}', { label })
          }
          confirm={doing === 'default' ? say('Make it the default') : say('Remove it')}
          onConfirm={act}
          onClose={() => setDoing(undefined)}
        >
          {doing === 'default'
            ? say('Renewals and orders are charged to it from now on.')
            : say('Nothing is charged to it any more.')}
        </AuthorizeDialog>
      )}
    </Group>
  );
}
