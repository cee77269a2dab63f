import { Card, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { saySentence } from '../api/sentence.ts';
import { say } from '../words/say.ts';
import { Remedies, type RemedyView } from './remedies.tsx';

export interface AlertView {
  readonly code: string;
  readonly level: 'critical' | 'warning' | 'info';
  readonly message: string;
  readonly remedies: readonly RemedyView[];
}

const LOOKS = {
  critical: { color: 'red', icon: IconAlertCircle, word: say('Now') },
  warning: { color: 'orange', icon: IconAlertTriangle, word: say('Attention') },
  info: { color: 'gray', icon: IconInfoCircle, word: say('Note') },
} as const;

/** What somebody who looks after the account should know, with what can be done beside it. */
export function Alerts({ alerts }: { alerts: readonly AlertView[] }) {
  if (alerts.length === 0) return null;
  return (
    <Card padding={0} component="section" aria-label={say('Alerts')}>
      <Stack gap={0} className="rows" component="ul" m={0} p={0}>
        {alerts.map((alert) => (
          <AlertRow key={`${alert.code} ${alert.message}`} alert={alert} />
        ))}
      </Stack>
    </Card>
  );
}

function AlertRow({ alert }: { alert: AlertView }) {
  const { color, icon: Icon, word } = LOOKS[alert.level];
  return (
    <Group component="li" px="lg" py="sm" gap="md" justify="space-between" className="row">
      <Group gap="sm" wrap="nowrap" style={{ flex: '1 1 300px', minWidth: 0 }}>
        <ThemeIcon color={color} variant="light" size={30} radius="xl" role="img" aria-label={word}>
          <Icon size={18} />
        </ThemeIcon>
        <Text size="sm">{saySentence(alert.message)}</Text>
      </Group>
      <Remedies remedies={alert.remedies} quiet />
    </Group>
  );
}
