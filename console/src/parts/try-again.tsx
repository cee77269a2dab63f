import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAttempt } from '../api/attempt.ts';
import { refresh } from '../api/queries.ts';
import { Failed } from './loaded.tsx';

/** One button that has something done once more, and says below itself why it was not. */
export function TryAgain(props: {
  label: string;
  /** What screen readers hear where many rows have the same button. */
  about: string;
  run: (idempotencyKey: string) => Promise<unknown>;
}) {
  const { label, about, run } = props;
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const again = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await run(attempt.key());
      attempt.renew();
      await refresh();
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        size="xs"
        variant="default"
        loading={busy}
        onClick={() => void again()}
        aria-label={`${label}: ${about}`}
      >
        {label}
      </Button>
      {error === undefined ? null : <Failed error={error} />}
    </Stack>
  );
}
