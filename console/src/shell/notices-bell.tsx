import { ActionIcon, Button, Group, Indicator, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useCompany } from '../api/company.ts';
import { readAll, useNotices, useUnread } from '../api/notices.ts';
import { ButtonLink } from '../parts/button-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { NoticeRow } from '../parts/notice-row.tsx';
import { say } from '../words/say.ts';

/** The newest few: more are a page's business. */
const SHOWN = 5;
/** Above this the exact figure says nothing more; the server stops counting at 100. */
const COUNT_MAX = 99;

/** What the company was told, from every page. */
export function NoticesBell() {
  const { company } = useCompany();
  const [isOpen, popover] = useDisclosure(false);
  const unread = useUnread(company);
  if (company === undefined) return null;
  const label = unread === 0 ? say('Notices') : say('Notices, {count} not read', { count: unread });
  return (
    <Popover
      opened={isOpen}
      onChange={popover.toggle}
      position="bottom-end"
      width="min(440px, calc(100vw - 24px))"
      shadow="md"
      trapFocus
    >
      <Indicator
        disabled={unread === 0}
        label={unread > COUNT_MAX ? `${COUNT_MAX}+` : unread}
        size={16}
        offset={4}
        color="red.8"
      >
        <Popover.Target>
          <ActionIcon variant="default" size={36} aria-label={label} onClick={popover.toggle}>
            <IconBell size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={say('Notices')}>
        {isOpen ? <Newest company={company} unread={unread} close={popover.close} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

function Newest(props: { company: string; unread: number; close: () => void }) {
  const { company, unread, close } = props;
  const notices = useNotices(company, SHOWN);
  return (
    <Stack gap={0}>
      <Group justify="space-between" px="md" py="xs">
        <Text fw={600}>{say('Notices')}</Text>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={unread === 0}
          onClick={() => void readAll(company)}
        >
          {say('Mark all as read')}
        </Button>
      </Group>
      <Loaded query={notices} height={200}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed" px="md" py="lg">
              {say('Nothing to tell. You will hear here before money moves.')}
            </Text>
          ) : (
            <Stack
              component="ul"
              className="rows"
              gap={0}
              m={0}
              p={0}
              style={{ maxHeight: '60vh', overflowY: 'auto' }}
            >
              {data.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} onFollow={close} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Group justify="center" p="xs">
        <ButtonLink to="/notices" variant="subtle" size="xs" onClick={close}>
          {say('All notices, and which are mailed to you')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
