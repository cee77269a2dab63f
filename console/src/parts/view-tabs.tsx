import { Tabs } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

export interface View {
  readonly id: string;
  readonly label: string;
}

/** Tabs for the views of a page, and below them the chosen one; the page says which that is. */
export function ViewTabs(props: {
  label: string;
  views: readonly View[];
  chosen: string;
  onChoose: (id: string) => void;
  /** Room below the tabs. */
  mb?: 'md' | 'lg';
  children: ReactNode;
}) {
  const { label, views, chosen, onChoose, mb = 'md', children } = props;
  const list = useRef<HTMLDivElement>(null);
  useShowChosen(list, chosen);
  return (
    <Tabs value={chosen} onChange={(id) => onChoose(id ?? chosen)} keepMounted={false}>
      <Tabs.List mb={mb} className="tabs" aria-label={label} ref={list}>
        {views.map((view) => (
          <Tabs.Tab key={view.id} value={view.id} data-view={view.id}>
            {view.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={chosen}>{children}</Tabs.Panel>
    </Tabs>
  );
}

/** On a phone not all tabs fit: the chosen one is brought into sight. */
function useShowChosen(list: RefObject<HTMLDivElement | null>, chosen: string): void {
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`[data-view="${chosen}"]`);
    if (tab == null || list.current === null) return;
    list.current.scrollLeft = tab.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2;
  }, [list, chosen]);
}
