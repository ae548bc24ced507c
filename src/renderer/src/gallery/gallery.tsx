// The sheets of the gallery, each in the app's frame.
import { Palette } from 'lucide-react';
import { type ComponentType, useEffect, useState } from 'react';
import { AppFrame, MAIN_NAVIGATION, type NavigationEntry } from '../ui/app-frame.tsx';
import { CommandPalette } from '../ui/command-palette.tsx';
import { isComposing } from '../ui/composition.ts';
import { BasicsSheet } from './basics-sheet.tsx';
import { ChoicesSheet } from './choices-sheet.tsx';
import { FeedbackSheet } from './feedback-sheet.tsx';
import { FieldsSheet } from './fields-sheet.tsx';
import { LockSheet } from './lock-sheet.tsx';
import { OverlaysSheet } from './overlays-sheet.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { searchInvented } from './people.ts';
import { PersonSheet } from './person-sheet.tsx';
import { ReportSheet } from './report-sheet.tsx';
import { TableSheet } from './table-sheet.tsx';
import { TodaySheet } from './today-sheet.tsx';

type Sheet = { readonly component: ComponentType; readonly navigationId: string; readonly isBare?: boolean };

export const SHEETS: Readonly<Record<string, Sheet>> = {
  today: { component: TodaySheet, navigationId: 'today' },
  table: { component: TableSheet, navigationId: 'people' },
  person: { component: PersonSheet, navigationId: 'people' },
  choices: { component: ChoicesSheet, navigationId: 'people' },
  fields: { component: FieldsSheet, navigationId: 'people' },
  report: { component: ReportSheet, navigationId: 'reports' },
  feedback: { component: FeedbackSheet, navigationId: 'import' },
  basics: { component: BasicsSheet, navigationId: 'settings' },
  overlays: { component: OverlaysSheet, navigationId: 'settings' },
  paper: { component: PaperSheet, navigationId: 'meetings', isBare: true },
  lock: { component: LockSheet, navigationId: '', isBare: true },
};

const SHEET_OF: Readonly<Record<string, string>> = {
  today: 'today',
  people: 'table',
  reports: 'report',
  import: 'feedback',
  settings: 'fields',
};

const NAVIGATION: readonly NavigationEntry[] = [
  ...MAIN_NAVIGATION.map((entry) => ({
    ...entry,
    href: `#${SHEET_OF[entry.id] ?? 'today'}`,
    count: entry.id === 'today' ? 12 : undefined,
  })),
  { id: 'gallery', label: '部品', icon: Palette, href: '#basics' },
];

export function Gallery({ sheet }: { readonly sheet: string }) {
  const [isSearching, setIsSearching] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || !event.ctrlKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setIsSearching(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const shown = SHEETS[sheet];
  if (!shown) return null;
  const Component = shown.component;
  if (shown.isBare) return <Component />;
  return (
    <AppFrame
      registerName="堀江地域 見守り台帳"
      registerNote="見守りコーディネーター 佐藤"
      navigation={NAVIGATION}
      currentId={shown.navigationId}
      sideFooter={
        <>
          バックアップ
          <br />
          今日 10:42
        </>
      }
      onSearch={() => setIsSearching(true)}
      onLock={() => {
        location.hash = 'lock';
      }}
    >
      <Component />
      <CommandPalette isOpen={isSearching} onClose={() => setIsSearching(false)} onSearch={searchInvented} />
    </AppFrame>
  );
}
