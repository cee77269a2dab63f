import { Badge, Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useAttempt } from '../../api/attempt.ts';
import { sayMoney } from '../../api/money.ts';
import { client, refresh, useMe } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { Failed, Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { Remedies } from '../../parts/remedies.tsx';
import { say } from '../../words/say.ts';

type Request = Schemas['EmployeeRequest'];

const STATUS: Record<Request['status'], { color: string; word: string }> = {
  open: { color: 'orange', word: say('Waits for an answer') },
  approving: { color: 'orange', word: say('Is being bought') },
  approved: { color: 'green', word: say('Approved') },
  declined: { color: 'red', word: say('Declined') },
  withdrawn: { color: 'gray', word: say('Withdrawn') },
};

/** What an employee who was refused asks for: approved in one click, or declined with a reason. */
export function RequestPage() {
  const { request: id } = useParams({ from: '/shell/requests/$request' });
  const request = useQuery({
    queryKey: ['request', id],
    queryFn: () => client.get('/v1/requests/{req}', { params: { req: id } }),
  });
  return (
    <Loaded query={request} height={360}>
      {(data) => <RequestCard request={data} />}
    </Loaded>
  );
}

function RequestCard({ request }: { request: Request }) {
  const { data: me } = useMe();
  const { employee, activity } = request;
  const { color, word } = STATUS[request.status];
  const reference = say('Reference {number}', { number: request.reference });
  const isOwn = me?.id === employee.id;
  const isOpen = request.status === 'open' || request.status === 'approving';
  return (
    <>
      <PageHeading
        title={say('{name} asks for help', { name: employee.name })}
        about={`${reference} · ${sayInstant(request.created_at)}`}
      />
      <Card component="section" aria-label={say('The request')}>
        <Stack>
          <Group>
            <Badge color={color} variant="light" size="lg">
              {word}
            </Badge>
            {request.answered_by === null ? null : (
              <Text size="sm" c="dimmed">
                {say('by {name}', { name: request.answered_by })}
              </Text>
            )}
          </Group>
          <Text>
            {say('{name} was refused “{activity}”.', {
              name: employee.name,
              activity: activity.name,
            })}
          </Text>
          {request.answer === null ? null : (
            <Text>{say('Reason: {reason}', { reason: request.answer })}</Text>
          )}
          <WhatItDoes request={request} />
          {isOpen && !(isOwn && me?.permissions.includes('billing.view') !== true) ? (
            <Answer request={request} />
          ) : null}
        </Stack>
      </Card>
    </>
  );
}

function WhatItDoes({ request }: { request: Request }) {
  const { approving, remedy } = request;
  const { costs } = approving;
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {say('What approving does')}
      </Title>
      <Text size="sm">{remedy.label}</Text>
      {costs === null ? null : (
        <Text size="sm" className="figure">
          {say('{now} now, then {later} more each month before tax', {
            now: sayMoney(costs.due_now),
            later: sayMoney(costs.recurring),
          })}
        </Text>
      )}
    </Stack>
  );
}

function Answer({ request }: { request: Request }) {
  const [dialog, setDialog] = useState<'approve' | 'decline'>();
  const { costs, kind } = request.approving;
  const label =
    kind === 'by_hand'
      ? say('It is done')
      : costs === null
        ? say('Approve')
        : say('Approve for {amount}', { amount: sayMoney(costs.due_now) });
  return (
    <Stack gap="sm">
      {kind === 'by_hand' ? <Remedies remedies={[request.remedy]} /> : null}
      <Group>
        <Button onClick={() => setDialog('approve')}>{label}</Button>
        <Button variant="default" onClick={() => setDialog('decline')}>
          {say('Decline')}
        </Button>
      </Group>
      {dialog === 'approve' ? (
        <ApproveDialog request={request} label={label} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'decline' ? (
        <DeclineForm request={request} onDone={() => setDialog(undefined)} />
      ) : null}
    </Stack>
  );
}

function ApproveDialog(props: { request: Request; label: string; onClose: () => void }) {
  const { request, label, onClose } = props;
  const attempt = useAttempt();
  const { costs } = request.approving;
  const approve = async (name: TypedName) => {
    try {
      await client.post('/v1/requests/{req}/approve', {
        params: { req: request.id },
        // What is on this page is what is approved: other figures are refused and shown.
        body: costs === null ? {} : { expected: costs },
        authorizedBy: name,
        idempotencyKey: attempt.key(),
      });
    } finally {
      attempt.renew();
      await refresh();
    }
  };
  return (
    <AuthorizeDialog title={say('Approve')} confirm={label} onConfirm={approve} onClose={onClose}>
      {request.remedy.label}
    </AuthorizeDialog>
  );
}

const REASON_MAX = 500;

function DeclineForm({ request, onDone }: { request: Request; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error>();
  const decline = async () => {
    try {
      await client.post('/v1/requests/{req}/decline', {
        params: { req: request.id },
        body: { reason: reason.trim() },
      });
      onDone();
      await refresh();
    } catch (caught) {
      setError(caught as Error);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void decline();
      }}
    >
      <Stack gap="sm" align="flex-start">
        <Textarea
          label={say('Why? {name} is told.', { name: request.employee.name })}
          required
          maxLength={REASON_MAX}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          w="100%"
          maw={480}
        />
        {error === undefined ? null : <Failed error={error} />}
        <Button type="submit" color="red" disabled={reason.trim() === ''}>
          {say('Decline the request')}
        </Button>
      </Stack>
    </form>
  );
}
