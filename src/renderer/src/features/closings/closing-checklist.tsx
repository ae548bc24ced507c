// What may be missing or doubtful in the month, each with the way to mend it. A long part shows its first lines until it is opened.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useCodes } from '#renderer/lib/codes.tsx';
import { draftPathOf, useDraftWords } from '#renderer/lib/draft-words.ts';
import { useFormatShortDate } from '#renderer/lib/settings.tsx';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import styles from './closings.module.css';

type Checklist = Output<'closings.checklist'>;

interface Item {
  readonly id: string;
  readonly link: ReactNode;
  readonly note: string;
}

interface PartProps {
  readonly title: string;
  readonly unit: '人' | '件';
  /** Why it is looked at and what to do. */
  readonly hint: string;
  readonly items: readonly Item[];
}

/** Two lines of three. */
const AT_FIRST = 6;

function Tag({ count, unit }: { readonly count: number; readonly unit: string }): ReactNode {
  return count === 0 ? (
    <StatusTag tone="good">ありません</StatusTag>
  ) : (
    <StatusTag tone="warn">{`${count}${unit}`}</StatusTag>
  );
}

function Part({ title, unit, hint, items }: PartProps) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? items : items.slice(0, AT_FIRST);
  return (
    <section className={styles['part']} aria-label={title}>
      <h3 className={styles['partTitle']}>
        {title}
        <Tag count={items.length} unit={unit} />
      </h3>
      {items.length > 0 && (
        <>
          <p className={styles['quiet']}>{hint}</p>
          <ul className={styles['items']}>
            {shown.map(({ id, link, note }) => (
              <li key={id} className={styles['item']}>
                {link}
                {note !== '' && <span className={styles['quiet']}>{note}</span>}
              </li>
            ))}
          </ul>
          {items.length > AT_FIRST && (
            <div>
              <Button size="small" variant="quiet" onPress={() => setShowsAll(!showsAll)}>
                {showsAll ? '少なく表示する' : `のこりの${items.length - shown.length}${unit}も見る`}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** A visit is written in a window over any screen: its person's page stands for it. */
function DraftLink({ draft }: { readonly draft: Checklist['openDrafts'][number] }) {
  const words = useDraftWords()(draft);
  const path = draftPathOf(draft) ?? (draft.person ? `/people/${draft.person.id}` : null);
  return path === null || draft.isGone ? (
    <span>{words}</span>
  ) : (
    <LinkButton href={path} size="small" variant="quiet">
      {words}
    </LinkButton>
  );
}

const WHY = { both_other: '内容も分野も「その他」です', nowhere: '地域が書かれていません' } as const;

export function ClosingChecklist({ checklist }: { readonly checklist: Checklist }) {
  const formatDate = useFormatShortDate();
  const codes = useCodes();
  const { notVisited, openDrafts, unclassified } = checklist;
  return (
    <div className={styles['parts']}>
      <Part
        title="この月に訪問の記録がない方"
        unit="人"
        hint="見守りの期限が来ていて、この月の記録が1つもない方です。うかがっていたら、お名前を押して記録してください。"
        items={notVisited.map(({ personId, name, dueOn }) => ({
          id: personId,
          link: (
            <Link to="/people/$personId" params={{ personId }} className={styles['link']}>
              {name}さん
            </Link>
          ),
          note: `期限 ${formatDate(dueOn)}`,
        }))}
      />
      <Part
        title="書きかけの記録"
        unit="件"
        hint="保存していないので、まだ数に入りません。見守りの書きかけは、画面の上の「続きを書く」から開けます。"
        items={openDrafts.map((draft) => ({ id: draft.key, link: <DraftLink draft={draft} />, note: '' }))}
      />
      <Part
        title="分類を確かめたい相談"
        unit="件"
        hint="押すと開きます。分類できるときは、直してからしめてください。"
        items={unclassified.map(({ consultationId, consultedOn, personName, content, why }) => ({
          id: consultationId,
          link: (
            <Link to="/consultations/$consultationId" params={{ consultationId }} className={styles['link']}>
              {`${formatDate(consultedOn)} ${personName === null ? '台帳の外の方' : `${personName}さん`}（${codes.label('consultationContent', content)}）`}
            </Link>
          ),
          note: WHY[why],
        }))}
      />
    </div>
  );
}
