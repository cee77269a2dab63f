import { useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type View, ViewTabs } from './view-tabs.tsx';

/** The view that the address's hash names; the first one where it names none. */
export function useHashView<V extends View>(views: readonly V[]): V {
  const { hash } = useLocation();
  return views.find(({ id }) => id === hash) ?? (views[0] as V);
}

/** Views of a page below tabs that follow the address's hash, so that each has its own address. */
export function HashTabs<V extends View>(props: {
  label: string;
  views: readonly V[];
  /** Room below the tabs. */
  mb?: 'md' | 'lg';
  children: (chosen: V) => ReactNode;
}) {
  const { views, children, ...rest } = props;
  const navigate = useNavigate();
  const chosen = useHashView(views);
  return (
    <ViewTabs
      views={views}
      chosen={chosen.id}
      onChoose={(hash) => void navigate({ to: '.', hash, replace: true })}
      {...rest}
    >
      {children(chosen)}
    </ViewTabs>
  );
}
