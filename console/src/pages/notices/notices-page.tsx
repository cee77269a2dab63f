import { Button, Card, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCompany } from '../../api/company.ts';
import { readAll, useNotices, useUnread } from '../../api/notices.ts';
import { useMe } from '../../api/queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { NoCompany } from '../../parts/no-company.tsx';
import { NoticeRow } from '../../parts/notice-row.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';
import { MailChoices } from './mail-choices.tsx';

const FIRST_SHOWN = 20;
/** The most that the server gives at once; older ones than that are in the mails. */
const SHOWN_MAX = 100;

/** What the company was told without asking, and which of it is mailed. */
export function NoticesPage() {
  const { company } = useCompany();
  const { data: me } = useMe();
  if (company === undefined) return <NoCompany title={say('Notices')} />;
  return (
    <NoticesList company={company}>
      {me == null || me.operator ? null : <MailChoices employee={me.id} />}
    </NoticesList>
  );
}

/** The list, and below it what waits until it is known how long the list is. */
function NoticesList({ company, children }: { company: string; children: ReactNode }) {
  const [shown, setShown] = useState(FIRST_SHOWN);
  const notices = useNotices(company, shown);
  const unread = useUnread(company);
  return (
    <>
      <PageHeading
        title={say('Notices')}
        about={say('What you were told before money moved, with what can be done about it')}
        actions={
          <Button variant="default" disabled={unread === 0} onClick={() => void readAll(company)}>
            {say('Mark all as read')}
          </Button>
        }
      />
      <Loaded query={notices} height={320}>
        {({ data, has_more: hasMore }) => (
          <>
            <Card padding={0} component="section" aria-label={say('Notices')} mb="xl">
              {data.length === 0 ? (
                <Text c="dimmed" p="lg">
                  {say('Nothing to tell. You will hear here before money moves.')}
                </Text>
              ) : (
                <Stack component="ul" className="rows" gap={0} m={0} p={0}>
                  {data.map((notice) => (
                    <NoticeRow key={notice.id} notice={notice} />
                  ))}
                </Stack>
              )}
              {hasMore && shown < SHOWN_MAX ? (
                <Button variant="subtle" m="sm" onClick={() => setShown(SHOWN_MAX)}>
                  {say('Show older ones')}
                </Button>
              ) : null}
            </Card>
            {children}
          </>
        )}
      </Loaded>
    </>
  );
}
