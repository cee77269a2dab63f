import { NavLink } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link of the menu, marked where its page or one below it is open. */
export function NavigationItem(props: {
  to: string;
  label: string;
  icon: ReactNode;
  indented?: boolean;
  /** The address that all pages of the item begin with, where it leads to the first of several. */
  under?: string;
}) {
  const { to, label, icon, indented = false, under = to } = props;
  const { pathname } = useLocation();
  const here = pathname === under || pathname.startsWith(`${under}/`);
  return (
    <NavLink
      component={Link}
      to={to}
      label={label}
      leftSection={icon}
      active={here}
      aria-current={here ? 'page' : undefined}
      pl={indented ? 34 : undefined}
      style={{ borderRadius: 8 }}
    />
  );
}
