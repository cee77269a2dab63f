import { Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { amountOf, sayFigure } from '../../api/money.ts';
import { client, refresh, useMe } from '../../api/queries.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';
import { rechargeByUsage, sayRecharge } from './recharge-words.ts';

type Recharge = Schemas['Recharge'];
type Mode = Recharge['mode'];

const MODES: { value: Mode; label: string }[] = [
  { value: 'off', label: say('Off') },
  { value: 'usage_based', label: say('By usage') },
  { value: 'fixed', label: say('Fixed amounts') },
];

/** Automatic recharge, as the sentence that it comes to. */
export function RechargeCard({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const { recharge } = details.minutes;
  const [editing, setEditing] = useState(false);
  const { data: me } = useMe();
  return (
    <Card component="section" aria-label={say('Automatic recharge')}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {say('Automatic recharge')}
          </Title>
          <Text size="sm" mt={4} maw={640}>
            {sentenceOf(details.minutes)}
          </Text>
          {recharge.stopped_reason === null ? null : (
            <Text size="sm" c="var(--tk-bad)">
              {say('Stopped: {reason}. Setting it again starts it.', {
                reason: recharge.stopped_reason,
              })}
            </Text>
          )}
        </div>
        {me?.permissions.includes('billing.manage') === true ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            {recharge.mode === 'off' ? say('Set it up') : say('Change')}
          </Button>
        ) : null}
      </Group>
      {editing ? <RechargeDialog details={details} onClose={() => setEditing(false)} /> : null}
    </Card>
  );
}

function sentenceOf(minutes: Schemas['Minutes']): string {
  const { mode, threshold, amount, monthly_cap: cap } = minutes.recharge;
  const perDay = minutes.average_daily_usage;
  const byUsage = rechargeByUsage(minutes);
  if (mode === 'off') {
    const off = say('Off: minutes are only bought by hand.');
    if (byUsage === undefined) return off;
    const sentence = sayRecharge(byUsage, perDay);
    return `${off} ${say('By usage it would be: {sentence}', { sentence })}`;
  }
  if (threshold === null || amount === null) {
    return say('By usage; nothing has been used for a whole day yet, so nothing is bought.');
  }
  return sayRecharge({ threshold, amount, cap }, perDay);
}

function RechargeDialog(props: { details: Schemas['BillingAccountDetails']; onClose: () => void }) {
  const { details, onClose } = props;
  const { recharge } = details.minutes;
  const [mode, setMode] = useState<Mode>(recharge.mode === 'off' ? 'usage_based' : recharge.mode);
  const [threshold, setThreshold] = useState(sayFigure(recharge.threshold?.amount ?? ''));
  const [amount, setAmount] = useState(sayFigure(recharge.amount?.amount ?? ''));
  const [cap, setCap] = useState(sayFigure(recharge.monthly_cap?.amount ?? ''));
  // What is no amount is sent as it is: the server says what is wrong with it.
  const given = (text: string) => amountOf(text) ?? (text.trim() === '' ? undefined : text.trim());
  const preview = previewOf(details.minutes, { mode, threshold, amount, cap });
  return (
    <AuthorizeDialog
      title={say('Automatic recharge')}
      confirm={say('Save')}
      onClose={onClose}
      onConfirm={async (authorizedBy) => {
        await client.put('/v1/billing-accounts/{ba}/minutes/recharge', {
          params: { ba: details.id },
          body: {
            mode,
            ...(mode === 'fixed' ? { threshold: given(threshold), amount: given(amount) } : {}),
            ...(mode === 'off' ? {} : { monthly_cap: given(cap) }),
          },
          authorizedBy,
        });
        await refresh();
        notifications.show({ message: say('Automatic recharge was set.') });
      }}
    >
      <Stack gap="sm">
        <Select
          label={say('How')}
          data={MODES}
          value={mode}
          onChange={(value) => setMode((value ?? 'off') as Mode)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
        />
        {mode === 'fixed' ? (
          <Group grow>
            <AmountInput label={say('When below')} value={threshold} onChange={setThreshold} />
            <AmountInput label={say('Buy')} value={amount} onChange={setAmount} />
          </Group>
        ) : null}
        {mode === 'off' ? null : (
          <AmountInput
            label={say('At most in a billing period (optional)')}
            value={cap}
            onChange={setCap}
          />
        )}
        {preview === undefined ? null : (
          <Text size="sm" fw={600} aria-live="polite" className="figure">
            {preview}
          </Text>
        )}
      </Stack>
    </AuthorizeDialog>
  );
}

/** What the settings come to, before they are saved. */
function previewOf(
  minutes: Schemas['Minutes'],
  typed: { mode: Mode; threshold: string; amount: string; cap: string },
): string | undefined {
  const { currency } = minutes.balance;
  const money = (text: string) => {
    const amount = amountOf(text);
    return amount === undefined ? undefined : { amount, currency };
  };
  const cap = money(typed.cap) ?? null;
  const perDay = minutes.average_daily_usage;
  if (typed.mode === 'usage_based') {
    const byUsage = rechargeByUsage(minutes);
    return byUsage === undefined
      ? say('Below 5 days of your average usage, 14 days of it are bought.')
      : sayRecharge({ ...byUsage, cap }, perDay);
  }
  const [threshold, amount] = [money(typed.threshold), money(typed.amount)];
  if (typed.mode === 'off' || threshold === undefined || amount === undefined) return undefined;
  return sayRecharge({ threshold, amount, cap }, perDay);
}
