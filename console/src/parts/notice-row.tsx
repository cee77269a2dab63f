import { ActionIcon, Group, Stack, Text, ThemeIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { markNotice } from '../api/notices.ts';
import { saySentence } from '../api/sentence.ts';
import { sayAgo } from '../api/time.ts';
import { say } from '../words/say.ts';
import { Remedies } from './remedies.tsx';

type Notice = Schemas['Notice'];

const LOOKS = {
  critical: { color: 'red', icon: IconAlertCircle, word: say('Now') },
  warning: { color: 'orange', icon: IconAlertTriangle, word: say('Attention') },
  info: { color: 'gray', icon: IconInfoCircle, word: say('Note') },
} as const;

/** One notice with what can be done about it; following a remedy reads it. */
export function NoticeRow({ notice, onFollow }: { notice: Notice; onFollow?: () => void }) {
  const { color, icon: Icon, word } = LOOKS[notice.level];
  const follow = () => {
    if (notice.read_at === null) void markNotice(notice, 'read');
    onFollow?.();
    return false; // Its link is followed.
  };
  return (
    <Group component="li" px="md" py="sm" gap="sm" wrap="nowrap" align="flex-start" className="row">
      <ThemeIcon color={color} variant="light" size={30} radius="xl" role="img" aria-label={word}>
        <Icon size={18} />
      </ThemeIcon>
      <Stack gap={6} style={{ flex: 1, minWidth: 0 }} align="flex-start">
        <Text size="sm" fw={notice.read_at === null ? 700 : 500}>
          {notice.title}
          {notice.read_at === null ? (
            <VisuallyHidden> {say('(not read yet)')}</VisuallyHidden>
          ) : null}
        </Text>
        <Text size="sm">{saySentence(notice.message)}</Text>
        <Remedies remedies={notice.remedies} quiet doHere={follow} />
        <Text size="xs" c="dimmed">
          {sayAgo(notice.created_at, Date.now())}
        </Text>
      </Stack>
      <Tooltip label={say('Dismiss')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say('Dismiss: {title}', { title: notice.title })}
          onClick={() => void markNotice(notice, 'dismiss')}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
