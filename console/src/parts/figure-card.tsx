import { Card, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One figure that matters: what it is, how much, and what to know about it. */
export function FigureCard(props: {
  label: string;
  icon?: ReactNode;
  figure: ReactNode;
  children?: ReactNode;
}) {
  const { label, icon, figure, children } = props;
  return (
    <Card>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Text size="sm" c="dimmed" fw={500}>
          {label}
        </Text>
        <Text c="dimmed" lh={0} aria-hidden>
          {icon}
        </Text>
      </Group>
      <Text component="div" fz={28} fw={650} lh={1.2} className="figure">
        {figure}
      </Text>
      <Stack gap={2} mt={6} fz="sm" c="dimmed">
        {children}
      </Stack>
    </Card>
  );
}
