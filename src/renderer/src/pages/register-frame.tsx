// The frame after unlock: navigation, lock, Ctrl+K to find a person or a screen, Ctrl+N to write a visit from anywhere.
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { RouterProvider as LinkProvider } from 'react-aria-components';
import { OlderRegisterNotice } from '#renderer/features/audit/trail-check.tsx';
import { DiskNotice } from '#renderer/features/recovery/disk-notice.tsx';
import { VisitQuickFind } from '#renderer/features/visits/visit-quick-find.tsx';
import { call } from '#renderer/lib/client.ts';
import { LockQuestion } from '#renderer/lib/leave-guard.tsx';
import { keepAllDrafts } from '#renderer/lib/open-forms.ts';
import { personNote } from '#renderer/lib/person-search.ts';
import { useSettings } from '#renderer/lib/settings.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { AppFrame, MAIN_NAVIGATION } from '#renderer/ui/app-frame.tsx';
import { CommandPalette, type PaletteSection } from '#renderer/ui/command-palette.tsx';
import { searchKey } from '#shared/model/person-name.ts';
import { KeptDraftsNotice } from './kept-drafts.tsx';

const MOST_PEOPLE = 12;

/** The navigation entry under which a path lies. */
function entryOf(pathname: string): string {
  const entry = MAIN_NAVIGATION.findLast(({ href }) => href !== '/' && pathname.startsWith(href));
  if (/^\/(?:ward|closings)/u.test(pathname)) {
    return 'reports';
  }
  return entry?.id ?? (/^\/(?:supporters|audit|handouts|keys|disposal)/u.test(pathname) ? 'settings' : 'today');
}

function useShortcuts(open: (what: 'palette' | 'visit') => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.isComposing) {
        return;
      }
      const what = { k: 'palette', n: 'visit' }[event.key.toLowerCase()] as 'palette' | 'visit' | undefined;
      if (what) {
        event.preventDefault();
        open(what);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
}

function usePaletteSearch(go: (path: string) => void): (text: string) => Promise<readonly PaletteSection[]> {
  const { data: people = [] } = useRegisterQuery('people.list', {});
  return async (text) => {
    const key = searchKey(text);
    const screens = MAIN_NAVIGATION.filter(({ label }) => key === '' || searchKey(label).includes(key)).map(
      (entry) => ({
        id: entry.id,
        label: entry.label,
        icon: entry.icon,
        onChoose: () => go(entry.href),
      }),
    );
    const hits =
      text.trim() === '' ? [] : await call('people.search', { text: text.slice(0, 100), limit: MOST_PEOPLE });
    const byId = new Map(people.map((person) => [person.id, person]));
    const found = hits.flatMap(({ personId, match }) => {
      const person = byId.get(personId);
      return person
        ? [
            {
              id: personId,
              label: match === 'variant' ? `${person.name}（表記ちがい）` : person.name,
              note: personNote(person),
              icon: UserRound,
              onChoose: () => go(`/people/${personId}`),
            },
          ]
        : [];
    });
    return [
      ...(found.length > 0 ? [{ title: '人', items: found }] : []),
      ...(screens.length > 0 ? [{ title: '画面', items: screens }] : []),
    ];
  };
}

/** Sizes of the letters are a property of the whole page. */
function useTextSize(size: string): void {
  useEffect(() => {
    document.documentElement.dataset['textSize'] = size;
  }, [size]);
}

export function RegisterFrame(): ReactNode {
  const router = useRouter();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const settings = useSettings();
  const { data: status } = useRegisterQuery('vault.status', {});
  const lock = useRegisterCommand('vault.lock');
  const [opened, setOpened] = useState<'palette' | 'visit' | 'lock' | null>(null);
  const go = (path: string) => router.history.push(path);
  const onSearch = usePaletteSearch(go);
  useShortcuts(setOpened);
  useTextSize(settings.textSize);

  return (
    <LinkProvider navigate={go} useHref={(href) => router.history.createHref(href)}>
      <AppFrame
        registerName={settings.registerName}
        registerNote={status?.unlockedBy ?? undefined}
        currentId={entryOf(pathname)}
        onSearch={() => setOpened('palette')}
        onLock={() => void keepAllDrafts().then((isKept) => (isKept ? lock.mutate({}) : setOpened('lock')))}
      >
        <OlderRegisterNotice />
        <DiskNotice />
        <KeptDraftsNotice go={go} />
        <Outlet />
      </AppFrame>
      <CommandPalette isOpen={opened === 'palette'} onClose={() => setOpened(null)} onSearch={onSearch} />
      {opened === 'visit' && <VisitQuickFind onClose={() => setOpened(null)} />}
      {opened === 'lock' && <LockQuestion onLock={() => lock.mutate({})} onClose={() => setOpened(null)} />}
    </LinkProvider>
  );
}
