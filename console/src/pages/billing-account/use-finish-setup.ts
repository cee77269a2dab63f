import { notifications } from '@mantine/notifications';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { client, refresh } from '../../api/queries.ts';
import { say } from '../../words/say.ts';

const SAYINGS = {
  completed: say('The funding source was added.'),
  pending: say('The provider has not finished with it yet; it is added by itself once it has.'),
  expired: say('Nothing was given on the provider’s page, so nothing was added.'),
} as const;

/** Back from a provider's page (`?setup=…`): asks what was given there, and says so once. */
export function useFinishSetup(): void {
  const { setup } = useSearch({ strict: false }) as { setup?: string };
  const navigate = useNavigate();
  useEffect(() => {
    if (setup === undefined) return;
    const finish = async () => {
      await navigate({ to: '.', search: {}, hash: 'funding', replace: true });
      const params = { fss: setup };
      const { status } = await client.post('/v1/funding-source-setups/{fss}/finish', { params });
      await refresh();
      notifications.show({ message: SAYINGS[status] });
    };
    finish().catch((error: Error) => notifications.show({ message: error.message, color: 'red' }));
  }, [setup, navigate]);
}
