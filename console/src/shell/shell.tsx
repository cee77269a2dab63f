import {
  ActionIcon,
  AppShell,
  Box,
  Burger,
  Center,
  Group,
  Loader,
  Text,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { ProblemError } from '@tollkeeper/sdk';
import { useEffect, useRef, useState } from 'react';
import { useCompany } from '../api/company.ts';
import { useLiveUpdates } from '../api/live.ts';
import { useMe } from '../api/queries.ts';
import { Failed } from '../parts/loaded.tsx';
import { PRODUCT, say } from '../words/say.ts';
import { CompanyChoice } from './company-choice.tsx';
import { ImpersonationBanner } from './impersonation-banner.tsx';
import { useOneLanguage } from './my-language.ts';
import { Navigation } from './navigation.tsx';
import { NoticesBell } from './notices-bell.tsx';
import { PaletteButton } from './palette-button.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { UserMenu } from './user-menu.tsx';

/** The frame of every page of someone who is signed in; all others are sent to sign in. */
export function Shell() {
  const me = useMe();
  const [menuOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const { company } = useCompany();
  useLiveUpdates(company, me.data?.permissions.includes('billing.view') === true);
  useCloseOnMove(menu.close, pathname);
  useOneLanguage(me.data);

  if (me.error instanceof ProblemError && me.error.status === 401) {
    return <ToSignIn from={pathname} />;
  }
  if (me.data === undefined) {
    return (
      <Center mih="60vh">{me.error === null ? <Loader /> : <Failed error={me.error} />}</Center>
    );
  }
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 236, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding="md"
    >
      <a href="#page" className="skip-link">
        {say('Skip to the page')}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
            <Burger
              opened={menuOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={menuOpen ? say('Close the menu') : say('Open the menu')}
            />
            <Brand />
            <CompanyChoice me={me.data} />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <PaletteButton me={me.data} />
            <NoticesBell />
            <SchemeToggle />
            <UserMenu me={me.data} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" component="nav" aria-label={say('Pages')}>
        <Navigation me={me.data} />
      </AppShell.Navbar>
      <AppShell.Main id="page">
        <Box maw={1180} mx="auto" pb="xl">
          <ImpersonationBanner me={me.data} />
          {me.data.must_set_up_two_factor && pathname !== '/security' ? (
            <Navigate to="/security" replace />
          ) : (
            <Outlet />
          )}
        </Box>
      </AppShell.Main>
      <SignInAgain me={me.data} />
    </AppShell>
  );
}

/**
 * Leads to the sign-in page, once: on the way there the address is another, and a navigation
 * begun anew at every render would never arrive.
 */
function ToSignIn({ from }: { from: string }) {
  const navigate = useNavigate();
  const [next] = useState(from);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void navigate({ to: '/sign-in', search: { next }, replace: true });
  }, [navigate, next]);
  return null;
}

/** On a phone the menu covers the page, so it goes when another page comes. */
function useCloseOnMove(close: () => void, pathname: string): void {
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    close();
  }, [close, pathname]);
}

function Brand() {
  return (
    <Group gap={8} wrap="nowrap">
      <img src="/favicon.svg" alt="" width={24} height={24} />
      <Text fw={700} visibleFrom="xs">
        {PRODUCT}
      </Text>
    </Group>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = scheme === 'dark' ? 'light' : 'dark';
  const label = other === 'dark' ? say('Use dark colours') : say('Use light colours');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size="lg"
        onClick={() => setColorScheme(other)}
        aria-label={label}
      >
        {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}
