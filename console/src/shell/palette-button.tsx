import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Me } from '../api/queries.ts';
import { say } from '../words/say.ts';

/** The first page does without it; it is fetched when the browser has nothing else to do. */
const load = () => import('./palette.tsx');
const Palette = lazy(load);

/** By then the page that was asked for is there. */
const QUIET_MS = 2_000;

const IS_MAC = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Leads to any page, employee, document or question by typing; also by Ctrl K or ⌘K. */
export function PaletteButton({ me }: { me: Me }) {
  const [times, setTimes] = useState(0);
  const open = () => setTimes((before) => before + 1);
  useEffect(() => {
    const timer = setTimeout(() => void load(), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  // Also from within a field, and instead of the browser's own search.
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <Button
        variant="default"
        fw={400}
        visibleFrom="sm"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<Kbd size="xs">{IS_MAC ? '⌘ K' : say('Ctrl K')}</Kbd>}
        onClick={open}
      >
        {say('Search')}
      </Button>
      <ActionIcon
        variant="default"
        size="lg"
        hiddenFrom="sm"
        aria-label={say('Find anything')}
        onClick={open}
      >
        <IconSearch size={18} aria-hidden />
      </ActionIcon>
      {times === 0 ? null : (
        <Suspense>
          <Palette me={me} times={times} />
        </Suspense>
      )}
    </>
  );
}
