import { Box, Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client, type Me, queryClient } from '../api/queries.ts';
import { sayInstant } from '../api/time.ts';
import { said, say } from '../words/say.ts';

/** Stands on every page while the operator's person looks at somebody's. */
export function ImpersonationBanner({ me }: { me: Me }) {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const { impersonation } = me;
  if (impersonation === null) return null;
  const stop = async () => {
    setBusy(true);
    await client.delete('/v1/session/impersonation', {}).catch(() => undefined); // Ended by itself.
    queryClient.clear();
    await navigate({ to: '/companies' });
  };
  return (
    <Box className="looking" role="status">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" wrap="nowrap" style={{ flex: '1 1 240px' }}>
          <IconEye size={18} aria-hidden style={{ flexShrink: 0 }} />
          <Text size="sm">
            {said(
              'You see what <b>{name}</b> of {company} sees, and can change nothing. Until {end}, because: {reason}',
              {
                b: (words) => <b>{words}</b>,
                name: me.name,
                company: me.company?.name ?? '',
                end: sayInstant(impersonation.ends_at),
                reason: impersonation.reason,
              },
            )}
          </Text>
        </Group>
        <Button size="xs" variant="default" onClick={stop} loading={busy}>
          {say('Stop looking')}
        </Button>
      </Group>
    </Box>
  );
}
