import { Accordion, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sayList } from '../../../api/list.ts';
import { client, useMe } from '../../../api/queries.ts';
import { sayDay } from '../../../api/time.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { say } from '../../../words/say.ts';
import { Exemptions } from './exemptions.tsx';
import {
  CATEGORIES,
  sayJurisdiction,
  sayRate,
  type TaxVersion,
  taxDifferences,
} from './tax-draft.ts';
import { EndTax, TaxEditor } from './tax-editor.tsx';
import { VersionList } from './version-list.tsx';
import { inForce, versionsBy } from './versions.ts';

type Open =
  | { readonly what: 'edit'; readonly current?: TaxVersion; readonly from?: TaxVersion }
  | { readonly what: 'end'; readonly tax: TaxVersion };

/** The taxes of each place with all their versions, and who is exempt. */
export function Taxes() {
  const { data: me } = useMe();
  const mayChange = me?.permissions.includes('employees.manage') === true;
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const taxes = useQuery({
    queryKey: ['tax-rates'],
    queryFn: () => client.get('/v1/tax-rates', {}),
  });
  return (
    <Stack gap="lg">
      <Card component="section" aria-label={say('Taxes')}>
        <Group justify="space-between" mb="sm">
          <div>
            <Title order={2} size="h4">
              {say('Taxes')}
            </Title>
            <Text size="sm" c="dimmed">
              {say('A sale bears those of the buyer’s country and region.')}
            </Text>
          </div>
          {mayChange ? (
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setOpen({ what: 'edit' })}
            >
              {say('Add a tax')}
            </Button>
          ) : null}
        </Group>
        <Loaded query={taxes} height={200}>
          {({ data }) =>
            data.length === 0 ? (
              <Text size="sm">{say('None: nothing is added to any price.')}</Text>
            ) : (
              <TaxList versions={data} mayChange={mayChange} onOpen={setOpen} />
            )
          }
        </Loaded>
      </Card>
      <Exemptions />
      {open?.what === 'edit' ? (
        <TaxEditor current={open.current} from={open.from} onClose={close} />
      ) : null}
      {open?.what === 'end' ? <EndTax tax={open.tax} onClose={close} /> : null}
    </Stack>
  );
}

function TaxList(props: {
  versions: readonly TaxVersion[];
  mayChange: boolean;
  onOpen: (open: Open) => void;
}) {
  const { versions, ...rest } = props;
  const byTax = versionsBy(versions, ({ jurisdiction, code }) => `${jurisdiction} ${code}`);
  const sorted = [...byTax].sort(([left], [right]) => (left < right ? -1 : 1));
  return (
    <Accordion multiple chevronPosition="left">
      {sorted.map(([key, list]) => (
        <TaxItem key={key} id={key} versions={list} {...rest} />
      ))}
    </Accordion>
  );
}

function TaxItem(props: {
  id: string;
  versions: readonly TaxVersion[];
  mayChange: boolean;
  onOpen: (open: Open) => void;
}) {
  const { id, versions, mayChange, onOpen } = props;
  const current = inForce(versions);
  const newest = versions.at(-1);
  const coming = newest === current ? undefined : newest;
  if (newest === undefined) return null;
  const shown = current ?? newest;
  const edit = (from: TaxVersion) =>
    onOpen({ what: 'edit', from, ...(current === undefined ? {} : { current }) });
  return (
    <Accordion.Item value={id}>
      <Accordion.Control>
        <Group justify="space-between" gap="xs" fz="sm" component="span" className="figure">
          <Group gap="xs" component="span">
            <Text inherit span fw={600}>
              {sayJurisdiction(shown.jurisdiction)}, {shown.name}
            </Text>
            <State current={current} coming={coming} />
          </Group>
          <span>{sayRates(shown)}</span>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="sm">
          <dl className="facts">
            {CATEGORIES.map(({ category, label }) => (
              <div key={category}>
                <dt>{label}</dt>
                <dd>{sayRate(shown.rates[category])}</dd>
              </div>
            ))}
            <div>
              <dt>{say('Prices')}</dt>
              <dd>{shown.prices_include ? say('contain the tax') : say('are before tax')}</dd>
            </div>
          </dl>
          {mayChange ? (
            <Group gap="xs">
              <Button size="xs" onClick={() => edit(newest)}>
                {say('Change')}
              </Button>
              {isCharged(newest) ? (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => onOpen({ what: 'end', tax: newest })}
                >
                  {say('Charge it no more')}
                </Button>
              ) : null}
            </Group>
          ) : null}
          <VersionList
            versions={versions}
            current={current}
            differences={taxDifferences}
            {...(mayChange ? { onRepeat: edit } : {})}
          />
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

const isCharged = ({ rates }: TaxVersion) => Object.keys(rates).length > 0;

function State(props: { current: TaxVersion | undefined; coming: TaxVersion | undefined }) {
  const { current, coming } = props;
  if (coming?.effective_on != null) {
    const day = sayDay(coming.effective_on);
    return (
      <Badge color="orange">
        {isCharged(coming) ? say('changes on {day}', { day }) : say('ends on {day}', { day })}
      </Badge>
    );
  }
  return current !== undefined && !isCharged(current) ? (
    <Badge color="gray">{say('charged no more')}</Badge>
  ) : null;
}

/** `19 %` where all categories bear the same; otherwise each. */
function sayRates({ rates }: TaxVersion): string {
  const [first, ...others] = CATEGORIES.map(({ category }) => rates[category]);
  if (others.every((rate) => rate === first)) return sayRate(first);
  return sayList(
    CATEGORIES.map(({ category, label }) =>
      say('{what}: {rate}', { what: label, rate: sayRate(rates[category]) }),
    ),
  );
}
